import { bareLabel, clauseNames, type StoredClause } from '#lib/drafting';
import type { ClauseFigures } from '#lib/reports';
import type { PageVisit } from '../../../pages-kit/visit.js';

/** What was said about one part of the draft, and what was decided. */
export interface PartFigures {
  /** Lineage id; `whole-draft` for the draft as a whole. */
  readonly id: string;
  readonly name: string;
  /** For a cell of the strip. */
  readonly short: string;
  readonly isSection: boolean;
  readonly remarks: number;
  readonly proposals: number;
  readonly total: number;
  readonly takenIntoAccount: number;
  readonly partly: number;
  readonly notTakenIntoAccount: number;
}

/** So many cells are seen at a glance; of a longer draft only the parts somebody spoke about are shown. */
const MOST = 240;

const nothing = { remarks: 0, proposals: 0, takenIntoAccount: 0, partly: 0, notTakenIntoAccount: 0 };

/** Every part in the order of the text, the draft as a whole first. */
export function partFigures(
  clauses: readonly StoredClause[],
  figures: readonly ClauseFigures[],
  { t, language }: PageVisit,
): PartFigures[] {
  const names = clauseNames(clauses, language, t);
  const of = (lineageId: string | null) => {
    const found = figures.find((each) => each.lineageId === lineageId) ?? nothing;
    const { remarks, proposals, takenIntoAccount, partly, notTakenIntoAccount } = found;
    return { remarks, proposals, total: remarks + proposals, takenIntoAccount, partly, notTakenIntoAccount };
  };
  const whole = { id: 'whole-draft', name: t('draft.whole'), short: t('chart.whole'), isSection: true, ...of(null) };
  const parts = clauses.map(({ lineageId, label, kind, position }) => ({
    id: lineageId,
    name: names.get(lineageId) ?? '',
    short: shortName(label, kind === 'SECTION', position),
    isSection: kind === 'SECTION',
    ...of(lineageId),
  }));
  return parts.length <= MOST ? [whole, ...parts] : [whole, ...parts].filter(({ total }) => total > 0).slice(0, MOST);
}

/** As the draft prints its number; a section apart from a clause of the same number. */
function shortName(label: string, isSection: boolean, position: number): string {
  const bare = bareLabel(label);
  return bare === '' ? `¶${position}` : isSection ? `§${bare}` : bare;
}
