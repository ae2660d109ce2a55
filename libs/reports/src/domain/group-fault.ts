import { type Blocker, blocker } from './blockers.js';
import type { PointFacts, RemarkFacts } from './report-facts.js';

/**
 * REQ-44: one answer serves a group, so all its members are decided alike; who is decided otherwise is named.
 * @param first digest of what was decided on the first member of each group, by its number; filled as members pass
 * @param digestOf equal texts have equal digests: a hundred thousand answers would not stay small in memory
 */
export function groupFault(
  remark: RemarkFacts,
  first: Map<number, string>,
  digestOf: (text: string) => string,
): Blocker | null {
  const { groupNo, number } = remark;
  if (groupNo === null || remark.state !== 'RECEIVED') return null;
  const decided = digestOf(remark.points.map(answerOf).join('\n'));
  const expected = first.get(groupNo);
  if (expected === undefined) first.set(groupNo, decided);
  return expected === undefined || expected === decided
    ? null
    : blocker('group-decided-apart', 'REQ-44', { number, detail: String(groupNo) });
}

function answerOf({ position, decision }: PointFacts): string {
  if (!decision) return `${position}`;
  const { outcome, reasonCode, groundKk, groundRu, changedClauses, noChangeKk, noChangeRu } = decision;
  return JSON.stringify([position, outcome, reasonCode, groundKk, groundRu, changedClauses, noChangeKk, noChangeRu]);
}
