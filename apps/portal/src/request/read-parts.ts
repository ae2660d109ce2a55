import type { FastifyRequest } from 'fastify';
import { FILES_READ } from './multipart.js';

export interface ReceivedFile {
  readonly field: string;
  readonly name: string;
  /** At most one byte more than a file may have. */
  readonly content: Buffer;
}

/** A file that was let go by, unread. */
export type FileBeyond = Pick<ReceivedFile, 'field' | 'name'>;

export interface FilesBound {
  /** So many files are read; the form may take fewer. */
  readonly most?: number;
  readonly onBeyond?: (file: FileBeyond) => void;
}

/**
 * Reads a body of fields and files part by part, so that at most one file is in memory; it always reads to the end, because
 * only then the request is complete. Files beyond the bound are let go by, and told to `onBeyond`.
 * @returns the fields, a repeated one as a list; a file input left empty is no file
 */
export async function readParts(
  request: FastifyRequest,
  onFile: (file: ReceivedFile) => Promise<void>,
  { most = FILES_READ, onBeyond }: FilesBound = {},
): Promise<Record<string, string | string[]>> {
  const fields = new Map<string, string[]>();
  let files = 0;
  for await (const part of request.parts()) {
    if (part.type === 'file' && files >= most) {
      part.file.resume();
      if (part.filename) onBeyond?.({ field: part.fieldname, name: part.filename });
    } else if (part.type === 'file') {
      const content = await part.toBuffer();
      if (!part.filename && content.length === 0) continue;
      files += 1;
      await onFile({ field: part.fieldname, name: part.filename, content });
    } else {
      fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), String(part.value)]);
    }
  }
  return Object.fromEntries(
    [...fields].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}
