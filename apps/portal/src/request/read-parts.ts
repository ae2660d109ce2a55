import { PayloadTooLargeException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { FILES_READ } from './multipart.js';
import { BODY_LIMIT } from './server-options.js';

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
 * Reads a body of fields and files part by part, so that at most one file is in memory, and of the fields no more than any other body may
 * have; it always reads to the end, because only then the request is complete. Files beyond the bound are let go by, and told to `onBeyond`.
 * @returns the fields, a repeated one as a list; a file input left empty is no file
 * @throws PayloadTooLargeException for fields that are larger together than a body may be
 */
export async function readParts(
  request: FastifyRequest,
  onFile: (file: ReceivedFile) => Promise<void>,
  { most = FILES_READ, onBeyond }: FilesBound = {},
): Promise<Record<string, string | string[]>> {
  const fields = new FieldsRead();
  let files = 0;
  for await (const part of request.parts()) {
    // The parser keeps each part it gave until the request is answered, a file with its bytes.
    part.fields[part.fieldname] = undefined;
    if (part.type === 'field') fields.add(part.fieldname, String(part.value));
    else if (files >= most || fields.areTooLarge) {
      part.file.resume();
      if (part.filename) onBeyond?.({ field: part.fieldname, name: part.filename });
    } else {
      const content = await part.toBuffer();
      if (!part.filename && content.length === 0) continue;
      files += 1;
      await onFile({ field: part.fieldname, name: part.filename, content });
    }
  }
  if (fields.areTooLarge) throw new PayloadTooLargeException('the fields of a form are 2 MB together at most');
  return fields.all;
}

class FieldsRead {
  private readonly byName = new Map<string, string[]>();
  private bytes = 0;

  get areTooLarge(): boolean {
    return this.bytes > BODY_LIMIT;
  }

  /** Once they are too large, none is kept. */
  add(name: string, value: string): void {
    this.bytes += Buffer.byteLength(value);
    if (this.areTooLarge) return this.byName.clear();
    this.byName.set(name, [...(this.byName.get(name) ?? []), value]);
  }

  get all(): Record<string, string | string[]> {
    return Object.fromEntries(
      [...this.byName].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
    );
  }
}
