import type { DraftFile } from '#lib/drafting';
import { isLanguage, type Language } from '#lib/kernel';
import type { FastifyRequest } from 'fastify';
import { InvalidFields } from '../problems/invalid-fields.js';
import { readParts } from '../request/read-parts.js';

type DraftFiles = readonly [DraftFile, ...DraftFile[]];

/** Kazakh leads under the Rules. */
const order: readonly Language[] = ['kk', 'ru', 'en'];

/**
 * The files of a draft by language, and whether they are only looked at.
 * @throws InvalidFields when there is none, or a part is not of the described form
 */
export async function draftFilesOf(request: FastifyRequest): Promise<{ files: DraftFiles; isDryRun: boolean }> {
  if (!request.isMultipart()) throw new InvalidFields([{ field: 'kk', message: 'send multipart/form-data' }]);
  const { files, unknown, fields } = await receivedDraftFiles(request);
  const { dryRun = 'false', ...others } = fields;
  const wrong = [...unknown, ...Object.keys(others)].map((field) => ({ field, message: `${field} should not exist` }));
  if (dryRun !== 'true' && dryRun !== 'false') wrong.push({ field: 'dryRun', message: 'dryRun is true or false' });
  const [first, ...rest] = files;
  if (!first) wrong.push({ field: 'kk', message: 'a file in each language is needed' });
  if (!first || wrong.length > 0) throw new InvalidFields(wrong);
  return { files: [first, ...rest], isDryRun: dryRun === 'true' };
}

/** Every file of the body that is named as a language, the leading language first, and what else was sent. */
export async function receivedDraftFiles(request: FastifyRequest): Promise<{
  readonly files: readonly DraftFile[];
  readonly unknown: readonly string[];
  readonly fields: Readonly<Record<string, string | string[]>>;
}> {
  const byLanguage = new Map<Language, DraftFile>();
  const unknown: string[] = [];
  const fields = await readParts(request, async ({ field, content }) => {
    if (isLanguage(field)) byLanguage.set(field, draftFile(field, content));
    else unknown.push(field);
  });
  return { files: order.flatMap((language) => byLanguage.get(language) ?? []), unknown, fields };
}

/** A DOCX is a zip package; what holds a zero byte is no text, and is refused as no DOCX. Everything else is read as Markdown. */
function draftFile(language: Language, content: Buffer): DraftFile {
  if (content.subarray(0, 2).toString('latin1') === 'PK' || content.subarray(0, 8_192).includes(0))
    return { language, format: 'docx', bytes: content };
  return { language, format: 'markdown', text: content.toString('utf8') };
}
