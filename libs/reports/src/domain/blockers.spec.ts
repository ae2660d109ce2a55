import { describe, expect, it } from '@jest/globals';
import { accepted, CLAUSE, decided, headFacts, remarkFacts } from '../testing/facts.js';
import { BlockerList } from './blocker-list.js';
import { blocker, type BlockerRules, changesUntraced, remarkBlockers, sumBlockers } from './blockers.js';
import { groupFault } from './group-fault.js';
import type { DecisionFacts, RemarkFacts } from './report-facts.js';

const rules: BlockerRules = {
  minimumGroundLength: 20,
  needsConfirmation: false,
  changed: new Set([CLAUSE]),
  labelOf: (id) => (id === CLAUSE ? '1' : '?'),
};
const blockers = (remark: RemarkFacts, more: Partial<BlockerRules> = {}) =>
  remarkBlockers(remark, { ...rules, ...more }).map(({ code, number, point }) => [code, number, point]);

describe('what blocks the signature', () => {
  it('nothing, when every point is decided and every acceptance answered', () => {
    const explained = accepted({ changedClauses: [], noChangeKk: 'Онсыз да бар.', noChangeRu: 'Уже есть.' });
    expect(blockers(remarkFacts('A', accepted()))).toEqual([]);
    expect(blockers(remarkFacts('B', decided(), explained))).toEqual([]);
  });

  it('nothing about a withdrawn remark, and about a hidden one that it has a ground (REQ-116)', () => {
    expect(blockers({ ...remarkFacts('A'), state: 'WITHDRAWN' })).toEqual([]);
    expect(blockers({ ...remarkFacts('A'), state: 'HIDDEN', hiddenGround: 'SPAM' })).toEqual([]);
    expect(blockers({ ...remarkFacts('A'), state: 'HIDDEN' })).toEqual([['hidden-without-ground', 'A', null]]);
  });

  it.each<[string, (DecisionFacts | null)[], string, number]>([
    ['REQ-61: a remark without a point', [], 'undecided-point', 1],
    ['REQ-61: one of two points undecided', [decided(), null], 'undecided-point', 2],
    ['REQ-50: a ground missing in Kazakh', [decided({ groundKk: ' ' })], 'ground-missing', 1],
    ['REQ-52: accepted without clause or explanation', [accepted({ changedClauses: [] })], 'change-not-named', 1],
    [
      'REQ-52: one named clause was not changed',
      [accepted({ changedClauses: [CLAUSE, 'x'] })],
      'clause-not-changed',
      1,
    ],
  ])('%s, by its number', (_title, decisions, code, point) => {
    expect(blockers(remarkFacts('317', ...decisions))).toEqual([[code, '317', point]]);
  });

  it('a decision no second officer confirmed, where the profile asks for one', () => {
    const remark = remarkFacts('A', decided(), decided({ isConfirmed: true }));
    expect(blockers(remark, { needsConfirmation: true })).toEqual([['decision-not-confirmed', 'A', 1]]);
    expect(blockers(remark)).toEqual([]);
  });

  it('AMB-14: a change nobody explained, by the part of the draft', () => {
    const [traced] = headFacts.changes;
    if (!traced) throw new Error('the facts have a change');
    expect(changesUntraced([traced])).toEqual([]);
    expect(changesUntraced([{ ...traced, isTraced: false }])).toMatchObject([{ code: 'change-untraced', detail: '1' }]);
  });

  it('REQ-64: figures that do not agree, with both and with the remark', () => {
    expect(sumBlockers([{ sum: 'on time', stated: 1, counted: 0, number: 'A' }])).toEqual([
      { code: 'sums-do-not-reconcile', clause: 'REQ-64', number: 'A', point: null, detail: 'on time: 1 ≠ 0' },
    ]);
  });
});

describe('a group (REQ-44)', () => {
  const member = (number: string, ...decisions: DecisionFacts[]) => ({
    ...remarkFacts(number, ...decisions),
    groupNo: 3,
  });

  it('whose members are decided alike blocks nothing; another time of decision is no difference', () => {
    const first = new Map<number, string>();
    const later = decided({ decidedAt: headFacts.period.closeAt });
    expect(
      [member('A', decided()), member('B', later)].map((remark) => groupFault(remark, first, (text) => text)),
    ).toEqual([null, null]);
  });

  it('names the member that is decided otherwise, and no remark outside', () => {
    const first = new Map<number, string>();
    const all = [member('A', decided()), { ...remarkFacts('X', accepted()) }, member('B', accepted())];
    expect(all.map((remark) => groupFault(remark, first, (text) => text)?.number ?? null)).toEqual([null, null, 'B']);
  });
});

describe('a list of blockers', () => {
  it('keeps the first five hundred and counts all', () => {
    const list = new BlockerList();
    for (let index = 0; index < 700; index++)
      list.add([blocker('undecided-point', 'REQ-61', { number: String(index) })]);
    expect([list.first.length, list.inAll, list.first[0]?.number]).toEqual([500, 700, '0']);
  });
});
