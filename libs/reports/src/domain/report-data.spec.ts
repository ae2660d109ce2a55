import { describe, expect, it } from '@jest/globals';
import { canonicalJson, instantOf } from '#lib/kernel';
import fc from 'fast-check';
import { sha256 } from '../data-hash.js';
import { accepted, decided, headFacts, remarkFacts, reportOf } from '../testing/facts.js';
import { canonicalReport } from './canonical-report.js';
import { Reconciliation } from './reconcile.js';
import type { ReportData } from './report-data.js';
import type { RemarkFacts } from './report-facts.js';

const { openAt, closeAt } = headFacts.period;

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
    group: fc.constantFrom(null, null, 1, 2),
  })
  .map(({ points, group, ...facts }) => ({ ...remarkFacts('', ...points), ...facts, groupNo: group }));

/** Members of a group are decided alike, as one answer serves them. */
const alike = (list: RemarkFacts[]): RemarkFacts[] =>
  list.map((facts) => ({
    ...facts,
    points: list.find(({ groupNo }) => groupNo !== null && groupNo === facts.groupNo)?.points ?? facts.points,
  }));
const remarks = fc
  .array(remark, { maxLength: 30 })
  .map((list) => alike(list).map((facts, index) => ({ ...facts, number: `R${index}` })));

function faultsOf(data: ReportData) {
  const reconciliation = new Reconciliation(data);
  for (const row of data.rows) reconciliation.addRow(row);
  for (const entry of data.remarks) reconciliation.addRemark(entry);
  return reconciliation.result();
}

describe('the data of a report', () => {
  it('I3, REQ-64: considered points are those taken into account and those not, and all sums reconcile', () => {
    fc.assert(
      fc.property(remarks, fc.nat(9), (facts, late) => {
        const data = reportOf(facts, late);
        expect(faultsOf(data)).toEqual([]);
        const { decided: all, takenIntoAccount, notTakenIntoAccount } = data.counts.points;
        expect(all.total).toBe(takenIntoAccount.total + notTakenIntoAccount.total);
        expect(data.counts.late).toBe(late);
      }),
    );
  });

  it('I4, REQ-63: every remark is listed once, every standing one answered in a row that is there, no other is', () => {
    fc.assert(
      fc.property(remarks, (facts) => {
        const data = reportOf(facts);
        expect(data.remarks.map(({ number }) => number).toSorted()).toEqual(
          facts.map(({ number }) => number).toSorted(),
        );
        for (const { state, row } of data.remarks) {
          expect(row === null).toBe(state !== 'RECEIVED');
          if (row !== null) expect(data.rows[row - 1]?.ordinal).toBe(row);
        }
        const standing = facts.filter(({ state }) => state === 'RECEIVED').length;
        expect(data.rows.reduce((sum, { group }) => sum + (group?.size ?? 1), 0)).toBe(standing);
      }),
    );
  });

  it('I5: a late or early remark that got in is named', () => {
    for (const receivedAt of [closeAt, instantOf(Date.parse(openAt) - 1)]) {
      const faults = faultsOf(reportOf([{ ...remarkFacts('A', decided()), receivedAt }]));
      expect(faults).toEqual([{ sum: 'on time', stated: 1, counted: 0, number: 'A' }]);
    }
  });

  it('REQ-64: a figure, a row or a remark that was altered is found', () => {
    const data = reportOf([remarkFacts('A', decided()), remarkFacts('B', accepted())]);
    const sums = (more: Partial<ReportData>) => faultsOf({ ...data, ...more }).map(({ sum }) => sum);
    const counts = { ...data.counts, received: { remarks: 3, proposals: 0, total: 3 } };
    expect(sums({ counts })).toContain('received (remarks)');
    expect(sums({ rows: data.rows.slice(1) })).toContain('rows in order');
    expect(sums({ rows: [data.rows[0], data.rows[0]].flatMap((row) => row ?? []) })).toContain(
      'taken into account (remarks) in the rows',
    );
    expect(sums({ remarks: data.remarks.slice(1) })).toContain('received (remarks) in the rows');
    expect(sums({ remarks: data.remarks.map((entry) => ({ ...entry, row: null })) })).toContain('answered in a row');
  });

  it('I6, I7: the order in which facts come changes no byte; a changed decision changes the hash', () => {
    const hash = (facts: readonly RemarkFacts[]) => sha256(canonicalJson(reportOf(facts)));
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

  it('REQ-67: written piece by piece it is the canonical JSON of the whole', async () => {
    await fc.assert(
      fc.asyncProperty(remarks, async (facts) => {
        const { rows, remarks: entries, ...head } = reportOf(facts);
        let text = '';
        const parts = { rows: rows.map(canonicalJson), remarks: entries.map(canonicalJson) };
        for await (const piece of canonicalReport(head, parts)) text += piece;
        expect(text).toBe(canonicalJson(reportOf(facts)));
      }),
      { numRuns: 40 },
    );
  });

  it('REQ-51: one accepted and one refused point count 1/1 and make the remark partly accepted', () => {
    const { counts } = reportOf([remarkFacts('A', accepted(), decided())]);
    expect(counts.partly.total).toBe(1);
    expect([counts.points.takenIntoAccount.total, counts.points.notTakenIntoAccount.total]).toEqual([1, 1]);
  });

  it('REQ-54: a question is counted apart among what is not taken into account', () => {
    const { points } = reportOf([
      remarkFacts('A', decided({ reasonCode: 'QUESTION' })),
      remarkFacts('B', decided()),
    ]).counts;
    expect([points.questions.total, points.notTakenIntoAccount.total]).toEqual([1, 2]);
    expect(points.byReason).toEqual({ ALREADY_PROVIDED: 1, QUESTION: 1 });
  });

  it('AMB-10: five hundred remarks in a group are one row ×500 and count 500; each keeps its number and words', () => {
    const members = Array.from({ length: 500 }, (_, index) => ({
      ...remarkFacts(`G${String(index).padStart(3, '0')}`, accepted()),
      body: `Прошу сократить срок, вариант ${index}.`,
      groupNo: 7,
    }));
    const data = reportOf([...members, remarkFacts('Z', decided())]);
    expect(data.rows.map(({ number, group }) => [number, group?.size ?? 1])).toEqual([
      ['G000', 500],
      ['Z', 1],
    ]);
    expect(data.counts.points.takenIntoAccount.total).toBe(500);
    expect([data.counts.groups, data.counts.grouped]).toEqual([1, 500]);
    expect(data.remarks[317]).toMatchObject({
      number: 'G317',
      row: 1,
      own: { text: 'Прошу сократить срок, вариант 317.' },
    });
    expect(data.remarks[0]?.own).toBeNull();
  });

  it('REQ-68: rows go by arrival, then by number', () => {
    const later = { ...remarkFacts('A', decided()), receivedAt: instantOf(Date.parse(closeAt) - 1) };
    const { rows } = reportOf([later, remarkFacts('C', decided()), remarkFacts('B', decided())]);
    expect(rows.map(({ ordinal, number }) => [ordinal, number])).toEqual([
      [1, 'B'],
      [2, 'C'],
      [3, 'A'],
    ]);
  });
});
