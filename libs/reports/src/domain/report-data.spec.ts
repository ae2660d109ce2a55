import { describe, expect, it } from '@jest/globals';
import { canonicalJson, instantOf } from '#lib/kernel';
import { profileById } from '#lib/time-limits';
import fc from 'fast-check';
import { sha256 } from '../data-hash.js';
import { accepted, decided, remarkFacts, reportFacts } from '../testing/facts.js';
import { buildReportData } from './build-report-data.js';
import { reconcile } from './reconcile.js';
import type { RemarkFacts } from './report-facts.js';

const profile = profileById('kz-126-2016-03');
const { openAt, closeAt } = reportFacts().period;

const decisions = fc.array(fc.constantFrom(null, decided(), decided({ reasonCode: 'QUESTION' }), accepted()), {
  maxLength: 3,
});
const remark: fc.Arbitrary<RemarkFacts> = fc
  .record({
    points: decisions,
    kind: fc.constantFrom('REMARK' as const, 'PROPOSAL' as const),
    state: fc.constantFrom('RECEIVED' as const, 'WITHDRAWN' as const, 'HIDDEN' as const),
    senderKind: fc.constantFrom('INDIVIDUAL' as const, 'LEGAL_ENTITY' as const, 'GROUP' as const),
    receivedAt: fc.integer({ min: Date.parse(openAt), max: Date.parse(closeAt) - 1 }).map(instantOf),
    body: fc.string({ unit: 'grapheme', minLength: 1 }),
  })
  .map(({ points, ...facts }) => ({ ...remarkFacts('', ...points), ...facts }));
const remarks = fc
  .array(remark, { maxLength: 30 })
  .map((list) => list.map((facts, index) => ({ ...facts, number: `R${index}` })));
const dataOf = (facts: readonly RemarkFacts[], late = 0) => buildReportData(reportFacts(facts, late), profile);

describe('the data of a report', () => {
  it('I3, REQ-64: considered points are those taken into account and those not, and all sums reconcile', () => {
    fc.assert(
      fc.property(remarks, fc.nat(9), (facts, late) => {
        const data = dataOf(facts, late);
        expect(reconcile(data)).toEqual([]);
        const { decided: all, takenIntoAccount, notTakenIntoAccount } = data.counts.points;
        expect(all.total).toBe(takenIntoAccount.total + notTakenIntoAccount.total);
        expect(data.counts.late).toBe(late);
      }),
    );
  });

  it('I4: every standing remark is in the table exactly once, a withdrawn or hidden one never', () => {
    fc.assert(
      fc.property(remarks, (facts) => {
        const standing = facts.filter(({ state }) => state === 'RECEIVED').map(({ number }) => number);
        expect(
          dataOf(facts)
            .rows.map(({ number }) => number)
            .toSorted(),
        ).toEqual(standing.toSorted());
      }),
    );
  });

  it('I5: a late or early remark that got in is named', () => {
    for (const receivedAt of [closeAt, instantOf(Date.parse(openAt) - 1)]) {
      const faults = reconcile(dataOf([{ ...remarkFacts('A', decided()), receivedAt }]));
      expect(faults).toEqual([{ sum: 'rows on time', stated: 1, counted: 0 }]);
    }
  });

  it('I4: a remark that is there twice is named', () => {
    const faults = reconcile(dataOf([remarkFacts('A', decided()), remarkFacts('A', decided())]));
    expect(faults).toEqual([{ sum: 'rows by number', stated: 2, counted: 1 }]);
  });

  it('I6, I7: the order in which facts come changes no byte; a changed decision changes the hash', () => {
    const hash = (facts: readonly RemarkFacts[]) => sha256(canonicalJson(dataOf(facts)));
    fc.assert(
      fc.property(
        remarks.chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length }))),
        ([facts, shuffled]) => {
          expect(hash(shuffled)).toBe(hash(facts));
        },
      ),
    );
    expect(hash([remarkFacts('A', accepted())])).not.toBe(hash([remarkFacts('A', decided())]));
  });

  it('REQ-51: one accepted and one refused point count 1/1 and make the remark partly accepted', () => {
    const { counts } = dataOf([remarkFacts('A', accepted(), decided())]);
    expect(counts.partly.total).toBe(1);
    expect([counts.points.takenIntoAccount.total, counts.points.notTakenIntoAccount.total]).toEqual([1, 1]);
  });

  it('REQ-68: rows go by arrival, then by number', () => {
    const later = { ...remarkFacts('A', decided()), receivedAt: instantOf(Date.parse(closeAt) - 1) };
    const { rows } = dataOf([later, remarkFacts('C', decided()), remarkFacts('B', decided())]);
    expect(rows.map(({ ordinal, number }) => [ordinal, number])).toEqual([
      [1, 'B'],
      [2, 'C'],
      [3, 'A'],
    ]);
  });
});
