import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { type DiscussionRows, insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import { DecisionsOf } from '../queries/decisions-of.js';
import { PointsOf } from '../queries/points-of.js';
import { UndecidedRemarks } from '../queries/undecided-remarks.js';
import { acceptance, codeOf, refusal, startConsiderationBed } from '../testing/consideration-bed.js';
import { DecideRemark } from './decide-remark.js';
import { SplitRemark } from './split-remark.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startConsiderationBed();
});
afterAll(() => bed.stop());

const TEXT = 'Мерзімді қысқартыңыз. Құжатты алып тастаңыз. Рахмет.';
const first = { part: 'TEXT', startsAt: 0, quote: 'Мерзімді қысқартыңыз.' } as const;
const second = { part: 'TEXT', startsAt: 22, quote: 'Құжатты алып тастаңыз.' } as const;
const third = { part: 'TEXT', startsAt: 45, quote: 'Рахмет.' } as const;
const one = () => insertDiscussion(bed.database, { remarks: [{ body: TEXT }] });
const id = (rows: DiscussionRows) => rows.remarks[0]?.id ?? '';
const split = (
  rows: DiscussionRows,
  points: Parameters<SplitRemark['execute']>[0]['points'],
  actor = officerOf(rows.bodyId),
) => bed.get(SplitRemark).execute({ remarkId: id(rows), points }, actor);
const decide = (rows: DiscussionRows, more: object) =>
  bed.get(DecideRemark).execute({ remarkId: id(rows), ...refusal, ...more }, officerOf(rows.bodyId));
const noChange = { noChangeKk: 'Онсыз да бар.', noChangeRu: 'Уже есть.' };

describe('splitting a remark into points (REQ-50, REQ-51)', () => {
  it('keeps each point with its passages; each is decided apart, and one alone is not enough', async () => {
    const rows = await one();
    await split(rows, [[first], [second, third]]);
    expect(await bed.get(PointsOf).execute(id(rows))).toMatchObject([
      { position: 1, spans: [first] },
      { position: 2, spans: [second, third] },
    ]);
    await decide(rows, { ...acceptance, ...noChange });
    expect(await bed.get(UndecidedRemarks).of(rows.discussionId)).toHaveLength(1);
    await decide(rows, { point: 2 });
    expect(await bed.get(UndecidedRemarks).of(rows.discussionId)).toEqual([]);
    expect((await bed.get(DecisionsOf).current(id(rows))).map(({ outcome }) => outcome)).toEqual([
      'TAKEN_INTO_ACCOUNT',
      'NOT_TAKEN_INTO_ACCOUNT',
    ]);
  });

  it('split anew, a point with the same passages keeps its decision; the others are retired with theirs', async () => {
    const rows = await one();
    await split(rows, [[first], [second]]);
    await decide(rows, { point: 1 });
    await decide(rows, { ...acceptance, point: 2, ...noChange });
    await split(rows, [[third], [second], [first]]);
    const current = await bed.get(DecisionsOf).current(id(rows));
    expect(current.map(({ point, outcome }) => [point, outcome])).toEqual([
      [2, 'TAKEN_INTO_ACCOUNT'],
      [3, 'NOT_TAKEN_INTO_ACCOUNT'],
    ]);
    await split(rows, [[]]);
    expect(await bed.get(DecisionsOf).current(id(rows))).toEqual([]);
    const history = await bed.get(DecisionsOf).history(id(rows));
    expect(history.map(({ isRetired }) => isRetired)).toEqual([true, true]);
    expect(await bed.get(UndecidedRemarks).of(rows.discussionId)).toHaveLength(1);
  });

  it('the same split again changes nothing and writes nothing', async () => {
    const rows = await one();
    await split(rows, [[first], [second]]);
    await split(rows, [[first], [second]]);
    const entries = await bed.database.query('select from ledger_entry where subject_id = $1', [id(rows)]);
    expect(entries).toHaveLength(1);
  });

  it('what is not in the remark is refused with the point, and nothing is half written', async () => {
    const rows = await one();
    await expect(split(rows, [[first], [{ ...second, startsAt: 23 }]])).rejects.toMatchObject({
      code: 'invalid-input',
      details: { faults: [{ point: 2, fault: 'passage-not-there' }] },
    });
    expect(await bed.get(PointsOf).execute(id(rows))).toEqual([]);
  });

  it('another body gets not-found, a signer not-allowed, and an open discussion wrong-state', async () => {
    const rows = await one();
    expect(await codeOf(split(rows, [[]], officerOf(newId())))).toBe('not-found');
    expect(await codeOf(split(rows, [[]], officerOf(rows.bodyId, 'signer')))).toBe('not-allowed');
    const open = await insertDiscussion(bed.database, { remarks: 1, state: 'OPEN' });
    expect(await codeOf(split(open, [[]]))).toBe('wrong-state');
  });

  it('hand-written SQL cannot quote what the remark does not say, delete a point, or bring a retired one back', async () => {
    const rows = await one();
    await split(rows, [[first], [second]]);
    const [point] = await bed.get(PointsOf).execute(id(rows));
    const invent = `insert into point_span (point_id, ordinal, part, starts_at, quote) values ($1, 9, 'TEXT', 0, 'Ештеңе')`;
    await expect(bed.database.query(invent, [point?.id])).rejects.toThrow(/REQ-50/);
    await expect(bed.database.query(`update point_span set quote = 'М'`)).rejects.toThrow(/REQ-50/);
    await expect(bed.database.query('delete from point where id = $1', [point?.id])).rejects.toThrow();
    await split(rows, [[second]]);
    await expect(bed.database.query('update point set retired_at = null where id = $1', [point?.id])).rejects.toThrow(
      /REQ-56/,
    );
  });
});
