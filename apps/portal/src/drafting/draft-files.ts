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
  const byLanguage = new Map<Language, DraftFile>();
  const unknown: string[] = [];
  const { dryRun = 'false', ...others } = await readParts(request, async ({ field, content }) => {
    if (isLanguage(field)) byLanguage.set(field, draftFile(field, content));
    else unknown.push(field);
  });
  const wrong = [...unknown, ...Object.keys(others)].map((field) => ({ field, message: `${field} should not exist` }));
  if (dryRun !== 'true' && dryRun !== 'false') wrong.push({ field: 'dryRun', message: 'dryRun is true or false' });
  const [first, ...rest] = order.flatMap((language) => byLanguage.get(language) ?? []);
  if (!first) wrong.push({ field: 'kk', message: 'a file in each language is needed' });
  if (!first || wrong.length > 0) throw new InvalidFields(wrong);
  return { files: [first, ...rest], isDryRun: dryRun === 'true' };
}

/** A DOCX is a zip package; everything else is read as Markdown. */
function draftFile(language: Language, content: Buffer): DraftFile {
  if (content.subarray(0, 2).toString('latin1') === 'PK') return { language, format: 'docx', bytes: content };
  return { language, format: 'markdown', text: content.toString('utf8') };
}
