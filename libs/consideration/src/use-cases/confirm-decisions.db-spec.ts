import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { type DiscussionRows, insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import { ConsiderationQueue } from '../queries/consideration-queue.js';
import { DecisionsOf } from '../queries/decisions-of.js';
import { codeOf, refusal, startConsiderationBed } from '../testing/consideration-bed.js';
import { ConfirmDecisions } from './confirm-decisions.js';
import { DecideRemark } from './decide-remark.js';
import { SplitRemark } from './split-remark.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startConsiderationBed();
});
afterAll(() => bed.stop());

const ids = (rows: DiscussionRows) => rows.remarks.map(({ id }) => id);
const decide = (rows: DiscussionRows, index: number, by = officerOf(rows.bodyId)) =>
  bed.get(DecideRemark).execute({ remarkId: ids(rows)[index] ?? '', ...refusal }, by);
const confirm = (rows: DiscussionRows, by = officerOf(rows.bodyId), remarkIds = ids(rows)) =>
  bed.get(ConfirmDecisions).execute({ remarkIds }, by);

describe('a second officer confirms decisions', () => {
  it('once; a later decision waits for a confirmation of its own', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 2 });
    await decide(rows, 0);
    await decide(rows, 1);
    const waiting = async () =>
      (
        await bed
          .get(ConsiderationQueue)
          .of(rows.discussionId, officerOf(rows.bodyId), { size: 9 }, { unconfirmedOnly: true })
      ).items.length;
    expect(await waiting()).toBe(2);
    expect(await confirm(rows)).toBe(2);
    expect(await confirm(rows)).toBe(0);
    expect(await waiting()).toBe(0);
    await decide(rows, 0);
    expect(await waiting()).toBe(1);
    const [current] = await bed.get(DecisionsOf).current(ids(rows)[0] ?? '');
    expect(current?.confirmedBy).toBeNull();
  });

  it('never the one who decided: not alone, and not among others (all or none)', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 2 });
    const first = officerOf(rows.bodyId);
    await decide(rows, 0, first);
    await decide(rows, 1);
    expect(await codeOf(confirm(rows, first))).toBe('not-allowed');
    const [row] = await bed.database.query<{ n: number }>(
      `select count(*)::int as n from decision_confirmation c join decision d on d.id = c.decision_id
         join point p on p.id = d.point_id where p.remark_id = any($1)`,
      [ids(rows)],
    );
    expect(row?.n).toBe(0);
  });

  it('whose own decision is confirmed already, of what another decided after; not while a point is undecided', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: [{ body: 'Бірінші. Екінші.' }] });
    const [remarkId = ''] = ids(rows);
    const points = [
      [{ part: 'TEXT', startsAt: 0, quote: 'Бірінші.' }],
      [{ part: 'TEXT', startsAt: 9, quote: 'Екінші.' }],
    ] as const;
    const [first, second] = [officerOf(rows.bodyId), officerOf(rows.bodyId)];
    await bed.get(SplitRemark).execute({ remarkId, points }, first);
    const decidePoint = (point: number, by = first) =>
      bed.get(DecideRemark).execute({ remarkId, point, ...refusal }, by);
    await decidePoint(1);
    expect(await codeOf(confirm(rows, second))).toBe('wrong-state');
    await decidePoint(2);
    expect(await confirm(rows, second)).toBe(2);
    await decidePoint(2, second);
    expect(await codeOf(confirm(rows, second))).toBe('not-allowed');
    expect(await confirm(rows, first)).toBe(1);
  });

  it('not what is undecided, not for another body, not for a mere signer', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    expect(await codeOf(confirm(rows))).toBe('wrong-state');
    await decide(rows, 0);
    expect(await codeOf(confirm(rows, officerOf(newId())))).toBe('not-found');
    expect(await codeOf(confirm(rows, officerOf(rows.bodyId, 'signer')))).toBe('not-allowed');
    expect(await codeOf(confirm(rows, officerOf(rows.bodyId), []))).toBe('invalid-input');
  });

  it('nor by hand-written SQL under the name of who decided', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    await decide(rows, 0);
    const forge = `insert into decision_confirmation (decision_id, confirmed_by, confirmed_at)
      select d.id, d.decided_by, now() from decision d join point p on p.id = d.point_id where p.remark_id = $1`;
    await expect(bed.database.query(forge, [ids(rows)[0]])).rejects.toThrow(/another officer/);
  });
});
