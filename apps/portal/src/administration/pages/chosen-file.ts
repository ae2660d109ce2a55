import type { Translate } from '#lib/localisation';
import type { FastifyRequest } from 'fastify';
import { FormErrors } from '../../pages-kit/form-errors.js';
import { uploadedSheet } from '../../sheets/uploaded-sheet.js';
import { formatOf, textOf, type UploadFormat } from '../kept-uploads.js';

/** Of any register of this country; the body of a request takes more. */
const MOST = 10 * 1024 * 1024;

export interface ChosenFile {
  readonly name: string;
  readonly format: UploadFormat;
  readonly content: Buffer;
  readonly text: string;
}

/** The file of the form, or what is wrong with it as a whole, beside its field `sheet`. */
export async function chosenFile(
  request: FastifyRequest,
  formats: readonly UploadFormat[],
  t: Translate,
): Promise<ChosenFile | FormErrors> {
  const { file } = await uploadedSheet(request);
  const errors = new FormErrors();
  if (!file) errors.add('sheet', t('sheet.file-missing'));
  const format = file ? formatOf(file.name) : undefined;
  const text = file && file.content.length <= MOST ? textOf(file.content) : undefined;
  if (file && file.content.length > MOST) errors.add('sheet', t('upload.too-large'));
  if (!format || !formats.includes(format)) errors.add('sheet', t('upload.format', { formats: formats.join(', ') }));
  if (text === undefined) errors.add('sheet', t('upload.not-utf8'));
  if (!file || !format || text === undefined || !errors.isEmpty) return errors;
  return { ...file, format, text };
}
