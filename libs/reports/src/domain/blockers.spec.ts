import { describe, expect, it } from '@jest/globals';
import { profileById } from '#lib/time-limits';
import { accepted, CLAUSE, decided, remarkFacts, reportFacts } from '../testing/facts.js';
import { blockersOf } from './blockers.js';
import { buildReportData } from './build-report-data.js';
import { changedSince } from './changed-since.js';
import type { ReportData } from './report-data.js';
import type { DecisionFacts } from './report-facts.js';

const profile = profileById('kz-126-2016-03');
const dataOf = (...remarks: Parameters<typeof reportFacts>[0] & object) =>
  buildReportData(reportFacts(remarks), profile);
const blockers = (data: ReportData) =>
  blockersOf(data, profile.decisions.minimumGroundLength).map(({ code, number, point }) => [code, number, point]);

describe('what blocks the signature', () => {
  it('nothing, when every point is decided and every acceptance answered', () => {
    const explained = accepted({ changedClauses: [], noChangeKk: 'Онсыз да бар.', noChangeRu: 'Уже есть.' });
    expect(blockers(dataOf(remarkFacts('A', accepted()), remarkFacts('B', decided(), explained)))).toEqual([]);
  });

  it('nothing, without a single remark (AMB-25)', () => {
    expect(blockers(dataOf())).toEqual([]);
  });

  it.each<[string, string, (DecisionFacts | null)[], string, number]>([
    ['REQ-61: a remark without a point', 'A', [], 'undecided-point', 1],
    ['REQ-61: one of two points undecided', 'B', [decided(), null], 'undecided-point', 2],
    ['REQ-50: a ground missing in Kazakh', 'C', [decided({ groundKk: ' ' })], 'ground-missing', 1],
    ['REQ-52: accepted without clause or explanation', 'D', [accepted({ changedClauses: [] })], 'change-not-named', 1],
    [
      'REQ-52: the named clause was not changed',
      'E',
      [accepted({ changedClauses: ['other'] })],
      'clause-not-changed',
      1,
    ],
  ])('%s, by its number', (_title, number, decisions, code, point) => {
    expect(blockers(dataOf(remarkFacts('0', decided()), remarkFacts(number, ...decisions)))).toEqual([
      [code, number, point],
    ]);
  });

  it('REQ-64: a figure that does not agree with the rows', () => {
    const data = dataOf(remarkFacts('A', decided()));
    const altered = { ...data, counts: { ...data.counts, received: { remarks: 2, proposals: 0, total: 2 } } };
    const found = blockersOf(altered, 1);
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['sums-do-not-reconcile']));
    expect(found[0]?.detail).toBe('received (remarks): 2 ≠ 1');
  });
});

describe('what changed since the assembly', () => {
  const before = dataOf(remarkFacts('A', decided()), remarkFacts('B', decided()));

  it('nothing, for the same facts', () => {
    expect(changedSince(before, dataOf(remarkFacts('B', decided()), remarkFacts('A', decided())))).toEqual([]);
  });

  it('a decision, by the number of its remark, and the counts', () => {
    const after = dataOf(remarkFacts('A', decided()), remarkFacts('B', accepted({ changedClauses: [CLAUSE] })));
    expect(changedSince(before, after).map(({ number, detail }) => number ?? detail)).toEqual(['B', 'counts']);
  });

  it('a remark that came or went', () => {
    expect(changedSince(before, dataOf(remarkFacts('A', decided()))).map(({ number }) => number)).toContain('B');
    expect(changedSince(dataOf(), before).map(({ number }) => number)).toEqual(expect.arrayContaining(['A', 'B']));
  });
});
