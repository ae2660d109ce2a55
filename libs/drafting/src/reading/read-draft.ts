import { type Language, newId } from '#lib/kernel';
import { DraftFileRefused } from './draft-file-refused.js';
import { pairLanguages } from './pair-languages.js';
import { readDocx } from './read-docx.js';
import { readMarkdown } from './read-markdown.js';
import type { DraftReading, LanguageReading } from './reading.js';

/** One language of a draft as it came: the text of a Markdown file or the bytes of a DOCX file. */
export type DraftFile = { readonly language: Language } & (
  { readonly format: 'markdown'; readonly text: string } | { readonly format: 'docx'; readonly bytes: Buffer }
);

/** @throws DraftFileRefused naming the language of the file */
async function read(file: DraftFile): Promise<LanguageReading> {
  try {
    return file.format === 'markdown'
      ? readMarkdown(file.text, file.language)
      : await readDocx(file.bytes, file.language);
  } catch (error) {
    if (error instanceof DraftFileRefused) throw new DraftFileRefused(error.reason, error.limit, file.language);
    throw error;
  }
}

/**
 * Reads the files of a draft, one a language, the leading language first (Kazakh under the Rules), and pairs them. Writes
 * nothing: the result is a dry run, and the draft itself when `faults` is empty.
 * @throws DraftFileRefused when a file as a whole cannot be read
 */
export async function readDraft(
  files: readonly [DraftFile, ...DraftFile[]],
  nextId: () => string = newId,
): Promise<DraftReading> {
  const [first, ...rest] = files;
  const readings: [LanguageReading, ...LanguageReading[]] = [await read(first)];
  for (const file of rest) readings.push(await read(file));
  return pairLanguages(readings, nextId);
}
