import { DomainError } from '#lib/kernel';
import type { FastifyRequest } from 'fastify';
import { type UploadedSheet, uploadedSheet } from '../uploaded-sheet.js';

/** The body of a call with a workbook. @throws DomainError `invalid-input` without one in the field `sheet` */
export async function sheetPart(request: FastifyRequest) {
  const { fields, file } = await uploadedSheet(request);
  if (!file) throw new DomainError('invalid-input', 'a workbook in the field `sheet` is needed', { field: 'sheet' });
  return { fields, file } satisfies UploadedSheet;
}
