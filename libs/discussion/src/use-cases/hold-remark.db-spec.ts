import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import type { TestBed } from '#lib/testing';
import { DueDiscussions } from '../queries/due-discussions.js';
import { insertFile, now, openDiscussion, remarkOn, startDiscussionBed } from '../testing/discussion-bed.js';
import { CloseDiscussion } from './close-discussion.js';
import { HoldRemark } from './hold-remark.js';
import { SubmitRemark, type SubmitRemarkInput } from './submit-remark.js';

let bed: TestBed;
let hold: HoldRemark;
let submit: SubmitRemark;

beforeAll(async () => {
  bed = await startDiscussionBed({ drainSeconds: 0 });
  hold = bed.get(HoldRemark);
  submit = bed.get(SubmitRemark);
});
afterAll(() => bed.stop());

/** The close at an instant, given as SQL, as nobody but a test may set it. */
const closeAt = (id: string, sql: string, ...values: unknown[]) =>
  bed.database.query(`update discussion set close_at = ${sql} where id = $1`, [id, ...values]);

/** Sends a held remark again, with its ticket. */
async function sendAgain(input: SubmitRemarkInput, ticket: string) {
  const held = await hold.read(ticket, input);
  return submit.execute(input, { elapsedMs: 0, ...(held ? { arrivedAt: held.arrivedAt } : {}) });
}

describe('a remark that has to wait (REQ-47)', () => {
  it('arrived when it first did: in time to the microsecond, though it is sent again after the close', async () => {
    const discussion = await openDiscussion(bed.database);
    const input = remarkOn(discussion);
    const { ticket, arrivedAt } = await hold.execute(input, { elapsedMs: 1_500 }, 10);
    await closeAt(discussion.discussionId, `$2::timestamptz + interval '1 microsecond'`, arrivedAt);
    await expect(sendAgain(input, ticket)).resolves.toMatchObject({ verdict: 'ON_TIME', receivedAt: arrivedAt });
  });

  it('is late when it was late at first, by a microsecond too: a ticket of then helps nobody', async () => {
    const discussion = await openDiscussion(bed.database);
    const input = remarkOn(discussion);
    const { ticket, arrivedAt } = await hold.execute(input, now, 0);
    await closeAt(discussion.discussionId, '$2::timestamptz', arrivedAt);
    const refused = expect.objectContaining({ receivedAt: arrivedAt });
    await expect(sendAgain(input, ticket)).rejects.toMatchObject({ code: 'discussion-closed', details: refused });
  });

  it('counts the time since the complete request was there', async () => {
    const input = remarkOn(await openDiscussion(bed.database));
    const [before] = await bed.database.query<{ at: string }>('select clock_timestamp() as at');
    const { arrivedAt } = await hold.execute(input, { elapsedMs: 3_000 }, null);
    expect(Date.parse(arrivedAt)).toBeLessThan(Date.parse(before?.at ?? ''));
  });
});

describe('a remark that cannot be taken', () => {
  it('is told so at once, not after the wait, and holds no close', async () => {
    const discussion = await openDiscussion(bed.database, 60);
    const input = remarkOn(discussion, { text: ' ' });
    await expect(hold.execute(input, now, 10)).rejects.toMatchObject({
      code: 'invalid-input',
      details: { faults: [{ field: 'text', fault: 'missing' }] },
    });
    const unnamed = { ...remarkOn(discussion), sender: { kind: 'INDIVIDUAL', name: '' } } as const;
    await expect(hold.execute(unnamed, now, null)).rejects.toMatchObject({ code: 'invalid-input' });
    const [row] = await bed.database.query('select held_until as until from discussion where id = $1', [
      discussion.discussionId,
    ]);
    expect(row).toEqual({ until: null });
  });
});

describe('a ticket', () => {
  const changed: [what: string, change: (input: SubmitRemarkInput) => SubmitRemarkInput][] = [
    ['text', (input) => ({ ...input, content: { ...input.content, text: `${input.content.text} ` } })],
    ['clause', (input) => ({ ...input, content: { ...input.content, anchors: [] } })],
    ['sender', (input) => ({ ...input, sender: { ...input.sender, name: 'Басқа адам' } })],
    ['consent', (input) => ({ ...input, hasNameConsent: true })],
    ['key', (input) => ({ ...input, idempotencyKey: newId() })],
  ];
  it.each(changed)('is worth nothing for another %s', async (_, change) => {
    const input = remarkOn(await openDiscussion(bed.database));
    const { ticket } = await hold.execute(input, now, 0);
    expect(await hold.read(ticket, input)).toMatchObject({ ticket, waitSeconds: 0 });
    expect(await hold.read(ticket, change(input))).toBeUndefined();
  });

  it('keeps its worth when the pass of a confirmed sender has lapsed meanwhile, or was got meanwhile', async () => {
    const plain = remarkOn(await openDiscussion(bed.database));
    const confirmedBy = {
      kind: 'provider' as const,
      issuer: 'https://id.example.kz',
      subject: '1',
      name: 'Әсел',
      provider: 'Кіру порталы',
    };
    const confirmed = { ...plain, sender: { ...plain.sender, confirmedBy } };
    for (const [first, again] of [
      [confirmed, plain],
      [plain, confirmed],
    ] as const) {
      const { ticket, arrivedAt } = await hold.execute(first, now, 0);
      expect(await hold.read(ticket, again)).toMatchObject({ arrivedAt });
    }
  });

  it('is worth nothing for another draft, with another file, altered in any part, or made up', async () => {
    const [first, second] = [await openDiscussion(bed.database), await openDiscussion(bed.database)];
    const input = remarkOn(first, { attachments: [await insertFile(bed.database)] });
    const { ticket } = await hold.execute(input, now, null);
    const others = [{ ...input, discussionId: second.discussionId, content: { ...input.content, anchors: [] } }];
    for (const other of [...others, { ...input, attachments: [] }])
      expect(await hold.read(ticket, other)).toBeUndefined();
    const [arrivedAt = '', goodUntil = '', , seal = ''] = ticket.split('~');
    const earlier = [`2016${arrivedAt.slice(4)}`, goodUntil, '', seal];
    const ready = [arrivedAt, goodUntil, arrivedAt, seal];
    for (const forged of [earlier, ready, [arrivedAt, goodUntil, '', ''], ['', '', '', ''], [...earlier, 'x']])
      expect(await hold.read(forged.join('~'), input)).toBeUndefined();
  });

  it('used twice gives one remark and the same receipt', async () => {
    const discussion = await openDiscussion(bed.database);
    const input = remarkOn(discussion);
    const { ticket } = await hold.execute(input, now, 0);
    const receipts = await Promise.all([sendAgain(input, ticket), sendAgain(input, ticket)]);
    expect([...receipts, await sendAgain(input, ticket)]).toEqual([receipts[0], receipts[0], receipts[0]]);
    const rows = await bed.database.query('select from remark where discussion_id = $1', [discussion.discussionId]);
    expect(rows).toHaveLength(1);
  });

  it('tells how long to wait, keeps its arrival when it is given anew, and ends after a quarter of an hour', async () => {
    const input = remarkOn(await openDiscussion(bed.database));
    const first = await hold.execute(input, now, null);
    expect(await hold.read(first.ticket, input)).toMatchObject({ waitSeconds: null });
    const renewed = await hold.execute(input, { elapsedMs: 0, arrivedAt: first.arrivedAt }, 20);
    expect(renewed.arrivedAt).toBe(first.arrivedAt);
    expect((await hold.read(renewed.ticket, input))?.waitSeconds).toBeGreaterThan(10);
    const [long] = await bed.database.query<{ ago: typeof first.arrivedAt }>(
      `select clock_timestamp() - interval '15 minutes' as ago`,
    );
    const old = await hold.execute(input, { elapsedMs: 0, arrivedAt: long?.ago ?? first.arrivedAt }, 0);
    expect(await hold.read(old.ticket, input)).toBeUndefined();
  });
});

describe('the close of a discussion for which a ticket was given', () => {
  it('is carried out when the ticket has lost its worth; what comes with it until then is taken', async () => {
    const discussion = await openDiscussion(bed.database, 0.4);
    const { discussionId } = discussion;
    const input = remarkOn(discussion);
    const { ticket } = await hold.execute(input, now, 0);
    const [{ isHeld } = { isHeld: false }] = await bed.database.query<{ isHeld: boolean }>(
      `select held_until = close_at + interval '15 minutes' as "isHeld" from discussion where id = $1`,
      [discussionId],
    );
    expect(isHeld).toBe(true);
    await bed.database.query('select pg_sleep(0.5)');
    expect(await bed.get(DueDiscussions).list()).not.toContain(discussionId);
    expect(await bed.get(CloseDiscussion).execute(discussionId)).toBe('not-due');
    await expect(submit.execute(remarkOn(discussion), now)).rejects.toMatchObject({ code: 'discussion-closed' });
    await expect(sendAgain(input, ticket)).resolves.toMatchObject({ verdict: 'ON_TIME' });
    await bed.database.query('update discussion set held_until = clock_timestamp() where id = $1', [discussionId]);
    expect(await bed.get(DueDiscussions).list()).toContain(discussionId);
    expect(await bed.get(CloseDiscussion).execute(discussionId)).toBe('closed');
  });

  it('is not held by a ticket of long before it, nor by one that came late', async () => {
    const heldUntil = async (closesIn: number) => {
      const discussion = await openDiscussion(bed.database, closesIn);
      await hold.execute(remarkOn(discussion), now, 0);
      const [row] = await bed.database.query<{ until: string | null }>(
        'select held_until as until from discussion where id = $1',
        [discussion.discussionId],
      );
      return row?.until;
    };
    expect([await heldUntil(3_600), await heldUntil(-1)]).toEqual([null, null]);
  });
});
