import type { StoredClause } from '#lib/drafting';
import type { Language } from '#lib/kernel';
import type { PageVisit } from '../../pages-kit/visit.js';
import { clauseNames } from './clause-names.js';
import type { DraftModel } from './draft.view.js';

/** The parts of the text as the page shows them; `remarkPage` is null when no remark is taken. */
export function clausesOf(
  clauses: readonly StoredClause[],
  language: Language,
  remarkPage: string | null,
  visit: PageVisit,
): DraftModel['clauses'] {
  const names = clauseNames(clauses, visit.language, visit.t);
  return clauses.map((clause) => ({
    id: clause.lineageId,
    isSection: clause.kind === 'SECTION',
    level: Math.min(3, Math.max(1, clause.level - 1)),
    label: clause.label,
    name: names.get(clause.lineageId) ?? '',
    text: clause.text[language] ?? '',
    remarkHref: remarkPage === null ? null : `${remarkPage}?clause=${clause.lineageId}`,
  }));
}

/** The sections; a text without any needs no contents. */
export const contentsOf = (parts: DraftModel['clauses']): DraftModel['contents'] =>
  parts.filter(({ isSection }) => isSection).map(({ id, label, text }) => ({ id, text: `${label} ${text}`.trim() }));
