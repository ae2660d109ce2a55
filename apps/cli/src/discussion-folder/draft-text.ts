import { type DraftedClause, type DraftPart, type DraftText, parentsByLevel } from '#lib/drafting';
import { type Multilingual, newId } from '#lib/kernel';

/** A list of drafted clauses as a text, each part with its lineage id from now on. */
export function draftTextOf(title: Multilingual, clauses: readonly DraftedClause[]): DraftText {
  const rows = clauses.map((clause) => ({ ...clause, lineageId: clause.lineageId ?? newId() }));
  const parents = parentsByLevel(rows);
  const parts = rows.map((row, index): DraftPart => {
    const { lineageId, label, text } = row;
    const placed = { lineageId, label, parent: parents.get(lineageId) ?? null, position: index + 1 };
    return row.kind === 'SECTION' ? { kind: 'section', ...placed, heading: text } : { kind: 'clause', ...placed, text };
  });
  return { title, parts };
}
