import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';

const megabyte = 1024 * 1024;

/** REQ-30: at most ten files of 10 MB each; fields enough for every clause of a long draft. */
export async function acceptMultipart(server: FastifyInstance): Promise<void> {
  await server.register(multipart, {
    limits: { files: 10, fileSize: 10 * megabyte, fields: 500, fieldSize: megabyte / 4, parts: 510, headerPairs: 20 },
    throwFileSizeLimit: true,
  });
}
