import { reconcile } from './reconcile.js';
import type { ReportData, ReportDecision, ReportPoint, ReportRow } from './report-data.js';

export type BlockerCode =
  | 'undecided-point'
  | 'ground-missing'
  | 'change-not-named'
  | 'clause-not-changed'
  | 'sums-do-not-reconcile'
  | 'counts-differ'
  | 'changed-since-assembly'
  | 'data-altered';

/** One thing that stands between the report and its signature, with the remark it is about. */
export interface Blocker {
  readonly code: BlockerCode;
  readonly clause: string;
  /** Public number of the remark; null when it is about the whole report. */
  readonly number: string | null;
  readonly point: number | null;
  /** What else there is to say: the sum, the part of the data. */
  readonly detail: string | null;
}

export const blocker = (
  code: BlockerCode,
  clause: string,
  about: Partial<Pick<Blocker, 'number' | 'point' | 'detail'>> = {},
): Blocker => ({
  code,
  clause,
  number: about.number ?? null,
  point: about.point ?? null,
  detail: about.detail ?? null,
});

/**
 * Everything that blocks the signature, row by row and in order; empty when it may be signed (REQ-52, REQ-61, REQ-64).
 * @param minimumGroundLength characters, in each language
 */
export function blockersOf(data: ReportData, minimumGroundLength: number): readonly Blocker[] {
  const changed = new Set(data.draft.changedClauses.map(({ lineageId }) => lineageId));
  const least = Math.max(1, minimumGroundLength);
  return [
    ...data.rows.flatMap((row) => row.points.flatMap((point) => pointBlockers(row, point, changed, least))),
    ...reconcile(data).map(({ sum, stated, counted }) =>
      blocker('sums-do-not-reconcile', 'REQ-64', { detail: `${sum}: ${stated} ≠ ${counted}` }),
    ),
  ];
}

function pointBlockers(
  { number }: ReportRow,
  { position, decision }: ReportPoint,
  changed: ReadonlySet<string>,
  least: number,
): Blocker[] {
  const about = { number, point: position };
  if (decision === null) return [blocker('undecided-point', 'REQ-61', about)];
  const blockers: Blocker[] = [];
  const isShort = (text: string) => Array.from(text.trim()).length < least;
  if (isShort(decision.ground.kk) || isShort(decision.ground.ru))
    blockers.push(blocker('ground-missing', 'REQ-50', about));
  return [...blockers, ...changeBlockers(decision, changed, about)];
}

/** REQ-52: each named clause must differ between the discussed and the revised draft. */
function changeBlockers(
  { outcome, noChange, changedClauses }: ReportDecision,
  changed: ReadonlySet<string>,
  about: { readonly number: string; readonly point: number },
): Blocker[] {
  if (outcome !== 'TAKEN_INTO_ACCOUNT' || noChange !== null) return [];
  if (changedClauses.length === 0) return [blocker('change-not-named', 'REQ-52', about)];
  return changedClauses
    .filter(({ lineageId }) => !changed.has(lineageId))
    .map(({ label }) => blocker('clause-not-changed', 'REQ-52', { ...about, detail: label }));
}
