import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transactions } from '#lib/database';
import { newId } from '#lib/kernel';
import type { TestBed } from '#lib/testing';
import { DueDiscussions } from '../queries/due-discussions.js';
import { now, openDiscussion, remarkOn, startDiscussionBed } from '../testing/discussion-bed.js';
import { CloseDiscussion } from './close-discussion.js';
import { SubmitRemark } from './submit-remark.js';

let bed: TestBed;
let other: TestBed;

beforeAll(async () => {
  bed = await startDiscussionBed({ drainSeconds: 1 });
  other = await startDiscussionBed({ drainSeconds: 1, database: bed.database });
});
afterAll(async () => {
  await other.stop();
  await bed.stop();
});

const stateOf = async (discussionId: string) => {
  const [row] = await bed.database.query(
    `select d.state, d.closed_at is not null as "isClosed", p.state as procedure,
            (select count(*)::int from ledger_entry where subject_id = $1 and act = 'discussion.closed') as entries,
            (select count(*)::int from outbox_event where event = 'discussion.closed' and data->>'discussionId' = $1::text) as events
       from discussion d join procedure p on p.id = d.procedure_id where d.id = $1`,
    [discussionId],
  );
  return row;
};
const closedOnce = { state: 'CLOSED', isClosed: true, procedure: 'CLOSED', entries: 1, events: 1 };
const untouched = { state: 'OPEN', isClosed: false, procedure: 'OPEN', entries: 0, events: 0 };

describe('CloseDiscussion (R8.2, REQ-27)', () => {
  it('closes a due discussion once, however many workers try', async () => {
    const { discussionId } = await openDiscussion(bed.database, -5);
    const closings = await Promise.all(
      Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? bed : other).get(CloseDiscussion).execute(discussionId)),
    );
    expect(closings.toSorted()).toEqual(['closed', ...Array.from({ length: 11 }, () => 'settled')]);
    expect(await stateOf(discussionId)).toEqual(closedOnce);
  });

  it('does nothing before the term and its drain are over', async () => {
    for (const closesIn of [60, -0.2, null]) {
      const { discussionId } = await openDiscussion(bed.database, closesIn);
      expect(await bed.get(CloseDiscussion).execute(discussionId)).toBe('not-due');
      expect(await stateOf(discussionId)).toEqual(untouched);
    }
  });

  it('does not close a withdrawn discussion', async () => {
    const { discussionId } = await openDiscussion(bed.database, -5);
    await bed.database.query(
      `update discussion set state = 'WITHDRAWN', withdrawn_at = clock_timestamp() where id = $1`,
      [discussionId],
    );
    expect(await bed.get(CloseDiscussion).execute(discussionId)).toBe('settled');
  });

  it('leaves no trace when its transaction is rolled back', async () => {
    const { discussionId } = await openDiscussion(bed.database, -5);
    const undone = bed.get(Transactions).run(async (tx) => {
      expect(await bed.get(CloseDiscussion).within(tx, discussionId)).toBe('closed');
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await stateOf(discussionId)).toEqual(untouched);
  });

  it('does not know a discussion that is not there', async () => {
    await expect(bed.get(CloseDiscussion).execute(newId())).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is found due from the database alone, and no longer once closed', async () => {
    const due = await openDiscussion(bed.database, -5);
    const running = await openDiscussion(bed.database, 60);
    const before = await bed.get(DueDiscussions).list();
    expect(before).toContain(due.discussionId);
    expect(before).not.toContain(running.discussionId);
    await bed.get(CloseDiscussion).execute(due.discussionId);
    expect(await bed.get(DueDiscussions).list()).not.toContain(due.discussionId);
  });

  it('races 200 writers on two portals: none late gets in, none acknowledged is lost (I2, I5)', async () => {
    const discussion = await openDiscussion(bed.database, 0.4);
    const portals = [bed.get(SubmitRemark), other.get(SubmitRemark)];
    const acknowledged: string[] = [];
    const refusals: string[] = [];
    let isClosed = false;
    const writer = async (_: unknown, i: number) => {
      while (!isClosed) {
        await portals[i % 2]?.execute(remarkOn(discussion), now).then(
          ({ number }) => acknowledged.push(number),
          (error: { code: string }) => refusals.push(error.code),
        );
      }
    };
    const closer = async () => {
      while (!isClosed) isClosed = (await bed.get(CloseDiscussion).execute(discussion.discussionId)) !== 'not-due';
    };
    await Promise.all([...Array.from({ length: 200 }, writer), closer(), closer()]);
    const stored = await bed.database.query<{ number: string; onTime: boolean }>(
      `select r.number, r.received_at < d.close_at as "onTime" from remark r join discussion d on d.id = r.discussion_id
        where d.id = $1`,
      [discussion.discussionId],
    );
    const [late] = await bed.database.query<{ late: number }>(
      'select count(*)::int as late from late_arrival where discussion_id = $1 and received_at >= close_at',
      [discussion.discussionId],
    );
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(stored.map(({ number }) => number).toSorted()).toEqual(acknowledged.toSorted());
    expect(stored.every(({ onTime }) => onTime)).toBe(true);
    expect(new Set(refusals)).toEqual(new Set(['discussion-closed']));
    expect(late?.late).toBe(refusals.length);
    expect(await stateOf(discussion.discussionId)).toEqual(closedOnce);
  }, 30_000);
});
