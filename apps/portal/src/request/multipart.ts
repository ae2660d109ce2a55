import { FILES_LIMIT } from '#lib/discussion';
import { attachmentLimits } from '#lib/files';
import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';

const FIELDS = 500;
/** So many files of one sending are read: the scans of a letter, what was enclosed (REQ-41), and one by which it shows when they are more. Those beyond are told by name. */
export const FILES_READ = 2 * FILES_LIMIT + 1;
/** A sending of more files than these is refused as a whole. */
const FILES = 50;

/** REQ-30: files of ten megabytes; fields enough for every clause of a long draft. */
export async function acceptMultipart(server: FastifyInstance): Promise<void> {
  await server.register(multipart, {
    limits: {
      files: FILES,
      fileSize: attachmentLimits.bytes + 1,
      fields: FIELDS,
      fieldSize: 256 * 1024,
      parts: FIELDS + FILES,
      headerPairs: 20,
    },
    // One byte more than is taken: the reader sees that a file is too large and says which.
    throwFileSizeLimit: false,
  });
}
