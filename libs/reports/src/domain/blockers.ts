import { pointsOf } from './build-row.js';
import type { SumFault } from './reconcile.js';
import type { ReportChange } from './report-data.js';
import type { DecisionFacts, PointFacts, RemarkFacts } from './report-facts.js';

export type BlockerCode =
  | 'undecided-point'
  | 'ground-missing'
  | 'change-not-named'
  | 'clause-not-changed'
  | 'change-untraced'
  | 'decision-not-confirmed'
  | 'group-decided-apart'
  | 'entry-waits'
  | 'hiding-waits'
  | 'text-waits'
  | 'objection-waits'
  | 'hidden-without-ground'
  | 'sums-do-not-reconcile'
  | 'counts-differ'
  | 'changed-since-assembly'
  | 'data-altered'
  | 'warnings-not-acknowledged';

/** One thing that stands between the report and its signature, with the remark it is about. */
export interface Blocker {
  readonly code: BlockerCode;
  readonly clause: string;
  /** Public number of the remark; null when it is about the whole report. */
  readonly number: string | null;
  readonly point: number | null;
  /** What else there is to say: the sum, the clause, the part of the data. */
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

export interface BlockerRules {
  /** Characters, in each language. */
  readonly minimumGroundLength: number;
  /** Whether a second officer confirms decisions. */
  readonly needsConfirmation: boolean;
  /** Lineage ids of the clauses whose words the revised draft changed. */
  readonly changed: ReadonlySet<string>;
  /** The label of a clause, for the reader. */
  readonly labelOf: (lineageId: string) => string;
}

/** Everything about one remark that blocks the signature (REQ-50, REQ-52, REQ-61, REQ-116). */
export function remarkBlockers(remark: RemarkFacts, rules: BlockerRules): Blocker[] {
  if (remark.state === 'HIDDEN' && remark.hiddenGround === null) {
    return [blocker('hidden-without-ground', 'REQ-116', { number: remark.number })];
  }
  if (remark.state !== 'RECEIVED') return [];
  return pointsOf(remark).flatMap((point) => pointBlockers(remark.number, point, rules));
}

function pointBlockers(number: string, { position, decision }: PointFacts, rules: BlockerRules): Blocker[] {
  const about = { number, point: position };
  if (decision === null) return [blocker('undecided-point', 'REQ-61', about)];
  const least = Math.max(1, rules.minimumGroundLength);
  const isShort = (text: string) => isShorterThan(least, text.trim());
  const blockers: Blocker[] = [];
  if (isShort(decision.groundKk) || isShort(decision.groundRu)) {
    blockers.push(blocker('ground-missing', 'REQ-50', about));
  }
  if (rules.needsConfirmation && !decision.isConfirmed) {
    blockers.push(blocker('decision-not-confirmed', 'REQ-50', about));
  }
  return [...blockers, ...changeBlockers(decision, rules, about)];
}

/** In characters (code points), each of one UTF-16 unit or two: only of a text of about that length they are counted. */
const isShorterThan = (least: number, text: string): boolean =>
  text.length < least || (text.length < 2 * least && Array.from(text).length < least);

/** REQ-52: each named clause must differ between the discussed and the revised draft. */
function changeBlockers(
  { outcome, noChangeKk, noChangeRu, changedClauses }: DecisionFacts,
  { changed, labelOf }: BlockerRules,
  about: { readonly number: string; readonly point: number },
): Blocker[] {
  if (outcome !== 'TAKEN_INTO_ACCOUNT' || (noChangeKk !== null && noChangeRu !== null)) return [];
  if (changedClauses.length === 0) return [blocker('change-not-named', 'REQ-52', about)];
  return changedClauses
    .filter((lineageId) => !changed.has(lineageId))
    .map((lineageId) => blocker('clause-not-changed', 'REQ-52', { ...about, detail: labelOf(lineageId) }));
}

/** AMB-14, REQ-76: a change that neither an accepted point nor an own initiative explains. */
export const changesUntraced = (changes: readonly ReportChange[]): Blocker[] =>
  changes
    .filter(({ isTraced }) => !isTraced)
    .map(({ clause }) => blocker('change-untraced', 'AMB-14', { detail: clause.label }));

export const sumBlockers = (faults: readonly SumFault[]): Blocker[] =>
  faults.map(({ sum, stated, counted, number }) =>
    blocker('sums-do-not-reconcile', 'REQ-64', { number, detail: `${sum}: ${stated} ≠ ${counted}` }),
  );
