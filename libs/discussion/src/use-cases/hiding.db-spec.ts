import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transactions } from '#lib/database';
import { type Actor, newId, system } from '#lib/kernel';
import { insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import { HidingsOf } from '../queries/hidings-of.js';
import { HidingsOfRemark } from '../queries/hidings-of-remark.js';
import { LetterToSender } from '../queries/letter-to-sender.js';
import { ModerationLog } from '../queries/moderation-log.js';
import { RemarkByNumber } from '../queries/remark-by-number.js';
import { RemarkByReceipt } from '../queries/remark-of-receipt.js';
import { now, openDiscussion, remarkOn, startDiscussionBed } from '../testing/discussion-bed.js';
import { actsOf } from '../testing/letters.js';
import { ConfirmHiding } from './confirm-hiding.js';
import { LiftHiding } from './lift-hiding.js';
import { ProposeHiding, type ProposeHidingInput } from './propose-hiding.js';
import { RefuseHiding } from './refuse-hiding.js';
import { ReplaceRemark } from './replace-remark.js';
import { SubmitRemark } from './submit-remark.js';
import { WithdrawRemark } from './withdraw-remark.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startDiscussionBed();
});
afterAll(() => bed.stop());

const reason = {
  ground: 'ABUSE',
  explanationKk: 'Мәтінде лауазымды тұлғаны балағаттау бар.',
  explanationRu: 'В тексте есть оскорбление должностного лица.',
} as const;

/** A remark sent on line into an open discussion, and two officers of its body. */
async function received(profileId?: string) {
  const rows = await openDiscussion(bed.database);
  if (profileId)
    await bed.database.query('update discussion set profile_id = $2 where id = $1', [rows.discussionId, profileId]);
  const receipt = await bed.get(SubmitRemark).execute(remarkOn(rows, { text: 'Балағат мәтін' }), now);
  const { id } = await bed.get(RemarkByNumber).public(receipt.number);
  const [first, second] = [officerOf(rows.bodyId), officerOf(rows.bodyId)];
  const propose = (over: Partial<ProposeHidingInput> = {}, actor: Actor = first) =>
    bed.get(ProposeHiding).execute({ number: receipt.number, ...reason, ...over }, actor);
  return { rows, receipt, remarkId: id, first, second, propose };
}

async function hidden() {
  const made = await received();
  const { hidingId } = await made.propose();
  const hiding = { number: made.receipt.number, hidingId };
  await bed.get(ConfirmHiding).execute(hiding, made.second);
  return { ...made, hiding };
}

const shown = (number: string) => bed.get(RemarkByNumber).public(number);

describe('ProposeHiding (REQ-116)', () => {
  it('asks for a second officer: the text stays public until then', async () => {
    const { receipt, propose, rows, remarkId } = await received();
    expect(await propose()).toMatchObject({ state: 'PROPOSED' });
    expect(await shown(receipt.number)).toMatchObject({ state: 'RECEIVED', text: 'Балағат мәтін', hidingGround: null });
    expect(await bed.get(HidingsOf).of(rows.discussionId)).toMatchObject({
      total: 0,
      waiting: [{ number: receipt.number, ground: 'ABUSE' }],
    });
    const acts = await actsOf(bed.database, remarkId);
    expect(acts.at(-1)).toMatchObject({ act: 'hiding.proposed', ground: 'ABUSE', number: receipt.number });
    expect(JSON.stringify(acts)).not.toMatch(/балағаттау|оскорбление/i);
  });

  it('answers the same proposal again as the first, and refuses another while one waits', async () => {
    const { propose, second } = await received();
    const first = await propose();
    expect(await propose()).toEqual(first);
    await expect(propose({ ground: 'SPAM' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(propose({}, second)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('takes effect at once where the profile asks for no second officer', async () => {
    const { receipt, propose } = await received('open-consultation-madrid');
    expect(await propose()).toMatchObject({ state: 'IN_FORCE' });
    expect(await shown(receipt.number)).toMatchObject({ state: 'HIDDEN', text: null, hidingGround: 'ABUSE' });
  });

  it.each([
    ['that it is off the subject', { ground: 'OFF_TOPIC' }, 'ground'],
    ['without an explanation in Kazakh', { explanationKk: '' }, 'explanationKk'],
    ['with nineteen letters', { explanationRu: 'я'.repeat(19) }, 'explanationRu'],
  ])('refuses a ground %s', async (_name, over, field) => {
    const { propose } = await received();
    await expect(propose(over)).rejects.toMatchObject({ code: 'invalid-input', details: { faults: [{ field }] } });
  });

  it('is for officers of the developing body, while the report is not signed', async () => {
    const { rows, propose } = await received();
    const { bodyId: otherBody } = await insertDiscussion(bed.database);
    await expect(propose({}, officerOf(otherBody))).rejects.toMatchObject({ code: 'not-found' });
    await expect(propose({}, officerOf(rows.bodyId, 'signer'))).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(propose({}, { kind: 'citizen' })).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(propose({ number: '7K3M-9QXA-04TB-ZZ1N-C' })).rejects.toMatchObject({ code: 'not-found' });
    for (const state of ['CONSIDERED', 'REPORTED', 'WITHDRAWN']) {
      await bed.database.query('update procedure set state = $2 where id = $1', [rows.procedureId, state]);
      await expect(propose()).rejects.toMatchObject({ code: 'wrong-state' });
    }
  });
});

describe('ConfirmHiding (REQ-116)', () => {
  it('keeps number, instants and commitment public, and the words nobody’s but the sender’s and the officials’', async () => {
    const { receipt, rows, remarkId, hiding } = await hidden();
    const open = await shown(receipt.number);
    expect(open).toMatchObject({
      state: 'HIDDEN',
      text: null,
      proposedWording: null,
      hidingGround: 'ABUSE',
      commitment: receipt.commitment,
    });
    expect(await bed.get(RemarkByReceipt).execute(receipt)).toMatchObject({
      text: 'Балағат мәтін',
      mayChange: false,
      hiding: { ground: 'ABUSE', explanation: { kk: reason.explanationKk, ru: reason.explanationRu } },
    });
    const page = await bed.get(ModerationLog).of(rows.discussionId, { size: 10 });
    expect(page.items).toEqual([
      {
        number: receipt.number,
        ground: 'ABUSE',
        explanation: { kk: reason.explanationKk, ru: reason.explanationRu },
        hiddenAt: expect.stringMatching(/Z$/),
        liftedAt: null,
      },
    ]);
    const counts = await bed.get(HidingsOf).of(rows.discussionId);
    expect(counts).toEqual({
      inForce: { ABUSE: 1, PERSONAL_DATA: 0, SPAM: 0, UNLAWFUL_CONTENT: 0 },
      total: 1,
      waiting: [],
    });
    const told = await bed.database.query(
      `select data from outbox_event where event = 'remark.hidden' and data->>'hidingId' = $1`,
      [hiding.hidingId],
    );
    expect(told).toEqual([{ data: { hidingId: hiding.hidingId } }]);
    expect((await actsOf(bed.database, remarkId)).map(({ act }) => act)).toEqual([
      'remark.received',
      'hiding.proposed',
      'hiding.confirmed',
    ]);
    const facts = await bed.get(Transactions).run((tx) => bed.get(LetterToSender).hiding(tx, hiding.hidingId));
    expect(facts).toMatchObject({ remarkId, ground: 'ABUSE', developer: { kk: 'Үлгі министрлігі' } });
  });

  it('is done once, whoever clicks how often', async () => {
    const { propose, receipt, second, rows } = await received();
    const { hidingId } = await propose();
    const hiding = { number: receipt.number, hidingId };
    await Promise.all([
      bed.get(ConfirmHiding).execute(hiding, second),
      bed.get(ConfirmHiding).execute(hiding, officerOf(rows.bodyId, 'signer')),
    ]);
    const told = await bed.database.query(`select from outbox_event where data->>'hidingId' = $1`, [hidingId]);
    expect(told).toHaveLength(1);
  });

  it('is not for who proposed it, another body, a citizen or a program', async () => {
    const { propose, receipt, first } = await received();
    const { hidingId } = await propose();
    const hiding = { number: receipt.number, hidingId };
    const { bodyId: otherBody } = await insertDiscussion(bed.database);
    const refused: [Actor, string][] = [
      [first, 'not-allowed'],
      [officerOf(otherBody), 'not-found'],
      [{ kind: 'citizen' }, 'not-allowed'],
      [system('worker'), 'not-allowed'],
    ];
    for (const [actor, code] of refused)
      await expect(bed.get(ConfirmHiding).execute(hiding, actor)).rejects.toMatchObject({ code });
    expect(await shown(receipt.number)).toMatchObject({ state: 'RECEIVED' });
  });

  it('does not hide a text that its sender has replaced or withdrawn since it was proposed', async () => {
    const replaced = await received();
    const proposal = await replaced.propose();
    const content = { kind: 'REMARK', language: 'kk', text: 'Сыпайы мәтін', anchors: [] } as const;
    await bed.get(ReplaceRemark).execute({ ...replaced.receipt, content }, now);
    const hiding = { number: replaced.receipt.number, hidingId: proposal.hidingId };
    await expect(bed.get(ConfirmHiding).execute(hiding, replaced.second)).rejects.toMatchObject({ code: 'conflict' });
    expect((await bed.get(HidingsOfRemark).of(replaced.remarkId))[0]).toMatchObject({ isOfThisText: false });

    const withdrawn = await received();
    const { hidingId } = await withdrawn.propose();
    await bed.get(WithdrawRemark).execute(withdrawn.receipt, now);
    await expect(
      bed.get(ConfirmHiding).execute({ number: withdrawn.receipt.number, hidingId }, withdrawn.second),
    ).rejects.toMatchObject({ code: 'wrong-state' });
  });

  it('does not know a hiding of another remark, or one that is not there', async () => {
    const [one, other] = [await received(), await received()];
    const { hidingId } = await other.propose();
    for (const id of [hidingId, newId(), 'x'])
      await expect(
        bed.get(ConfirmHiding).execute({ number: one.receipt.number, hidingId: id }, one.second),
      ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps its sender from replacing or withdrawing what is hidden', async () => {
    const { receipt } = await hidden();
    const content = { kind: 'REMARK', language: 'kk', text: 'Басқа', anchors: [] } as const;
    await expect(bed.get(ReplaceRemark).execute({ ...receipt, content }, now)).rejects.toMatchObject({
      code: 'wrong-state',
    });
    await expect(bed.get(WithdrawRemark).execute(receipt, now)).rejects.toMatchObject({ code: 'wrong-state' });
  });
});

describe('RefuseHiding and LiftHiding (REQ-116)', () => {
  it('turns a proposal down with a reason; another may then be made', async () => {
    const { propose, receipt, second, remarkId, rows } = await received();
    const { hidingId } = await propose();
    const hiding = { number: receipt.number, hidingId };
    await expect(bed.get(RefuseHiding).execute({ ...hiding, reason: '' }, second)).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await bed.get(RefuseHiding).execute({ ...hiding, reason: 'Сын айту балағат емес' }, second);
    await bed.get(RefuseHiding).execute({ ...hiding, reason: 'тағы' }, second);
    await expect(bed.get(ConfirmHiding).execute(hiding, second)).rejects.toMatchObject({ code: 'wrong-state' });
    expect(await shown(receipt.number)).toMatchObject({ state: 'RECEIVED' });
    expect((await bed.get(ModerationLog).of(rows.discussionId, { size: 5 })).items).toEqual([]);
    expect(await propose({ ground: 'SPAM' })).toMatchObject({ state: 'PROPOSED' });
    const [newest, oldest] = await bed.get(HidingsOfRemark).of(remarkId);
    expect(newest).toMatchObject({ ground: 'SPAM', state: 'PROPOSED' });
    expect(oldest?.steps.map(({ step, reason: why }) => [step, why])).toEqual([
      ['PROPOSED', null],
      ['REFUSED', 'Сын айту балағат емес'],
    ]);
  });

  it('shows the text again; the log keeps that it was hidden', async () => {
    const { receipt, rows, hiding, first, remarkId } = await hidden();
    await bed.get(LiftHiding).execute({ ...hiding, reason: 'Жіберушінің қарсылығы негізді' }, first);
    await bed.get(LiftHiding).execute({ ...hiding, reason: 'тағы' }, first);
    expect(await shown(receipt.number)).toMatchObject({ state: 'RECEIVED', text: 'Балағат мәтін', hidingGround: null });
    const [line] = (await bed.get(ModerationLog).of(rows.discussionId, { size: 5 })).items;
    expect(line).toMatchObject({ number: receipt.number, liftedAt: expect.stringMatching(/Z$/) });
    expect(await bed.get(HidingsOf).of(rows.discussionId)).toMatchObject({ total: 0 });
    expect((await actsOf(bed.database, remarkId)).at(-1)).toMatchObject({ act: 'hiding.lifted' });
    const told = await bed.get(Transactions).run((tx) => bed.get(LetterToSender).hiding(tx, hiding.hidingId));
    expect(told).toBeUndefined();
  });

  it('lifts nothing that is not in force, for nobody else, and not after the report is signed', async () => {
    const { rows, hiding, first } = await hidden();
    const lift = (actor: Actor, why = 'Негізсіз') => bed.get(LiftHiding).execute({ ...hiding, reason: why }, actor);
    const { bodyId: otherBody } = await insertDiscussion(bed.database);
    await expect(lift(officerOf(otherBody))).rejects.toMatchObject({ code: 'not-found' });
    await expect(lift(first, ' ')).rejects.toMatchObject({ code: 'invalid-input' });
    await bed.database.query(`update procedure set state = 'CONSIDERED' where id = $1`, [rows.procedureId]);
    await expect(lift(first)).rejects.toMatchObject({ code: 'wrong-state' });
    const waiting = await received();
    const { hidingId } = await waiting.propose();
    await expect(
      bed.get(LiftHiding).execute({ number: waiting.receipt.number, hidingId, reason: 'Негізсіз' }, waiting.first),
    ).rejects.toMatchObject({ code: 'wrong-state' });
  });

  it('walks the moderation log page by page', async () => {
    const rows = await openDiscussion(bed.database);
    const [first, second] = [officerOf(rows.bodyId), officerOf(rows.bodyId)];
    const numbers: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      const { number } = await bed.get(SubmitRemark).execute(remarkOn(rows), now);
      const { hidingId } = await bed.get(ProposeHiding).execute({ number, ...reason }, first);
      await bed.get(ConfirmHiding).execute({ number, hidingId }, second);
      numbers.push(number);
    }
    const page = await bed.get(ModerationLog).of(rows.discussionId, { size: 2 });
    const rest = await bed.get(ModerationLog).of(rows.discussionId, { size: 2, after: page.next });
    expect([...page.items, ...rest.items].map(({ number }) => number)).toEqual(numbers);
    expect(rest.next).toBeUndefined();
    await expect(bed.get(ModerationLog).of(newId(), { size: 1 })).rejects.toMatchObject({ code: 'not-found' });
  });
});
