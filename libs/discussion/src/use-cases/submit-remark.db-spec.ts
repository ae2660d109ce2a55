import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import type { TestBed } from '#lib/testing';
import { commitmentPreimage } from '../domain/commitment.js';
import { insertFile, now, openDiscussion, remarkOn, startDiscussionBed } from '../testing/discussion-bed.js';
import { RemarkByNumber } from '../queries/remark-by-number.js';
import { SubmitRemark } from './submit-remark.js';

let bed: TestBed;
let submit: SubmitRemark;

beforeAll(async () => {
  // Whoever sends a remark is nobody known: nothing unpublished is there for the intake (decision 29).
  bed = await startDiscussionBed({ isPortal: true });
  submit = bed.get(SubmitRemark);
});
afterAll(() => bed.stop());

const rowsOf = async (discussionId: string) => {
  const [counts] = await bed.database.query<Record<string, number>>(
    `select (select count(*)::int from remark where discussion_id = $1) as remarks,
            (select count(*)::int from sealed_sender s join remark r on r.id = s.subject_id where r.discussion_id = $1) as senders,
            (select count(*)::int from late_arrival where discussion_id = $1) as late,
            (select count(*)::int from ledger_entry where data like '%' || $1::text || '%') as entries,
            (select count(*)::int from outbox_event e join remark r on r.id = (e.data->>'remarkId')::uuid where r.discussion_id = $1) as events,
            (select count(*)::int from idempotency where scope = $1::text) as keys`,
    [discussionId],
  );
  return counts;
};

describe('SubmitRemark', () => {
  it('acknowledges what it committed, with a receipt that verifies offline (REQ-36)', async () => {
    const discussion = await openDiscussion(bed.database);
    const input = remarkOn(discussion);
    const receipt = await submit.execute(input, now);
    expect(receipt).toMatchObject({ verdict: 'ON_TIME', zone: 'Asia/Almaty', discussionId: discussion.discussionId });
    expect(receipt.receivedAt < (receipt.closeAt ?? '')).toBe(true);
    const { discussionId, number, salt, commitment } = receipt;
    const committed = { ...input.content, discussionId, number, attachments: [] };
    const preimage = commitmentPreimage(Buffer.from(salt, 'hex'), committed);
    expect(createHash('sha256').update(preimage).digest('hex')).toBe(commitment);
    expect(await rowsOf(discussionId)).toEqual({ remarks: 1, senders: 1, late: 0, entries: 1, events: 1, keys: 1 });
  });

  it('writes the act in the ledger as canonical JSON without a name, a contact or a text (REQ-46)', async () => {
    const discussion = await openDiscussion(bed.database);
    const { number, commitment, receivedAt } = await submit.execute(remarkOn(discussion), now);
    const [entry] = await bed.database.query<{ actor: string; act: string; data: string }>(
      'select actor, act, data from ledger_entry where data like $1',
      [`%${number}%`],
    );
    expect(entry).toEqual({
      actor: 'citizen',
      act: 'remark.received',
      data: JSON.stringify({
        channel: 'API',
        commitment,
        discussionId: discussion.discussionId,
        number,
        profileId: 'kz-126-2016-03',
        receivedAt,
      }),
    });
  });

  it('takes what arrived before the close and is written after it (REQ-34)', async () => {
    const discussion = await openDiscussion(bed.database, -2);
    const receipt = await submit.execute(remarkOn(discussion), { elapsedMs: 5_000 });
    expect(receipt.receivedAt < (receipt.closeAt ?? '')).toBe(true);
  });

  it('refuses what arrived after the close with a number, both instants and the rule, and no remark (R8.4, REQ-39)', async () => {
    const discussion = await openDiscussion(bed.database, -2);
    const { discussionId } = discussion;
    const input = remarkOn(discussion);
    const refused = await submit.execute(input, now).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: 'discussion-closed',
      details: { discussionId, clause: 'R8.4', profileId: 'kz-126-2016-03', zone: 'Asia/Almaty' },
    });
    expect(await rowsOf(discussionId)).toEqual({ remarks: 0, senders: 0, late: 1, entries: 1, events: 0, keys: 1 });
    // The retry of a late one gets the same notice.
    await expect(submit.execute(input, now)).rejects.toMatchObject({
      details: (refused as { details: object }).details,
    });
    expect(await rowsOf(discussionId)).toMatchObject({ late: 1, entries: 1 });
  });

  it('answers a retry after the close with the receipt it gave before it (REQ-37)', async () => {
    const discussion = await openDiscussion(bed.database);
    const input = remarkOn(discussion);
    const first = await submit.execute(input, now);
    const closing = `update discussion set close_at = clock_timestamp() - interval '1 second', state = 'CLOSED' where id = $1`;
    await bed.database.query(closing, [discussion.discussionId]);
    expect(await submit.execute(input, now)).toEqual(first);
    await expect(submit.execute(remarkOn(discussion), now)).rejects.toMatchObject({ code: 'discussion-closed' });
  });

  it('tells a withdrawn discussion from a closed one (REQ-25)', async () => {
    const discussion = await openDiscussion(bed.database);
    await bed.database.query(
      `update discussion set state = 'WITHDRAWN', withdrawn_at = clock_timestamp() where id = $1`,
      [discussion.discussionId],
    );
    await expect(submit.execute(remarkOn(discussion), now)).rejects.toMatchObject({ code: 'discussion-withdrawn' });
    expect(await rowsOf(discussion.discussionId)).toMatchObject({ remarks: 0, late: 0, entries: 0, keys: 0 });
  });

  it('does not count what comes before the opening (REQ-40)', async () => {
    const discussion = await openDiscussion(bed.database);
    await bed.database.query(`update discussion set open_at = clock_timestamp() + interval '1 minute' where id = $1`, [
      discussion.discussionId,
    ]);
    await expect(submit.execute(remarkOn(discussion), now)).rejects.toMatchObject({ code: 'discussion-not-open' });
    expect(await rowsOf(discussion.discussionId)).toMatchObject({ remarks: 0, late: 0, keys: 0 });
  });

  it('takes remarks while a mandatory channel is missing: nothing is late yet (AMB-05)', async () => {
    const discussion = await openDiscussion(bed.database, null);
    expect(await submit.execute(remarkOn(discussion), now)).toMatchObject({ verdict: 'ON_TIME', closeAt: null });
  });

  it('does not know a discussion that is not there', async () => {
    const nowhere = { discussionId: newId(), clauses: [] };
    await expect(submit.execute(remarkOn(nowhere), now)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('names what is wrong with a remark and writes nothing (REQ-30, REQ-32)', async () => {
    const discussion = await openDiscussion(bed.database);
    const input = remarkOn(discussion, { text: ' ', sender: { kind: 'LEGAL_ENTITY', name: 'Қанат' } });
    await expect(submit.execute(input, now)).rejects.toMatchObject({
      code: 'invalid-input',
      details: {
        faults: [
          { field: 'text', fault: 'missing' },
          { field: 'sender.organisation', fault: 'missing' },
          { field: 'sender.email', fault: 'missing' },
        ],
      },
    });
    await expect(submit.execute(remarkOn(discussion, { idempotencyKey: '' }), now)).rejects.toMatchObject({
      code: 'idempotency-key-invalid',
    });
    expect(await rowsOf(discussion.discussionId)).toMatchObject({ remarks: 0, keys: 0, entries: 0 });
  });

  it('keeps the legal entity and its representative (REQ-30)', async () => {
    const discussion = await openDiscussion(bed.database);
    const sender = {
      kind: 'LEGAL_ENTITY' as const,
      name: 'Қанат',
      email: 'qanat@dala.example',
      organisation: '«Дала» ЖШС',
      bin: '123456789012',
      representativeGround: 'жарғы',
    };
    const { number } = await submit.execute(remarkOn(discussion, { sender }), now);
    const { sender: kept, senderKind } = await bed.get(RemarkByNumber).forOfficer(number);
    expect({ kind: senderKind, ...kept }).toEqual(sender);
  });

  it('claims its attachments; a file is attached once, and only an attachment is', async () => {
    const discussion = await openDiscussion(bed.database);
    const [file, other, scan] = [
      await insertFile(bed.database),
      await insertFile(bed.database),
      await insertFile(bed.database, 'SCAN'),
    ];
    await submit.execute(remarkOn(discussion, { attachments: [other, file] }), now);
    const claimed = await bed.database.query<{ file_id: string; position: number }>(
      `select file_id, position from remark_attachment a join stored_file f on f.id = a.file_id
        where f.claimed_at is not null order by position`,
    );
    expect(claimed.map(({ file_id }) => file_id)).toEqual([other, file]);
    for (const wrong of [[file], [scan], [newId()], ['x'], Array.from({ length: 11 }, newId)]) {
      await expect(submit.execute(remarkOn(discussion, { attachments: wrong }), now)).rejects.toMatchObject({
        code: 'attachment-refused',
      });
    }
    expect(await rowsOf(discussion.discussionId)).toMatchObject({ remarks: 1, keys: 1, entries: 1, events: 1 });
  });

  it('keeps the attachments of a late one in the late register (REQ-39)', async () => {
    const discussion = await openDiscussion(bed.database, -2);
    const file = await insertFile(bed.database);
    await expect(submit.execute(remarkOn(discussion, { attachments: [file] }), now)).rejects.toMatchObject({
      code: 'discussion-closed',
    });
    const [kept] = await bed.database.query(
      `select l.content->'attachments' as attachments, f.claimed_at is not null as "isClaimed"
         from late_arrival l join stored_file f on f.id = $2 where l.discussion_id = $1`,
      [discussion.discussionId, file],
    );
    expect(kept).toEqual({ attachments: [file], isClaimed: true });
  });
});
