import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '#lib/database';
import { newId } from '#lib/kernel';
import type { DiscussionRows, TestBed } from '#lib/testing';
import { insertFile, now, openDiscussion, remarkOn, startDiscussionBed } from '../testing/discussion-bed.js';
import { SubmitRemark } from '../use-cases/submit-remark.js';

let bed: TestBed;
let open: DiscussionRows;
let number: string;

beforeAll(async () => {
  bed = await startDiscussionBed();
  open = await openDiscussion(bed.database);
  ({ number } = await bed
    .get(SubmitRemark)
    .execute(remarkOn(open, { attachments: [await insertFile(bed.database)] }), now));
});
afterAll(() => bed.stop());

/** By hand-written SQL: as the owner, and as the application. */
const owner = (sql: string, parameters: unknown[] = []) => bed.database.query(sql, parameters);
const application = (sql: string, parameters: unknown[] = []) => bed.get(Database).query(sql, parameters);

describe('what was received stays (REQ-116)', () => {
  it.each([
    `body = 'басқа'`,
    `body = 'басқа', revised_at = clock_timestamp()`,
    `body = 'басқа', revised_at = clock_timestamp(), revision = 2`,
    `kind = 'PROPOSAL'`,
    `salt = '\\x00'`,
    `commitment = '\\x00'`,
    `anchors = '{}'`,
    `revision = 7`,
    `received_at = received_at - interval '1 second'`,
    `intake_channel = 'PAPER'`,
    `number = 'another'`,
    `close_at = null`,
    `withdrawn_at = clock_timestamp()`,
    `state = 'WITHDRAWN'`,
    `state = 'WITHDRAWN', withdrawn_at = received_at - interval '2 minutes'`,
  ])('refuses a remark changed by hand: %s (REQ-38, REQ-39)', async (change) => {
    await expect(owner(`update remark set ${change} where number = $1`, [number])).rejects.toThrow();
  });

  it('refuses a paper remark edited after the close under an instant of before (REQ-38)', async () => {
    const id = newId();
    await owner(
      `insert into remark (id, discussion_id, number, kind, sender_kind, intake_channel, language, body, state, received_at,
         profile_id, salt, commitment, normalised_hash)
       values ($1::uuid, $2, $1::uuid::text, 'REMARK', 'INDIVIDUAL', 'PAPER', 'kk', 'мәтін', 'RECEIVED', clock_timestamp(), 'kz-126-2016-03',
         '\\x00', '\\x00', '\\x00')`,
      [id, open.discussionId],
    );
    await owner(
      `insert into remark_revision (remark_id, revision, kind, language, body, anchors, from_at, until_at, salt, commitment)
       select id, 1, kind, language, body, anchors, received_at, received_at, salt, commitment from remark where id = $1`,
      [id],
    );
    await expect(
      owner(
        `update remark set body = 'басқа', revision = 2, revised_at = received_at - interval '2 minutes' where id = $1`,
        [id],
      ),
    ).rejects.toThrow('REQ-38');
    await owner(`update remark set body = 'басқа', revision = 2, revised_at = clock_timestamp() where id = $1`, [id]);
    for (const sql of [`update remark_revision set body = 'x'`, 'delete from remark_revision']) {
      await expect(owner(`${sql} where remark_id = $1`, [id])).rejects.toThrow('REQ-116');
    }
  });

  it('hides a remark and shows it again', async () => {
    await owner(`update remark set state = 'HIDDEN' where number = $1`, [number]);
    await owner(`update remark set state = 'RECEIVED' where number = $1`, [number]);
  });

  it('refuses a placement or an attachment changed or taken away (REQ-20)', async () => {
    await owner(
      `insert into placement (id, discussion_id, subject, channel, url, placed_at, recorded_by, recorded_at)
       values ($1, $2, 'DRAFT', 'EGOV_PORTAL', 'https://e.example/1', clock_timestamp(), 'system:test', clock_timestamp())`,
      [newId(), open.discussionId],
    );
    for (const sql of [
      `update placement set url = 'https://other.example'`,
      'delete from placement',
      'update remark_attachment set position = 9',
      'delete from remark_attachment',
      `update stored_file set content = '\\x00000000'`,
      'update stored_file set claimed_at = null',
      'delete from stored_file',
    ]) {
      await expect(application(sql)).rejects.toThrow('REQ-116');
    }
  });

  it.each([
    `close_at = close_at - interval '1 microsecond'`,
    'close_at = null',
    `open_at = open_at + interval '1 second'`,
    `profile_id = 'kz-126-2014'`,
    `zone = 'UTC'`,
  ])('refuses the application a shorter term: %s (REQ-07)', async (change) => {
    await expect(application(`update discussion set ${change} where id = $1`, [open.discussionId])).rejects.toThrow(
      'REQ-07',
    );
  });

  it('never lets a discussion be reopened by the application, nor deleted by anybody (REQ-112)', async () => {
    const over = await openDiscussion(bed.database, -1);
    await application(`update discussion set state = 'CLOSED', closed_at = clock_timestamp() where id = $1`, [
      over.discussionId,
    ]);
    for (const change of [`state = 'OPEN'`, `close_at = close_at + interval '1 day'`]) {
      await expect(application(`update discussion set ${change} where id = $1`, [over.discussionId])).rejects.toThrow(
        'REQ-112',
      );
    }
    await expect(owner('delete from discussion where id = $1', [over.discussionId])).rejects.toThrow('REQ-112');
  });

  it('does not let the application write an entry that is sealed already or has an instant of its own (REQ-115)', async () => {
    for (const [column, value] of [
      ['at', `'2016-01-01T00:00:00Z'`],
      ['sequence, previous_hash, hash', `1000000, '\\x00', '\\x00'`],
    ]) {
      await expect(
        application(
          `insert into ledger_entry (id, actor, act, subject_kind, subject_id, data, ${column})
           values ($1, 'x', 'x', 'x', $1, '{}', ${value})`,
          [newId()],
        ),
      ).rejects.toMatchObject({ code: '42501' });
    }
  });
});
