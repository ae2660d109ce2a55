import type { Language, Multilingual } from '#lib/kernel';
import type { Translate } from '#lib/localisation';
import type { StoredClause } from './persistence/draft-versions.js';

type Named = Pick<StoredClause, 'lineageId' | 'kind' | 'level' | 'label' | 'text'>;

/** The number of a part without the full stop behind it: 10. → 10, 2) stays. */
export const bareLabel = (label: string): string => label.replace(/[.\s]+$/, '');

/**
 * The name of each part by its lineage id: "Section 2", "Clause 10", and for a sub-paragraph "Clause 10, 2)", because its own
 * number stands in many clauses. A part without a number goes by its first words.
 */
export function clauseNames(clauses: readonly Named[], language: Language, t: Translate): ReadonlyMap<string, string> {
  const above: Named[] = [];
  return new Map(
    clauses.map((clause) => {
      while (above.length > 0 && (above.at(-1)?.level ?? 0) >= clause.level) above.pop();
      const path = [...above.filter(({ kind }) => kind === 'CLAUSE'), clause].map(({ label }) => bareLabel(label));
      above.push(clause);
      return [clause.lineageId, nameOf(clause, path, language, t)];
    }),
  );
}

function nameOf({ kind, label, text }: Named, path: readonly string[], language: Language, t: Translate): string {
  if (!bareLabel(label)) return firstWords(written(text, language), 40);
  if (kind === 'SECTION') return t('draft.section', { label: bareLabel(label) });
  return t('draft.clause', { label: path.filter(Boolean).join(', ') });
}

/** English falls back on Russian, as everywhere. */
const written = (text: Multilingual, language: Language): string => text[language] || text.ru || text.kk;

/** As many whole words as fit in this many characters. */
export function firstWords(text: string, length: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length).replace(/\s\S*$/, '')} …`;
}
