import type { ClauseReference } from './report-data.js';

/** A part of the draft in the order of the text; level 1 at the top. */
export interface LabelledClause extends ClauseReference {
  readonly level: number;
}

/**
 * The label under which a clause is named outside its place: "2 / 6 / 3)" is sub-paragraph 3) of paragraph 6 of section 2. A
 * part without a printed number is named by its place in the text, as "¶7".
 */
export function pathLabels(clauses: readonly LabelledClause[]): ClauseReference[] {
  const path: { level: number; label: string }[] = [];
  return clauses.map(({ lineageId, kind, level, label }, index) => {
    while ((path.at(-1)?.level ?? 0) >= level) path.pop();
    path.push({ level, label: label.trim().replace(/\.$/, '') || `¶${index + 1}` });
    return { lineageId, kind, label: path.map((part) => part.label).join(' / ') };
  });
}
