import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DiscussionRows, TestBed } from '#lib/testing';
import type { RemarkContent } from '../domain/remark-content.js';
import { CheckReceipt } from '../queries/check-receipt.js';
import { now, openDiscussion, remarkOn, startDiscussionBed } from '../testing/discussion-bed.js';
import { ReplaceRemark } from './replace-remark.js';
import { SubmitRemark } from './submit-remark.js';
import { WithdrawRemark } from './withdraw-remark.js';

let bed: TestBed;

beforeAll(async () => {
  bed = await startDiscussionBed({ isPortal: true });
});
afterAll(() => bed.stop());

const other: RemarkContent = { kind: 'PROPOSAL', language: 'ru', text: 'Сократить до двух дней.', anchors: [] };

const closeAt = (discussion: DiscussionRows, when: string) =>
  bed.database.query(`update discussion set close_at = ${when} where id = $1`, [discussion.discussionId]);

const remarkOf = async (number: string) => {
  const [row] = await bed.database.query<Record<string, unknown>>(
    `select r.body, r.kind, r.revision, r.state, r.withdrawn_at is not null as "isWithdrawn",
            (select jsonb_agg(v.body order by v.revision) from remark_revision v where v.remark_id = r.id) as kept,
            (select jsonb_agg(e.act order by e.at) from ledger_entry e where e.subject_id = r.id) as acts
       from remark r where r.number = $1`,
    [number],
  );
  return row;
};

describe('a sender and an own remark (REQ-38)', () => {
  it('replaces it before the close; every version is kept and the last counts', async () => {
    const discussion = await openDiscussion(bed.database);
    const input = remarkOn(discussion);
    const first = await bed.get(SubmitRemark).execute(input, now);
    const second = await bed.get(ReplaceRemark).execute({ ...first, content: other }, now);
    expect(second).toMatchObject({ number: first.number, secret: first.secret, verdict: 'ON_TIME' });
    expect(second.receivedAt > first.receivedAt).toBe(true);
    expect(await remarkOf(first.number)).toEqual({
      body: other.text,
      kind: 'PROPOSAL',
      revision: 2,
      state: 'RECEIVED',
      isWithdrawn: false,
      kept: [input.content.text],
      acts: ['remark.received', 'remark.replaced'],
    });
    // The retry of the first submission still gets the first receipt, and both receipts verify.
    expect(await bed.get(SubmitRemark).execute(input, now)).toEqual(first);
    const check = bed.get(CheckReceipt);
    expect(await check.execute({ ...first, text: input.content.text })).toMatchObject({ matches: true });
    expect(await check.execute({ ...second, text: other.text })).toMatchObject({
      matches: true,
      commitments: [first.commitment, second.commitment],
    });
    expect(await check.execute({ ...second, text: input.content.text })).toMatchObject({ matches: false });
  });

  it('does not replace it after the close: the version that was on time stays in force', async () => {
    const discussion = await openDiscussion(bed.database);
    const input = remarkOn(discussion);
    const receipt = await bed.get(SubmitRemark).execute(input, now);
    await closeAt(discussion, 'clock_timestamp()');
    await expect(bed.get(ReplaceRemark).execute({ ...receipt, content: other }, now)).rejects.toMatchObject({
      code: 'discussion-closed',
      details: { clause: 'R8.4' },
    });
    await expect(bed.get(WithdrawRemark).execute(receipt, now)).rejects.toMatchObject({ code: 'discussion-closed' });
    expect(await remarkOf(receipt.number)).toMatchObject({ body: input.content.text, revision: 1, kept: null });
  });

  it('counts a replacement by its arrival, not by its writing (REQ-34)', async () => {
    const discussion = await openDiscussion(bed.database);
    const receipt = await bed.get(SubmitRemark).execute(remarkOn(discussion), { elapsedMs: 10_000 });
    await closeAt(discussion, `clock_timestamp() - interval '1 second'`);
    const replaced = await bed.get(ReplaceRemark).execute({ ...receipt, content: other }, { elapsedMs: 5_000 });
    expect(replaced.receivedAt < (replaced.closeAt ?? '')).toBe(true);
  });

  it('withdraws it before the close, once; it keeps its number', async () => {
    const discussion = await openDiscussion(bed.database);
    const receipt = await bed.get(SubmitRemark).execute(remarkOn(discussion), now);
    await bed.get(WithdrawRemark).execute(receipt, now);
    expect(await remarkOf(receipt.number)).toMatchObject({
      state: 'WITHDRAWN',
      isWithdrawn: true,
      acts: ['remark.received', 'remark.withdrawn'],
    });
    await expect(bed.get(WithdrawRemark).execute(receipt, now)).rejects.toMatchObject({ code: 'wrong-state' });
    await expect(bed.get(ReplaceRemark).execute({ ...receipt, content: other }, now)).rejects.toMatchObject({
      code: 'wrong-state',
    });
  });

  it('does nothing with a wrong secret, another number or no number', async () => {
    const discussion = await openDiscussion(bed.database);
    const [mine, theirs] = [
      await bed.get(SubmitRemark).execute(remarkOn(discussion), now),
      await bed.get(SubmitRemark).execute(remarkOn(discussion), now),
    ];
    for (const receipt of [
      { number: mine.number, secret: theirs.secret },
      { number: mine.number, secret: '' },
      { number: 'nonsense', secret: mine.secret },
    ]) {
      await expect(bed.get(WithdrawRemark).execute(receipt, now)).rejects.toMatchObject({ code: 'receipt-not-valid' });
    }
    expect(await remarkOf(mine.number)).toMatchObject({ state: 'RECEIVED' });
  });

  it('does not take a text that could not have been sent', async () => {
    const discussion = await openDiscussion(bed.database);
    const receipt = await bed.get(SubmitRemark).execute(remarkOn(discussion), now);
    const content = { ...other, text: '' };
    await expect(bed.get(ReplaceRemark).execute({ ...receipt, content }, now)).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect(await remarkOf(receipt.number)).toMatchObject({ revision: 1, kept: null });
  });
});
