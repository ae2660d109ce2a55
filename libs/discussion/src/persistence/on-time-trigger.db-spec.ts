import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { type DiscussionRows, insertDiscussion, type TestBed } from '#lib/testing';
import { now, openDiscussion, remarkOn, startDiscussionBed } from '../testing/discussion-bed.js';
import { SubmitRemark } from '../use-cases/submit-remark.js';

let bed: TestBed;
let closed: DiscussionRows;

beforeAll(async () => {
  bed = await startDiscussionBed();
  closed = await insertDiscussion(bed.database, { state: 'CLOSED' });
});
afterAll(() => bed.stop());

/** A remark by hand-written SQL, past every use case. */
const insert = (discussionId: string, receivedAt: string, channel = 'PAPER') =>
  bed.database.query(
    `insert into remark (id, discussion_id, number, kind, sender_kind, intake_channel, language, body, state, received_at,
       profile_id, salt, commitment, normalised_hash)
     values ($1, $2, $3, 'REMARK', 'INDIVIDUAL', $4, 'kk', 'мәтін', 'RECEIVED', $5, 'kz-126-2016-03', '\\x00', '\\x00', '\\x00')`,
    [newId(), discussionId, newId(), channel, receivedAt],
  );

describe('the trigger of remark (R8.4, vector D1)', () => {
  it.each(['2016-06-01T04:00:00.000000Z', '2016-07-01T17:59:59.999999Z'])('lets in what arrived at %s', async (at) => {
    await expect(insert(closed.discussionId, at)).resolves.toEqual([]);
  });

  it.each([
    ['2016-07-01T18:00:00.000000Z', 'TQ001'],
    ['2016-07-01T18:00:00.000001Z', 'TQ001'],
    ['2016-06-01T03:59:59.999999Z', 'TQ002'],
  ])('refuses what arrived at %s by %s', async (at, code) => {
    await expect(insert(closed.discussionId, at)).rejects.toMatchObject({ code });
  });

  it('refuses an online remark into a closed discussion, whatever instant it claims', async () => {
    await expect(insert(closed.discussionId, '2016-06-20T06:00:00Z', 'PORTAL')).rejects.toMatchObject({
      code: 'TQ001',
    });
  });

  it('refuses an online remark that claims to have arrived long ago, and one of the future', async () => {
    const open = await openDiscussion(bed.database);
    const at = (shift: string) => `(clock_timestamp() ${shift})`;
    const [times] = await bed.database.query<{ old: string; ahead: string }>(
      `select ${at(`- interval '16 minutes'`)}::text as old, ${at(`+ interval '1 minute'`)}::text as ahead`,
    );
    await expect(insert(open.discussionId, times?.old ?? '', 'API')).rejects.toMatchObject({ code: 'TQ001' });
    await expect(insert(open.discussionId, times?.ahead ?? '', 'PAPER')).rejects.toMatchObject({ code: 'TQ002' });
  });

  it('takes into a withdrawn discussion only paper that arrived before the withdrawal (REQ-25)', async () => {
    const withdrawn = await insertDiscussion(bed.database, { state: 'WITHDRAWN' });
    await expect(insert(withdrawn.discussionId, '2016-06-19T06:00:00Z')).resolves.toEqual([]);
    await expect(insert(withdrawn.discussionId, '2016-06-20T06:00:00Z')).rejects.toMatchObject({ code: 'TQ003' });
    await expect(insert(withdrawn.discussionId, '2016-06-19T06:00:00Z', 'API')).rejects.toMatchObject({
      code: 'TQ003',
    });
  });

  it('does not let an arrival, a text or a withdrawal be moved past the close (REQ-38, REQ-39)', async () => {
    const open = await openDiscussion(bed.database);
    const { number } = await bed.get(SubmitRemark).execute(remarkOn(open), now);
    await bed.database.query(`update discussion set close_at = clock_timestamp() where id = $1`, [open.discussionId]);
    for (const change of [
      'received_at = clock_timestamp()',
      `revised_at = clock_timestamp(), body = 'басқа'`,
      `withdrawn_at = clock_timestamp(), state = 'WITHDRAWN'`,
    ]) {
      await expect(bed.database.query(`update remark set ${change} where number = $1`, [number])).rejects.toMatchObject(
        {
          code: 'TQ001',
        },
      );
    }
  });

  it('never lets a remark be deleted, only hidden (REQ-116)', async () => {
    const open = await openDiscussion(bed.database);
    const { number } = await bed.get(SubmitRemark).execute(remarkOn(open), now);
    await expect(bed.database.query('delete from remark where number = $1', [number])).rejects.toThrow('REQ-116');
    await bed.database.query(`update remark set state = 'HIDDEN' where number = $1`, [number]);
  });
});
