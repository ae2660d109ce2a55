import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Transaction, Transactions } from '#lib/database';
import { newId } from '#lib/kernel';
import { insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import { lockDiscussion } from '../persistence/locked-discussion.js';
import { SealedTexts } from '../sealing/sealed-texts.js';
import { HidingsOf } from '../queries/hidings-of.js';
import { LetterToSender } from '../queries/letter-to-sender.js';
import { ModerationLog } from '../queries/moderation-log.js';
import { ObjectionsOf } from '../queries/objections-of.js';
import { RemarkByNumber } from '../queries/remark-by-number.js';
import { RemarkByReceipt } from '../queries/remark-of-receipt.js';
import { startDiscussionBed } from '../testing/discussion-bed.js';
import { hiddenRemark } from '../testing/hidden-remarks.js';
import { actsOf } from '../testing/letters.js';
import { redactedRemark, said } from '../testing/redacted-remarks.js';
import { AnswerObjection } from './answer-objection.js';
import { LiftHiding } from './lift-hiding.js';
import { ObjectToHiding } from './object-to-hiding.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startDiscussionBed();
});
afterAll(() => bed.stop());

const words = 'Бұл мекеменің ресми телефоны QKZ, оны жариялауға болады.';
const answer = 'Телефон мекеменің сайтында жарияланған, қарсылық негізді.';

/** What an erasure of the lib above does to a remark. */
async function erase(tx: Transaction, remarkId: string): Promise<void> {
  await tx.query(
    `update remark set body = '—', proposed_wording = null, salt = '\\x', erased_at = clock_timestamp() where id = $1`,
    [remarkId],
  );
  await bed.get(SealedTexts).removeOf(tx, remarkId);
}

async function objected() {
  const made = await redactedRemark(bed);
  await bed.get(ObjectToHiding).execute({ ...made.receipt, hidingId: made.hiding.hidingId, words });
  return made;
}

describe('ObjectToHiding (REQ-116)', () => {
  it('is recorded once for each act, shown to officials, and its words are sealed', async () => {
    const { receipt, hiding, rows, remarkId } = await objected();
    const [objection] = await bed.get(ObjectionsOf).remark(remarkId);
    expect(objection).toMatchObject({ hidingId: hiding.hidingId, words, outcome: null });
    expect((await bed.get(HidingsOf).of(rows.discussionId)).objections).toEqual([receipt.number]);
    const own = await bed.get(RemarkByReceipt).execute(receipt);
    expect(own.redaction).toMatchObject({ mayObject: false, objection: { outcome: null, answer: null } });
    const again = bed.get(ObjectToHiding).execute({ ...receipt, hidingId: hiding.hidingId, words });
    await expect(again).rejects.toMatchObject({ code: 'conflict' });
    const acts = await actsOf(bed.database, remarkId);
    expect(acts.at(-1)).toMatchObject({ act: 'objection.made', actor: 'citizen', number: receipt.number });
    const [row] = await bed.database.query<{ all: string }>(
      `select string_agg(to_jsonb(o)::text, '') || (select string_agg(data, '') from ledger_entry) as all from objection o`,
    );
    expect(row?.all).not.toContain('QKZ');
  });

  it('refuses a wrong secret, another act, too few words, a signed report', async () => {
    const { receipt, hiding, rows } = await redactedRemark(bed);
    const other = await redactedRemark(bed);
    const object = (over: object) =>
      bed.get(ObjectToHiding).execute({ ...receipt, hidingId: hiding.hidingId, words, ...over });
    await expect(object({ secret: 'X' })).rejects.toMatchObject({ code: 'receipt-not-valid' });
    await expect(object({ hidingId: other.hiding.hidingId })).rejects.toMatchObject({ code: 'not-found' });
    await expect(object({ words: 'Жоқ' })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(object({ words: 'ә'.repeat(2_001) })).rejects.toMatchObject({ code: 'invalid-input' });
    await bed.database.query(`update procedure set state = 'CONSIDERED' where id = $1`, [rows.procedureId]);
    await expect(object({})).rejects.toMatchObject({ code: 'wrong-state' });
  });

  it('refuses one to the hiding of a whole text that is erased', async () => {
    const { receipt, hiding, remarkId } = await hiddenRemark(bed);
    await bed.get(Transactions).run((tx) => erase(tx, remarkId));
    expect((await bed.get(RemarkByReceipt).execute(receipt)).hiding).toMatchObject({ mayObject: false });
    const objecting = bed.get(ObjectToHiding).execute({ ...receipt, hidingId: hiding.hidingId, words });
    await expect(objecting).rejects.toMatchObject({ code: 'wrong-state' });
  });
});

describe('an objection at the moment of another act (REQ-116)', () => {
  type Made = Awaited<ReturnType<typeof redactedRemark>>;
  /** Objects while the act is done and not committed. */
  const objectDuring = async (made: Made, act: (tx: Transaction) => Promise<unknown>) => {
    const object = () => bed.get(ObjectToHiding).execute({ ...made.receipt, hidingId: made.hiding.hidingId, words });
    const objecting = await bed.get(Transactions).run(async (tx) => {
      await act(tx);
      const code = codeOf(object());
      await Promise.race([code, untilOneWaits()]);
      return [code];
    });
    return Promise.all(objecting);
  };
  const codeOf = (work: Promise<void>) =>
    work.then(
      () => 'done',
      (error: { code?: string }) => error.code,
    );
  const untilOneWaits = async () => {
    for (let waiting = 0; waiting === 0;) {
      waiting = (await bed.database.query('select from pg_locks where not granted')).length;
    }
  };
  const acts: [what: string, act: (made: Made, tx: Transaction) => Promise<unknown>][] = [
    ['lifted', ({ hiding, second }, tx) => bed.get(LiftHiding).within(tx, { ...hiding, reason: 'Қате' }, second)],
    [
      'counted in a report that is signed',
      async ({ rows }, tx) => {
        await lockDiscussion(tx, rows.discussionId, 'exclusive');
        await tx.query('select set_config($1, $2, true)', ['talqy.body', rows.bodyId]);
        await tx.query(`update procedure set state = 'CONSIDERED' where id = $1`, [rows.procedureId]);
      },
    ],
    ['erased', ({ remarkId }, tx) => erase(tx, remarkId)],
  ];
  it.each(acts)('is refused when the text is being %s, and nothing is written', async (_, act) => {
    const made = await redactedRemark(bed);
    expect(await objectDuring(made, (tx) => act(made, tx))).toEqual(['wrong-state']);
    expect(await bed.get(ObjectionsOf).remark(made.remarkId)).toEqual([]);
    expect((await actsOf(bed.database, made.remarkId)).map((each) => each.act)).not.toContain('objection.made');
  });

  it('is made once, however often it is sent at once', async () => {
    const made = await redactedRemark(bed);
    const object = () => bed.get(ObjectToHiding).execute({ ...made.receipt, hidingId: made.hiding.hidingId, words });
    const answers = await Promise.all([1, 2, 3, 4].map(() => codeOf(object())));
    const refused = answers.filter((each) => each !== 'done');
    expect([answers.length, refused]).toEqual([4, ['conflict', 'conflict', 'conflict']]);
    expect(await bed.get(ObjectionsOf).remark(made.remarkId)).toHaveLength(1);
  });
});

describe('AnswerObjection (REQ-116)', () => {
  const settle = (made: Awaited<ReturnType<typeof objected>>, over: object = {}, actor = made.third) =>
    bed.get(AnswerObjection).execute({ ...made.hiding, outcome: 'UPHELD', answer, ...over }, actor);

  it('upheld, undoes the act and tells the sender; the log has all three', async () => {
    const made = await objected();
    await settle(made);
    expect(await bed.get(RemarkByNumber).public(made.receipt.number)).toMatchObject(said);
    const { items } = await bed.get(ModerationLog).of(made.rows.discussionId, { size: 9 });
    expect(items.map(({ act, passages }) => [act, passages])).toEqual([
      ['REDACTED', 3],
      ['OBJECTION_UPHELD', 3],
      ['RESTORED', 3],
    ]);
    expect(JSON.stringify(items)).not.toContain('QKZ');
    const acts = (await actsOf(bed.database, made.remarkId)).map(({ act }) => act);
    expect(acts.slice(-2)).toEqual(['hiding.lifted', 'objection.answered']);
    const [event] = await bed.database.query<{ data: { objectionId: string } }>(
      `select o.data from outbox_event o join objection b on b.id::text = o.data->>'objectionId' where b.hiding_id = $1`,
      [made.hiding.hidingId],
    );
    const told = await bed
      .get(Transactions)
      .run((tx) => bed.get(LetterToSender).objection(tx, event?.data.objectionId ?? ''));
    expect(told).toEqual({ remarkId: made.remarkId, outcome: 'UPHELD', answer });
  });

  it('upheld in as many characters as an answer may have, whatever they are', async () => {
    const made = await objected();
    const longest = '😀'.repeat(2_000);
    await settle(made, { answer: longest });
    expect(await bed.get(ObjectionsOf).remark(made.remarkId)).toMatchObject([{ outcome: 'UPHELD', answer: longest }]);
  });

  it('declined, leaves the act; the sender reads the answer', async () => {
    const made = await objected();
    await settle(made, { outcome: 'DECLINED' });
    expect((await bed.get(RemarkByNumber).public(made.receipt.number)).text).toContain('алып тасталды');
    const own = await bed.get(RemarkByReceipt).execute(made.receipt);
    expect(own.redaction?.objection).toMatchObject({ outcome: 'DECLINED', answer });
    expect((await bed.get(HidingsOf).of(made.rows.discussionId)).objections).toEqual([]);
    await expect(settle(made)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is upheld when the words are erased as well, and says nothing of what was restored', async () => {
    const made = await objected();
    await bed.get(Transactions).run((tx) => erase(tx, made.remarkId));
    await settle(made);
    expect(await bed.get(ObjectionsOf).remark(made.remarkId)).toMatchObject([{ outcome: 'UPHELD', answer }]);
    expect(await bed.get(RemarkByNumber).public(made.receipt.number)).toMatchObject({ text: null });
    const { items } = await bed.get(ModerationLog).of(made.rows.discussionId, { size: 9 });
    expect(items.map(({ act }) => act)).toEqual(['REDACTED', 'OBJECTION_UPHELD']);
    const acts = (await actsOf(bed.database, made.remarkId)).map(({ act }) => act);
    expect(acts).not.toContain('hiding.lifted');
    expect((await bed.get(HidingsOf).of(made.rows.discussionId)).objections).toEqual([]);
  });

  it('is of a whole text as well', async () => {
    const made = await hiddenRemark(bed);
    await bed.get(ObjectToHiding).execute({ ...made.receipt, hidingId: made.hiding.hidingId, words });
    const third = officerOf(made.rows.bodyId);
    await bed.get(AnswerObjection).execute({ ...made.hiding, outcome: 'UPHELD', answer }, third);
    expect(await bed.get(RemarkByNumber).public(made.receipt.number)).toMatchObject({ state: 'RECEIVED' });
  });

  it('is for an officer of the body who neither proposed nor confirmed the act', async () => {
    const made = await objected();
    const { bodyId: otherBody } = await insertDiscussion(bed.database);
    for (const actor of [made.first, made.second])
      await expect(settle(made, {}, actor)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(settle(made, {}, officerOf(otherBody))).rejects.toMatchObject({ code: 'not-found' });
    await expect(settle(made, {}, officerOf(made.rows.bodyId, 'signer'))).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await expect(settle(made, { outcome: 'MAYBE' })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(settle(made, { answer: 'Жоқ' })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(settle(made, { hidingId: newId() })).rejects.toMatchObject({ code: 'not-found' });
    // Whoever writes to the table meets the same.
    const byHand = bed.database.query(
      `update objection set outcome = 'DECLINED', answer = $2, answered_by = $3, answered_at = now() where hiding_id = $1`,
      [made.hiding.hidingId, answer, `officer:${made.first.id}`],
    );
    await expect(byHand).rejects.toThrow('REQ-116');
    expect((await bed.get(HidingsOf).of(made.rows.discussionId)).objections).toHaveLength(1);
  });
});
