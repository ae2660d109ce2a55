import type { CellValue, Sheet } from '#lib/documents';
import { firstWords } from '#lib/drafting';
import type { Language } from '#lib/kernel';
import { translator } from '#lib/localisation';
import type { NamedVersion } from './clause-labels.js';

/** Lines to read, one a row. */
export const instructions = (name: string, heading: string, lines: readonly string[]): Sheet => ({
  name,
  hasFilter: false,
  columns: [{ heading, width: 110, type: 'text', isWrapped: true, isFixed: true }],
  rows: lines.map((line) => [line]),
});

/** The labels that may be used, each with the words one knows the clause by. */
export function clausesSheet(
  [newest]: readonly NamedVersion[],
  labels: ReadonlyMap<string, string>,
  language: Language,
): Sheet {
  const t = translator(language);
  const texts = new Map(
    newest?.clauses.map(({ lineageId, text }) => [lineageId, text[language] || text.ru || text.kk]),
  );
  return {
    name: t('sheet.name-clauses'),
    columns: [
      { heading: t('sheet.clause-label'), width: 32, type: 'text', isFixed: true },
      { heading: t('sheet.clause-words'), width: 90, type: 'text', isWrapped: true, isFixed: true },
    ],
    rows: [...labels].map(([id, label]): CellValue[] => [label, firstWords(texts.get(id) ?? '', 160)]),
  };
}
