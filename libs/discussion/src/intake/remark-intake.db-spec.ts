import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '#lib/database';
import { newId } from '#lib/kernel';
import type { TestBed } from '#lib/testing';
import pg from 'pg';
import { insertFile, now, openDiscussion, remarkOn, startDiscussionBed } from '../testing/discussion-bed.js';
import { SubmitRemark } from '../use-cases/submit-remark.js';

let bed: TestBed;
let other: TestBed;
let here: SubmitRemark;
let there: SubmitRemark;

/** Two portals on one database. */
beforeAll(async () => {
  bed = await startDiscussionBed();
  other = await startDiscussionBed({ database: bed.database });
  here = bed.get(SubmitRemark);
  there = other.get(SubmitRemark);
});
afterAll(async () => {
  await other.stop();
  await bed.stop();
});

const countOf = async (discussionId: string) => {
  const [row] = await bed.database.query<{ remarks: number; entries: number; events: number }>(
    `select count(*)::int as remarks,
            (select count(*)::int from ledger_entry e join remark r on r.id = e.subject_id where r.discussion_id = $1) as entries,
            (select count(*)::int from outbox_event e join remark r on r.id = (e.data->>'remarkId')::uuid where r.discussion_id = $1) as events
       from remark where discussion_id = $1`,
    [discussionId],
  );
  return row;
};
const one = { remarks: 1, entries: 1, events: 1 };

describe('intake of remarks', () => {
  it('makes one remark of 50 equal requests on two portals, and 50 equal receipts (REQ-37)', async () => {
    const discussion = await openDiscussion(bed.database);
    const input = remarkOn(discussion);
    const receipts = await Promise.all(
      Array.from({ length: 50 }, (_, i) => (i % 2 === 0 ? here : there).execute(input, now)),
    );
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    expect(await countOf(discussion.discussionId)).toEqual(one);
  });

  it('does not make a remark late by the wait for a connection (REQ-34)', async () => {
    const discussion = await openDiscussion(bed.database);
    await here.execute(remarkOn(discussion), now);
    const busy = Array.from({ length: 8 }, () => bed.get(Database).query('select pg_sleep(1.2)'));
    await bed.database.query(
      `update discussion set close_at = clock_timestamp() + interval '0.4 seconds' where id = $1`,
      [discussion.discussionId],
    );
    const receipt = await here.execute(remarkOn(discussion), now);
    expect(receipt.closeAt && receipt.receivedAt < receipt.closeAt).toBe(true);
    await Promise.all(busy);
  });

  it('refuses another text under the same key, also at the same moment (REQ-37)', async () => {
    const discussion = await openDiscussion(bed.database);
    const idempotencyKey = newId();
    const settled = await Promise.allSettled(
      ['бірінші', 'екінші', 'бірінші', 'екінші'].map((text, i) =>
        (i < 2 ? here : there).execute(remarkOn(discussion, { idempotencyKey, text }), now),
      ),
    );
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    for (const outcome of settled) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'idempotency-key-reused' });
    }
    expect(await countOf(discussion.discussionId)).toEqual(one);
  });

  it('keeps the keys of two discussions apart', async () => {
    const idempotencyKey = 'same';
    const [a, b] = [await openDiscussion(bed.database), await openDiscussion(bed.database)];
    const [first, second] = await Promise.all([a, b].map((d) => here.execute(remarkOn(d, { idempotencyKey }), now)));
    expect(first?.number).not.toBe(second?.number);
  });

  it('takes ten files with a remark and refuses eleven (REQ-30)', async () => {
    const discussion = await openDiscussion(bed.database);
    const attachments: string[] = [];
    for (let count = 0; count < 11; count += 1) attachments.push(await insertFile(bed.database));
    const remark = (count: number) => remarkOn(discussion, { attachments: attachments.slice(0, count) });
    await expect(here.execute(remark(11), now)).rejects.toMatchObject({ code: 'attachment-refused' });
    await expect(here.execute(remark(10), now)).resolves.toMatchObject({ number: expect.any(String) });
  });

  it('does not fail the neighbours of a remark that cannot be written', async () => {
    const discussion = await openDiscussion(bed.database);
    const file = await insertFile(bed.database);
    const settled = await Promise.allSettled([
      ...Array.from({ length: 10 }, () => here.execute(remarkOn(discussion), now)),
      here.execute(remarkOn(discussion, { attachments: [file] }), now),
      here.execute(remarkOn(discussion, { attachments: [file] }), now),
    ]);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(11);
    expect(settled.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'attachment-refused' },
    });
    expect(await countOf(discussion.discussionId)).toEqual({ remarks: 11, entries: 11, events: 11 });
  });

  it('tells a request whose twin is still being written elsewhere to come back (security 5b)', async () => {
    const discussion = await openDiscussion(bed.database);
    const input = remarkOn(discussion);
    const twin = new pg.Client({ connectionString: bed.database.url });
    await twin.connect();
    try {
      await twin.query('begin');
      await twin.query(`insert into idempotency (scope, key, fingerprint, subject_id) values ($1, $2, '\\x00', $3)`, [
        discussion.discussionId,
        input.idempotencyKey,
        newId(),
      ]);
      const neighbour = here.execute(remarkOn(discussion), now);
      await expect(here.execute(input, now)).rejects.toMatchObject({ code: 'request-in-progress' });
      expect(await neighbour).toMatchObject({ verdict: 'ON_TIME' });
      await twin.query('rollback');
      expect(await here.execute(input, now)).toMatchObject({ verdict: 'ON_TIME' });
    } finally {
      await twin.end();
    }
  }, 20_000);

  it('takes more at once than one batch holds, on both portals, without a deadlock', async () => {
    const discussions = [await openDiscussion(bed.database), await openDiscussion(bed.database)];
    const receipts = await Promise.all(
      Array.from({ length: 600 }, (_, i) =>
        (i % 2 === 0 ? here : there).execute(remarkOn(discussions[i % 3 === 0 ? 0 : 1] ?? fail()), now),
      ),
    );
    expect(new Set(receipts.map(({ number }) => number)).size).toBe(600);
    const [a, b] = await Promise.all(discussions.map(({ discussionId }) => countOf(discussionId)));
    expect([a?.remarks, b?.remarks]).toEqual([200, 400]);
  });

  it('refuses what its queue cannot hold, and nothing refused is stored (REQ-34)', async () => {
    const discussion = await openDiscussion(bed.database);
    const settled = await Promise.allSettled(
      Array.from({ length: 1_500 }, () => here.execute(remarkOn(discussion), now)),
    );
    const refused = settled.filter((outcome) => outcome.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused.map(({ reason }) => (reason as { code: string }).code))).toEqual(new Set(['too-busy']));
    expect((await countOf(discussion.discussionId))?.remarks).toBe(1_500 - refused.length);
  });

  it('refuses a request that took too long to reach the database (design, section 3)', async () => {
    const discussion = await openDiscussion(bed.database);
    const old = here.execute(remarkOn(discussion), { elapsedMs: 25_000 });
    const young = here.execute(remarkOn(discussion), now);
    await expect(old).rejects.toMatchObject({ code: 'too-busy' });
    expect(await young).toMatchObject({ verdict: 'ON_TIME' });
  });
});

function fail(): never {
  throw new Error('no such discussion');
}
