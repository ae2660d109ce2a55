import { type KindCounts, kindCounts, type ReportCounts } from './report-counts.js';
import type { RemarkFacts } from './report-facts.js';

interface Countable extends Pick<RemarkFacts, 'kind' | 'state' | 'senderKind'> {
  readonly points: readonly { readonly decision: { readonly outcome: string; readonly reasonCode: string } | null }[];
}
type Weigh = (remark: Countable) => number;

/** The counts by walking the remarks one by one; SQL counts them again by its own way (REQ-64). */
export function countRemarks(remarks: readonly Countable[], late: number): ReportCounts {
  const count = (weigh: Weigh): KindCounts => {
    const sums = { REMARK: 0, PROPOSAL: 0 };
    for (const remark of remarks) sums[remark.kind] += weigh(remark);
    return kindCounts(sums.REMARK, sums.PROPOSAL);
  };
  const senders = (kind: RemarkFacts['senderKind']) => remarks.filter(({ senderKind }) => senderKind === kind).length;
  return {
    received: count(() => 1),
    withdrawn: count(({ state }) => Number(state === 'WITHDRAWN')),
    hidden: count(({ state }) => Number(state === 'HIDDEN')),
    decided: count((remark) => Number(isStanding(remark) && isDecided(remark))),
    undecided: count((remark) => Number(isStanding(remark) && !isDecided(remark))),
    partly: count((remark) => Number(isStanding(remark) && isPartly(remark))),
    points: {
      decided: count(pointsWhere(() => true)),
      takenIntoAccount: count(pointsWhere(({ outcome }) => outcome === 'TAKEN_INTO_ACCOUNT')),
      notTakenIntoAccount: count(pointsWhere(({ outcome }) => outcome === 'NOT_TAKEN_INTO_ACCOUNT')),
      questions: count(pointsWhere(({ reasonCode }) => reasonCode === 'QUESTION')),
    },
    senders: {
      individuals: senders('INDIVIDUAL'),
      legalEntities: senders('LEGAL_ENTITY'),
      groups: senders('GROUP'),
    },
    groups: 0,
    late,
  };
}

const isStanding = ({ state }: Countable): boolean => state === 'RECEIVED';

/** A remark without a point is undecided: it has one point at least (REQ-50). */
export const isDecided = ({ points }: { readonly points: Countable['points'] }): boolean =>
  points.length > 0 && points.every(({ decision }) => decision !== null);

export const isPartly = (remark: { readonly points: Countable['points'] }): boolean =>
  isDecided(remark) && new Set(remark.points.map(({ decision }) => decision?.outcome)).size > 1;

function pointsWhere(fits: (decision: { outcome: string; reasonCode: string }) => boolean): Weigh {
  return (remark) =>
    isStanding(remark) ? remark.points.filter(({ decision }) => decision !== null && fits(decision)).length : 0;
}
