import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, Transactions } from '#lib/database';
import { insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import { CheckReceipt } from '../queries/check-receipt.js';
import { DataOfSubject } from '../queries/data-of-subject.js';
import { HidingsOf } from '../queries/hidings-of.js';
import { HidingsOfRemark } from '../queries/hidings-of-remark.js';
import { OriginalTexts } from '../queries/original-texts.js';
import { RemarkByNumber } from '../queries/remark-by-number.js';
import { RemarkByReceipt } from '../queries/remark-of-receipt.js';
import { now, startDiscussionBed } from '../testing/discussion-bed.js';
import { hidingReason } from '../testing/hidden-remarks.js';
import { actsOf } from '../testing/letters.js';
import { everySecret, placeOf, redactedRemark, remarkWithSecret, said, SECRET } from '../testing/redacted-remarks.js';
import { ConfirmHiding } from './confirm-hiding.js';
import { LiftHiding } from './lift-hiding.js';
import { RefuseHiding } from './refuse-hiding.js';
import { ReplaceRemark } from './replace-remark.js';
import { SubmitRemark } from './submit-remark.js';
import { WithdrawRemark } from './withdraw-remark.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startDiscussionBed();
});
afterAll(() => bed.stop());

const MARK = '[алып тасталды: Басқа адамдардың дербес деректері]';
const shown = (number: string) => bed.get(RemarkByNumber).public(number);

/** Every row about a remark, in whatever table: what a dump of the database would have. */
async function dump(remarkId: string): Promise<string> {
  const tables = await bed.database.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const rows = [];
  for (const { name } of tables)
    rows.push(
      await bed.database.query(
        `select to_jsonb(t)::text from "${name}" t where to_jsonb(t)::text like '%${remarkId}%'`,
      ),
    );
  return JSON.stringify(rows);
}

describe('passages redacted (REQ-116)', () => {
  it('wait for a second officer; the text stays as it is until then', async () => {
    const { receipt, propose, rows, remarkId } = await remarkWithSecret(bed);
    expect(await propose()).toMatchObject({ state: 'PROPOSED' });
    expect(await shown(receipt.number)).toMatchObject(said);
    expect((await bed.get(HidingsOf).of(rows.discussionId)).waiting).toHaveLength(1);
    const acts = await actsOf(bed.database, remarkId);
    expect(acts.at(-1)).toMatchObject({ act: 'hiding.proposed', ground: 'PERSONAL_DATA', passages: 3 });
  });

  it('are marks in the text that anybody reads, and nowhere in the database', async () => {
    const { receipt, remarkId, rows, hiding } = await redactedRemark(bed);
    const open = await shown(receipt.number);
    expect(open).toMatchObject({
      state: 'RECEIVED',
      hidingGround: null,
      text: `😀 Мерзім ұзақ. Байланыс: ${MARK}. Тағы: ${MARK}!`,
      proposedWording: `Хабарласу: ${MARK}`,
      commitment: receipt.commitment,
    });
    const dumped = await dump(remarkId);
    expect(dumped).toContain(MARK);
    expect([dumped.includes('KZQ'), dumped.includes(receipt.salt)]).toEqual([false, false]);
    expect((await bed.get(HidingsOf).of(rows.discussionId)).total).toBe(0);
    expect(await bed.get(OriginalTexts).of(remarkId)).toEqual({ ...said, salt: receipt.salt, language: 'kk' });
    const [details] = await bed.get(HidingsOfRemark).of(remarkId);
    expect(details).toMatchObject({ id: hiding.hidingId, extent: 'PASSAGES', passages: everySecret() });
    const acts = await actsOf(bed.database, remarkId);
    expect(acts.at(-1)).toMatchObject({ act: 'hiding.confirmed', passages: 3 });
    const [event] = await bed.database.query(`select event from outbox_event where data->>'hidingId' = $1`, [
      hiding.hidingId,
    ]);
    expect(event).toEqual({ event: 'remark.hidden' });
  });

  it('are told to their sender word by word, and the receipt still verifies', async () => {
    const { receipt, input } = await redactedRemark(bed);
    const own = await bed.get(RemarkByReceipt).execute(receipt);
    expect(own).toMatchObject({ ...said, salt: receipt.salt, hiding: null, mayChange: false });
    expect(own.redaction).toMatchObject({
      ground: 'PERSONAL_DATA',
      passages: [SECRET, SECRET, SECRET],
      mayObject: true,
    });
    const check = (text: string) => bed.get(CheckReceipt).execute({ ...receipt, ...said, text });
    expect(await check(said.text)).toMatchObject({ matches: true });
    expect(await check((await shown(receipt.number)).text ?? '')).toMatchObject({ matches: false });
    expect(await bed.get(DataOfSubject).execute(receipt)).toMatchObject({ remark: { ...said, salt: receipt.salt } });
    // The first answer again, with the salt, for who sends the same request again (REQ-37).
    expect(await bed.get(SubmitRemark).execute(input, now)).toEqual(receipt);
  });

  it('are restored as they were received, with an entry of its own', async () => {
    const { receipt, hiding, second, remarkId } = await redactedRemark(bed);
    const lift = { ...hiding, reason: 'Телефон жариялануға жатады' };
    await bed.get(LiftHiding).execute(lift, second);
    await bed.get(LiftHiding).execute(lift, second);
    expect(await shown(receipt.number)).toMatchObject({ ...said, commitment: receipt.commitment });
    const [row] = await bed.database.query(
      `select encode(salt, 'hex') as salt, redaction_id as redaction, (select count(*)::int from sealed_text where remark_id = r.id) as sealed
         from remark r where id = $1`,
      [remarkId],
    );
    expect(row).toEqual({ salt: receipt.salt, redaction: null, sealed: 0 });
    const acts = await actsOf(bed.database, remarkId);
    expect(acts.filter(({ act }) => act === 'hiding.lifted')).toHaveLength(1);
    expect(await bed.get(RemarkByReceipt).execute(receipt)).toMatchObject({ redaction: null, mayChange: true });
  });

  it('give way to more of them at one stroke: nothing is public in between', async () => {
    const { receipt, second, propose, remarkId } = await redactedRemark(bed);
    const passages = [...everySecret(), placeOf('Мерзім ұзақ')];
    const { hidingId } = await propose({ passages });
    expect((await shown(receipt.number)).text).toContain('Мерзім ұзақ');
    await bed.get(ConfirmHiding).execute({ number: receipt.number, hidingId }, second);
    expect((await shown(receipt.number)).text).toBe(`😀 ${MARK}. Байланыс: ${MARK}. Тағы: ${MARK}!`);
    const hidings = await bed.get(HidingsOfRemark).of(remarkId);
    expect(hidings.map(({ state }) => state)).toEqual(['IN_FORCE', 'LIFTED']);
    await bed.get(LiftHiding).execute({ number: receipt.number, hidingId, reason: 'Қате' }, second);
    expect(await shown(receipt.number)).toMatchObject(said);
  });

  it('stay redacted when the whole text is hidden and shown again', async () => {
    const { receipt, second, propose } = await redactedRemark(bed);
    const { number } = receipt;
    const { hidingId } = await propose({ ...hidingReason, passages: undefined });
    await bed.get(ConfirmHiding).execute({ number, hidingId }, second);
    expect(await shown(number)).toMatchObject({ state: 'HIDDEN', text: null, hidingGround: 'ABUSE' });
    await bed.get(LiftHiding).execute({ number, hidingId, reason: 'Қате' }, second);
    expect((await shown(number)).text).toContain(MARK);
  });

  it('take effect at once where the profile asks for no second officer', async () => {
    const { receipt, propose } = await remarkWithSecret(bed, 'open-consultation-madrid');
    const first = await propose();
    expect(first).toMatchObject({ state: 'IN_FORCE' });
    expect((await shown(receipt.number)).text).toContain(MARK);
    expect(await propose()).toEqual(first);
  });
});

describe('what is refused', () => {
  it.each([
    ['no passage', { passages: [] }, 'passages', 'missing'],
    ['a passage past the end', { passages: [{ part: 'TEXT', startsAt: 90, length: 90 }] }, 'passages', 'unknown'],
    ['that it is off the subject', { ground: 'OFF_TOPIC' }, 'ground', 'unknown'],
    ['an explanation that repeats the words', { explanationRu: `Телефон ${SECRET}` }, 'explanationRu', 'repeated'],
  ] as const)('%s', async (_name, over, field, fault) => {
    const { propose } = await remarkWithSecret(bed);
    await expect(propose(over)).rejects.toMatchObject({
      code: 'invalid-input',
      details: { faults: [{ field, fault }] },
    });
  });

  it('another body, a signer alone, a citizen; who proposed it; another proposal beside it', async () => {
    const { propose, rows, receipt, first, second } = await remarkWithSecret(bed);
    const { bodyId: otherBody } = await insertDiscussion(bed.database);
    await expect(propose({}, officerOf(otherBody))).rejects.toMatchObject({ code: 'not-found' });
    await expect(propose({}, officerOf(rows.bodyId, 'signer'))).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(propose({}, { kind: 'citizen' })).rejects.toMatchObject({ code: 'not-allowed' });
    const { hidingId } = await propose();
    expect(await propose()).toEqual({ hidingId, state: 'PROPOSED' });
    await expect(propose({ passages: [placeOf(SECRET)] })).rejects.toMatchObject({ code: 'conflict' });
    const hiding = { number: receipt.number, hidingId };
    await expect(bed.get(ConfirmHiding).execute(hiding, first)).rejects.toMatchObject({ code: 'not-allowed' });
    await bed.get(RefuseHiding).execute({ ...hiding, reason: 'Бұл мекеменің телефоны' }, second);
    expect(await shown(receipt.number)).toMatchObject(said);
  });

  it('once the report is signed: neither redacted nor restored', async () => {
    const { propose, rows, hiding, second, receipt } = await redactedRemark(bed);
    for (const state of ['CONSIDERED', 'REPORTED', 'WITHDRAWN']) {
      await bed.database.query('update procedure set state = $2 where id = $1', [rows.procedureId, state]);
      await expect(propose({ passages: [placeOf('Мерзім')] })).rejects.toMatchObject({ code: 'wrong-state' });
      await expect(bed.get(LiftHiding).execute({ ...hiding, reason: 'x' }, second)).rejects.toMatchObject({
        code: 'wrong-state',
      });
    }
    expect((await shown(receipt.number)).text).toContain(MARK);
    expect((await bed.get(RemarkByReceipt).execute(receipt)).redaction).toMatchObject({ mayObject: false });
  });

  it('a text put in the place of a redacted one; it may be withdrawn', async () => {
    const { receipt } = await redactedRemark(bed);
    const content = { kind: 'REMARK', language: 'kk', text: SECRET, anchors: [] } as const;
    await expect(bed.get(ReplaceRemark).execute({ ...receipt, content }, now)).rejects.toMatchObject({
      code: 'wrong-state',
    });
    await bed.get(WithdrawRemark).execute(receipt, now);
    expect(await shown(receipt.number)).toMatchObject({ state: 'WITHDRAWN', text: null });
  });

  it('a text that was replaced since it was proposed', async () => {
    const { receipt, propose, second } = await remarkWithSecret(bed);
    const { hidingId } = await propose();
    const content = { kind: 'REMARK', language: 'kk', text: 'Басқа мәтін', anchors: [] } as const;
    await bed.get(ReplaceRemark).execute({ ...receipt, content }, now);
    const confirmed = bed.get(ConfirmHiding).execute({ number: receipt.number, hidingId }, second);
    await expect(confirmed).rejects.toMatchObject({ code: 'conflict' });
    expect(await shown(receipt.number)).toMatchObject({ text: 'Басқа мәтін' });
  });

  it('everything, when the transaction fails', async () => {
    const { receipt, propose, second, remarkId } = await remarkWithSecret(bed);
    const { hidingId } = await propose();
    const failing = bed.get(Transactions).run(async (tx) => {
      await bed.get(ConfirmHiding).within(tx, { number: receipt.number, hidingId }, second);
      throw new Error('broken');
    });
    await expect(failing).rejects.toThrow('broken');
    expect(await shown(receipt.number)).toMatchObject(said);
    expect(await bed.database.query('select from sealed_text where remark_id = $1', [remarkId])).toEqual([]);
  });
});

describe('whoever writes to the tables (threat T1)', () => {
  const application = (sql: string, parameters: unknown[]) => bed.get(Database).query(sql, parameters);

  it('changes no text without a redaction in force, and brings none back while one is', async () => {
    const { remarkId, propose } = await remarkWithSecret(bed);
    const { hidingId } = await propose();
    const redact = `update remark set body = 'x', salt = '\\x', redaction_id = $2 where id = $1`;
    await expect(application(redact, [remarkId, hidingId])).rejects.toThrow('REQ-116');
    const other = await redactedRemark(bed);
    const restore = `update remark set body = 'x', redaction_id = null where id = $1`;
    await expect(application(restore, [other.remarkId])).rejects.toThrow('REQ-116');
    const count = `update remark set kind = 'PROPOSAL', redaction_id = null where id = $1`;
    await expect(application(count, [other.remarkId])).rejects.toThrow('REQ-116');
  });

  it('rewrites no passage, no extent and no seal', async () => {
    const { hiding } = await redactedRemark(bed);
    const { hidingId } = hiding;
    await expect(
      application('update hiding_passage set length = 1 where hiding_id = $1', [hidingId]),
    ).rejects.toThrow();
    await expect(application('delete from hiding_passage where hiding_id = $1', [hidingId])).rejects.toThrow();
    await expect(application(`update hiding set extent = 'WHOLE' where id = $1`, [hidingId])).rejects.toThrow(
      'REQ-116',
    );
  });
});
