import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { type DiscussionRows, insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import { ConsiderationProgress } from '../queries/consideration-progress.js';
import { ConsiderationQueue } from '../queries/consideration-queue.js';
import { DecisionsOf } from '../queries/decisions-of.js';
import { StockAnswers } from '../queries/stock-answers.js';
import { UndecidedRemarks } from '../queries/undecided-remarks.js';
import { acceptance, codeOf, refusal, startConsiderationBed } from '../testing/consideration-bed.js';
import { DecideRemark } from './decide-remark.js';
import { DecideRemarks } from './decide-remarks.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startConsiderationBed();
});
afterAll(() => bed.stop());

const decide = (remarkId: string, rows: DiscussionRows, more: object = {}) =>
  bed.get(DecideRemark).execute({ remarkId, ...refusal, ...more }, officerOf(rows.bodyId));
const first = (rows: DiscussionRows, index = 0): string => rows.remarks[index]?.id ?? '';
const countOf = async (sql: string, id: string) =>
  (await bed.database.query<{ n: number }>(`select count(*)::int as n from ${sql}`, [id]))[0]?.n;
const decisionsIn = (discussionId: string) =>
  countOf(
    'decision d join point p on p.id = d.point_id join remark r on r.id = p.remark_id where r.discussion_id = $1',
    discussionId,
  );

describe('deciding one remark', () => {
  it('A2.T4: stores the decision and writes the ledger with a hash, not the ground', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    expect(await decide(first(rows), rows)).toBe(1);
    expect(await bed.get(DecisionsOf).current(first(rows))).toMatchObject([
      { point: 1, version: 1, ...refusal, decidedAt: '2016-07-05T06:00:00.000000Z', supersededAt: null },
    ]);
    const [entry] = await bed.database.query<{ act: string; data: string }>(
      'select act, data from ledger_entry where subject_id = $1',
      [first(rows)],
    );
    expect(entry?.act).toBe('decision.made');
    expect(entry?.data).toMatch(/"groundSha256":"[0-9a-f]{64}"/);
    expect(entry?.data).not.toContain('Предусмотрено');
  });

  it('REQ-56: a new version supersedes the old one, which stays', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    await decide(first(rows), rows);
    expect(await decide(first(rows), rows, { ...acceptance, changedClauses: rows.clauses.slice(0, 1) })).toBe(2);
    const history = await bed.get(DecisionsOf).history(first(rows));
    expect(history.map(({ version, outcome, supersededAt }) => [version, outcome, supersededAt !== null])).toEqual([
      [2, 'TAKEN_INTO_ACCOUNT', false],
      [1, 'NOT_TAKEN_INTO_ACCOUNT', true],
    ]);
  });

  it('REQ-51: a remark is one point until it is split', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    await decide(first(rows), rows);
    expect(await codeOf(decide(first(rows), rows, { point: 2 }))).toBe('invalid-input');
    const { items } = await bed.get(ConsiderationQueue).of(rows.discussionId, officerOf(rows.bodyId), { size: 5 });
    expect(items[0]).toMatchObject({ outcome: 'NOT_TAKEN_INTO_ACCOUNT', points: [{ position: 1 }] });
  });

  it('two officers at once leave two versions and one in force', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    const versions = await Promise.all([
      decide(first(rows), rows),
      decide(first(rows), rows),
      decide(first(rows), rows),
    ]);
    expect(versions.toSorted()).toEqual([1, 2, 3]);
    expect(await bed.get(DecisionsOf).current(first(rows))).toHaveLength(1);
  });
});

describe('what is refused', () => {
  it('REQ-55: deciding before the close, and about a withdrawn discussion', async () => {
    for (const state of ['OPEN', 'WITHDRAWN'] as const) {
      const rows = await insertDiscussion(bed.database, { remarks: 1, state });
      expect(await codeOf(decide(first(rows), rows))).toBe('wrong-state');
    }
  });

  it('a withdrawn or hidden remark gets no decision', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: [{ state: 'WITHDRAWN' }, { state: 'HIDDEN' }] });
    expect(await codeOf(decide(first(rows), rows))).toBe('wrong-state');
    expect(await codeOf(decide(first(rows, 1), rows))).toBe('wrong-state');
  });

  it('another body, a citizen and an unknown remark get the same answer; a mere signer may not', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    const as = (actor: Parameters<DecideRemark['execute']>[1], remarkId = first(rows)) =>
      codeOf(bed.get(DecideRemark).execute({ remarkId, ...refusal }, actor));
    expect(await as(officerOf(newId()))).toBe('not-found');
    expect(await as({ kind: 'citizen' })).toBe('not-found');
    expect(await as(officerOf(rows.bodyId), newId())).toBe('not-found');
    expect(await as(officerOf(rows.bodyId), 'nothing')).toBe('not-found');
    expect(await as(officerOf(rows.bodyId, 'signer'))).toBe('not-allowed');
    expect(await as(officerOf(rows.bodyId))).toBe('done');
  });

  it('REQ-53: a short ground, with the fault and its clause named', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    await expect(decide(first(rows), rows, { groundRu: 'Нет.' })).rejects.toMatchObject({
      code: 'invalid-input',
      details: { number: rows.remarks[0]?.number, faults: [{ field: 'groundRu', clause: 'REQ-53', least: 20 }] },
    });
    expect(await decisionsIn(rows.discussionId)).toBe(0);
  });

  it('REQ-83: that a remark lies outside the amended parts, unless an amendment is discussed', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    const outside = () => decide(first(rows), rows, { reasonCode: 'OUTSIDE_AMENDED_PARTS' });
    expect(await codeOf(outside())).toBe('invalid-input');
    await bed.database.query(`update procedure set kind = 'AMENDMENT' where id = $1`, [rows.procedureId]);
    expect(await codeOf(outside())).toBe('done');
  });

  it('REQ-55, REQ-56: hand-written SQL neither decides early nor edits a decision', async () => {
    const open = await insertDiscussion(bed.database, { remarks: 1, state: 'OPEN' });
    const point = newId();
    await bed.database.query('insert into point (id, remark_id, position) values ($1, $2, 1)', [point, first(open)]);
    const insert = `insert into decision (id, point_id, version, outcome, reason_code, ground_kk, ground_ru, decided_by, decided_at)
      values ($1, $2, 1, 'TAKEN_INTO_ACCOUNT', 'ACCEPTED', 'a', 'b', 'c', now())`;
    await expect(bed.database.query(insert, [newId(), point])).rejects.toThrow(/REQ-55/);
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    await decide(first(rows), rows);
    await expect(bed.database.query(`update decision set ground_ru = 'иначе'`)).rejects.toThrow(/REQ-56/);
    await expect(bed.database.query('delete from decision')).rejects.toThrow(/REQ-56/);
  });
});

describe('deciding many at once', () => {
  it('REQ-44: one decision on each', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 5 });
    const remarkIds = rows.remarks.map(({ id }) => id);
    await bed.get(DecideRemarks).execute({ remarkIds, ...refusal }, officerOf(rows.bodyId));
    expect(await bed.get(ConsiderationProgress).of(rows.discussionId)).toMatchObject({ decided: 5, undecided: 0 });
  });

  it('all or none: one hidden remark undoes the others and the ledger', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: [{}, {}, { state: 'HIDDEN' }] });
    const remarkIds = rows.remarks.map(({ id }) => id);
    const act = bed.get(DecideRemarks).execute({ remarkIds, ...refusal }, officerOf(rows.bodyId));
    expect(await codeOf(act)).toBe('wrong-state');
    expect(await decisionsIn(rows.discussionId)).toBe(0);
    expect(await countOf('ledger_entry where subject_id = $1', first(rows))).toBe(0);
  });

  it('REQ-53: the same ground on more than five different remarks raises a warning, on five it does not', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 6 });
    const remarkIds = rows.remarks.map(({ id }) => id);
    const decideSome = (ids: string[]) =>
      bed.get(DecideRemarks).execute({ remarkIds: ids, ...refusal }, officerOf(rows.bodyId));
    await decideSome(remarkIds.slice(0, 5));
    expect(await bed.get(StockAnswers).of(rows.discussionId, 5)).toEqual([]);
    await decideSome(remarkIds.slice(5));
    expect(await bed.get(StockAnswers).of(rows.discussionId, 5)).toMatchObject([{ remarks: 6 }]);
  });
});

describe('the queue', () => {
  it('REQ-46: pages through all in order, shows senders to the own officers and to nobody else', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 7 });
    const queue = bed.get(ConsiderationQueue);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await queue.of(rows.discussionId, officerOf(rows.bodyId), { size: 3, ...(after ? { after } : {}) });
      seen.push(...page.items.map(({ number }) => number));
      expect(page.items[0]?.sender.name).toMatch(/Жібекқызы/);
      after = page.next;
    } while (after);
    expect(seen).toEqual(rows.remarks.map(({ number }) => number));
    expect(await codeOf(queue.of(rows.discussionId, officerOf(newId()), { size: 3 }))).toBe('not-found');
    expect(await codeOf(queue.of(rows.discussionId, officerOf(rows.bodyId), { size: 3, after: 'x' }))).toBe(
      'invalid-input',
    );
  });

  it('filters by kind, clause and undecided', async () => {
    const rows = await insertDiscussion(bed.database, {
      remarks: [{ kind: 'PROPOSAL', about: [1] }, { about: [0] }, {}],
    });
    await decide(first(rows, 1), rows);
    const numbers = async (filter: Parameters<ConsiderationQueue['of']>[3]) =>
      (await bed.get(ConsiderationQueue).of(rows.discussionId, officerOf(rows.bodyId), { size: 9 }, filter)).items.map(
        ({ number }) => rows.remarks.findIndex((remark) => remark.number === number),
      );
    expect(await numbers({ kind: 'PROPOSAL' })).toEqual([0]);
    expect(await numbers({ clause: rows.clauses[0] })).toEqual([1]);
    expect(await numbers({ clause: 'whole-draft' })).toEqual([2]);
    expect(await codeOf(numbers({ clause: 'second' }))).toBe('invalid-input');
    expect(await numbers({ undecidedOnly: true })).toEqual([0, 2]);
    expect(await bed.get(UndecidedRemarks).of(rows.discussionId)).toEqual([
      rows.remarks[0]?.number,
      rows.remarks[2]?.number,
    ]);
  });
});
