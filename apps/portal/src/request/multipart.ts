import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';

const megabyte = 1024 * 1024;

/** REQ-30: at most ten files of 10 MB each; fields enough for every clause of a long draft. */
export async function acceptMultipart(server: FastifyInstance): Promise<void> {
  await server.register(multipart, {
    limits: {
      files: 10,
      fileSize: 10 * megabyte + 1,
      fields: 500,
      fieldSize: megabyte / 4,
      parts: 510,
      headerPairs: 20,
    },
    // One byte more than is taken: the reader sees that a file is too large and says which.
    throwFileSizeLimit: false,
  });
}
