import type { StoredClause } from '#lib/drafting';
import { type Language, languages } from '#lib/kernel';
import { readingLanguage } from '../../../pages-kit/reading-language.js';

/** One language, or Kazakh and Russian beside each other. */
export type TextChoice = Language | 'both';

export const writtenLanguages = (clauses: readonly Pick<StoredClause, 'text'>[]): Language[] =>
  languages.filter((code) => clauses.some(({ text }) => text[code]));

export const defaultLanguage = (clauses: readonly Pick<StoredClause, 'text'>[], visitor: Language): Language =>
  readingLanguage(writtenLanguages(clauses), visitor);

/** What an address asks for when the text is written so, otherwise the visitor's language. */
export function textChoice(
  clauses: readonly Pick<StoredClause, 'text'>[],
  asked: unknown,
  visitor: Language,
): TextChoice {
  const written = writtenLanguages(clauses);
  if (asked === 'both' && written.includes('kk') && written.includes('ru')) return 'both';
  return readingLanguage(written, typeof asked === 'string' ? asked : visitor);
}

export const sidesOf = (choice: TextChoice): Language[] => (choice === 'both' ? ['kk', 'ru'] : [choice]);
