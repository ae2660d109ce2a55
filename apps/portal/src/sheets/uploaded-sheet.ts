import type { FastifyRequest } from 'fastify';
import { readParts } from '../request/read-parts.js';

export interface UploadedSheet {
  readonly fields: Record<string, string | string[]>;
  /** The file in the field `sheet`; null when none was chosen. */
  readonly file: { readonly name: string; readonly content: Buffer } | null;
}

/** Reads the whole body of a form with one workbook. */
export async function uploadedSheet(request: FastifyRequest): Promise<UploadedSheet> {
  if (!request.isMultipart()) {
    return { fields: (request.body ?? {}) as UploadedSheet['fields'], file: null };
  }
  let file: UploadedSheet['file'] = null;
  const fields = await readParts(request, async ({ field, name, content }) => {
    if (field === 'sheet') file = { name, content };
  });
  return { fields, file };
}
