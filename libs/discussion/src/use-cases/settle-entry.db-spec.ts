import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transactions } from '#lib/database';
import { type Actor, newId, system } from '#lib/kernel';
import { type DiscussionRows, insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import { lockDiscussion } from '../persistence/locked-discussion.js';
import { CheckReceipt } from '../queries/check-receipt.js';
import { EntryById } from '../queries/entry-by-id.js';
import { PendingEntries } from '../queries/pending-entries.js';
import { RemarkByNumber } from '../queries/remark-by-number.js';
import { insertFile, startDiscussionBed } from '../testing/discussion-bed.js';
import { actsOf, letterOn } from '../testing/letters.js';
import { ConfirmEntry } from './confirm-entry.js';
import { EnterReceivedRemark, type EnterReceivedRemarkInput } from './enter-received-remark.js';
import { RefuseEntry } from './refuse-entry.js';

let bed: TestBed;
let confirm: ConfirmEntry;
let refuse: RefuseEntry;

beforeAll(async () => {
  bed = await startDiscussionBed();
  confirm = bed.get(ConfirmEntry);
  refuse = bed.get(RefuseEntry);
});
afterAll(() => bed.stop());

/** A letter that the first officer has typed in after the close. */
async function waiting(over: Partial<EnterReceivedRemarkInput> = {}, state: 'CLOSED' | 'WITHDRAWN' = 'CLOSED') {
  const rows = await insertDiscussion(bed.database, { state });
  const first = officerOf(rows.bodyId);
  const letter = await letterOn(bed.database, rows, over);
  const { entryId } = await bed.get(EnterReceivedRemark).execute(rows.discussionId, letter, first);
  const second = officerOf(rows.bodyId);
  return { rows, first, second, letter, entryId, entry: { discussionId: rows.discussionId, entryId } };
}

const remarksOf = ({ discussionId }: DiscussionRows) =>
  bed.database.query<{ number: string; channel: string; receivedAt: string }>(
    `select number, intake_channel as channel, received_at as "receivedAt" from remark where discussion_id = $1`,
    [discussionId],
  );

describe('ConfirmEntry (REQ-41)', () => {
  it('makes it a remark on time, typed in long after the close: the arrival decides (R8.4)', async () => {
    const { rows, entry, entryId, first, second, letter } = await waiting({
      attachments: [await insertFile(bed.database)],
    });
    const outcome = await confirm.execute(entry, second);
    expect(outcome).toMatchObject({ verdict: 'ON_TIME', receivedAt: '2016-07-01T17:59:59.999999Z' });
    const remark = await bed.get(RemarkByNumber).forOfficer(outcome.number);
    expect(remark).toMatchObject({ text: letter.content.text, channel: 'PAPER', sender: { name: 'Әсел Жібекқызы' } });
    expect(remark.attachments).toMatchObject([{ fileId: letter.attachments?.[0] }]);
    expect(await bed.get(EntryById).execute(entry, first)).toMatchObject({
      state: 'CONFIRMED',
      content: null,
      sender: null,
      scans: [{ fileId: letter.scans?.[0] }],
      became: { number: outcome.number, commitment: remark.commitment },
    });
    const acts = await actsOf(bed.database, entryId);
    expect(acts).toMatchObject([
      { act: 'entry.made' },
      {
        act: 'entry.confirmed',
        actor: `officer:${second.id}`,
        number: outcome.number,
        enteredBy: `officer:${first.id}`,
      },
    ]);
    expect(JSON.stringify(acts)).not.toMatch(/Құпия|Жібекқызы|secret/);
    expect(await bed.get(CheckReceipt).execute({ number: outcome.number })).toMatchObject({
      found: true,
      isLate: false,
    });
    const told = await bed.database.query(`select event from outbox_event where data->>'remarkId' = $1`, [remark.id]);
    expect(told).toEqual([{ event: 'remark.acknowledged' }]);
    expect(await remarksOf(rows)).toHaveLength(1);
  });

  it('makes it a late arrival when it came a microsecond after the close; nobody chooses (REQ-39)', async () => {
    const { rows, entry, second } = await waiting({ arrival: { day: '2016-07-02', time: '00:00' } });
    const outcome = await confirm.execute(entry, second);
    expect(outcome).toMatchObject({
      verdict: 'LATE',
      receivedAt: '2016-07-01T18:00:00.000000Z',
      closeAt: '2016-07-01T18:00:00.000000Z',
    });
    expect(await remarksOf(rows)).toEqual([]);
    expect(await bed.get(EntryById).execute(entry, second)).toMatchObject({
      content: null,
      senderName: 'Әсел Жібекқызы',
      became: { verdict: 'LATE', number: outcome.number, commitment: null },
    });
  });

  it('gives the same outcome to a second click, and to two at once', async () => {
    const { rows, entry, second } = await waiting();
    const both = await Promise.all([confirm.execute(entry, second), confirm.execute(entry, second)]);
    expect(both[1]).toEqual(both[0]);
    expect(await confirm.execute(entry, officerOf(rows.bodyId, 'signer'))).toEqual(both[0]);
    expect(await remarksOf(rows)).toHaveLength(1);
  });

  it('is not for who entered it, another body, a citizen, an administrator or a program', async () => {
    const { rows, entry, first } = await waiting();
    const { bodyId: otherBody } = await insertDiscussion(bed.database);
    const refused: [Actor, string][] = [
      [first, 'not-allowed'],
      [officerOf(otherBody), 'not-found'],
      [{ kind: 'citizen' }, 'not-allowed'],
      [officerOf(rows.bodyId, 'administrator'), 'not-allowed'],
      [system('import'), 'not-allowed'],
    ];
    for (const [actor, code] of refused) await expect(confirm.execute(entry, actor)).rejects.toMatchObject({ code });
    expect(await remarksOf(rows)).toEqual([]);
    expect(await bed.get(PendingEntries).count(rows.discussionId)).toBe(1);
  });

  it('does not know an entry of another discussion, or one that is not there', async () => {
    const { entry, second } = await waiting();
    const other = await waiting();
    for (const entryId of [other.entryId, newId(), 'x']) {
      await expect(confirm.execute({ ...entry, entryId }, second)).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('is refused once the report is signed', async () => {
    const { rows, entry, second } = await waiting();
    await bed.database.query(`update procedure set state = 'CONSIDERED' where id = $1`, [rows.procedureId]);
    await expect(confirm.execute(entry, second)).rejects.toMatchObject({ code: 'wrong-state' });
    expect(await remarksOf(rows)).toEqual([]);
  });

  it('waits for a signature at work, and is refused after it: no letter slips in behind a report', async () => {
    const { rows, entry, second } = await waiting();
    let confirming: Promise<unknown> | undefined;
    await bed.get(Transactions).run(async (tx) => {
      await lockDiscussion(tx, rows.discussionId, 'exclusive');
      confirming = confirm.execute(entry, second).catch((error: { code: string }) => error.code);
      await tx.query(`update procedure set state = 'CONSIDERED' where id = $1`, [rows.procedureId]);
    });
    expect(await confirming).toBe('wrong-state');
    expect(await remarksOf(rows)).toEqual([]);
  });

  it('takes what came before a withdrawal, and nothing that came after it (REQ-25)', async () => {
    const before = await waiting({ arrival: { day: '2016-06-15' } }, 'WITHDRAWN');
    expect(await confirm.execute(before.entry, before.second)).toMatchObject({ verdict: 'ON_TIME' });
    const after = await waiting({ arrival: { day: '2016-06-25' } }, 'WITHDRAWN');
    await expect(confirm.execute(after.entry, after.second)).rejects.toMatchObject({ code: 'discussion-withdrawn' });
    expect(await bed.get(PendingEntries).of(after.rows.discussionId)).toMatchObject([{ id: after.entryId }]);
  });
});

describe('RefuseEntry (REQ-41)', () => {
  it('sends it back with a reason; the letter may then be entered anew', async () => {
    const { rows, entry, entryId, first, second, letter } = await waiting();
    await refuse.execute({ ...entry, reason: ' Келген күні 30 маусым. ' }, second);
    expect(await bed.get(EntryById).execute(entry, first)).toMatchObject({
      state: 'REFUSED',
      refusalReason: 'Келген күні 30 маусым.',
      content: letter.content,
      settledBy: { label: `officer:${second.id}` },
    });
    await expect(confirm.execute(entry, second)).rejects.toMatchObject({ code: 'wrong-state' });
    await refuse.execute({ ...entry, reason: 'тағы' }, second);
    expect((await actsOf(bed.database, entryId)).map(({ act }) => act)).toEqual(['entry.made', 'entry.refused']);
    const anew = { ...letter, scans: [await insertFile(bed.database, 'SCAN')] };
    await expect(bed.get(EnterReceivedRemark).execute(rows.discussionId, anew, first)).resolves.toMatchObject({
      state: 'ENTERED',
      isRegistrationRepeated: false,
    });
  });

  it('lets the first officer take it back, and nobody else than the body’s officials', async () => {
    const { rows, entry, first } = await waiting();
    const reason = 'Қате терілді';
    const { bodyId: otherBody } = await insertDiscussion(bed.database);
    await expect(refuse.execute({ ...entry, reason }, officerOf(otherBody))).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(refuse.execute({ ...entry, reason }, { kind: 'citizen' })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await expect(refuse.execute({ ...entry, reason: ' ' }, first)).rejects.toMatchObject({ code: 'invalid-input' });
    await refuse.execute({ ...entry, reason }, first);
    expect(await bed.get(PendingEntries).count(rows.discussionId)).toBe(0);
  });

  it('is refused after a confirmation', async () => {
    const { entry, second } = await waiting();
    await confirm.execute(entry, second);
    await expect(refuse.execute({ ...entry, reason: 'кеш' }, second)).rejects.toMatchObject({ code: 'wrong-state' });
  });
});
