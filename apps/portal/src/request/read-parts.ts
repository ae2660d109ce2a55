import type { FastifyRequest } from 'fastify';
import { FILES_READ } from './multipart.js';

export interface ReceivedFile {
  readonly field: string;
  readonly name: string;
  /** At most one byte more than a file may have. */
  readonly content: Buffer;
}

/**
 * Reads a body of fields and files part by part, so that at most one file is in memory; it always reads to the end, because
 * only then the request is complete. Files beyond `FILES_READ` are let go by: those before them are more than any form takes already.
 * @returns the fields, a repeated one as a list; a file input left empty is no file
 */
export async function readParts(
  request: FastifyRequest,
  onFile: (file: ReceivedFile) => Promise<void>,
): Promise<Record<string, string | string[]>> {
  const fields = new Map<string, string[]>();
  let files = 0;
  for await (const part of request.parts()) {
    if (part.type === 'file' && files >= FILES_READ) part.file.resume();
    else if (part.type === 'file') {
      files += 1;
      const content = await part.toBuffer();
      if (part.filename || content.length > 0) await onFile({ field: part.fieldname, name: part.filename, content });
    } else {
      fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), String(part.value)]);
    }
  }
  return Object.fromEntries(
    [...fields].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}
