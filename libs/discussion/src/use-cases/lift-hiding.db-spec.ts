import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transactions } from '#lib/database';
import { type Actor, newId } from '#lib/kernel';
import { insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import { HidingsOf } from '../queries/hidings-of.js';
import { HidingsOfRemark } from '../queries/hidings-of-remark.js';
import { LetterToSender } from '../queries/letter-to-sender.js';
import { ModerationLog } from '../queries/moderation-log.js';
import { RemarkByNumber } from '../queries/remark-by-number.js';
import { now, openDiscussion, remarkOn, startDiscussionBed } from '../testing/discussion-bed.js';
import { hiddenRemark, hidingReason, receivedRemark } from '../testing/hidden-remarks.js';
import { actsOf } from '../testing/letters.js';
import { ConfirmHiding } from './confirm-hiding.js';
import { LiftHiding } from './lift-hiding.js';
import { ProposeHiding } from './propose-hiding.js';
import { RefuseHiding } from './refuse-hiding.js';
import { SubmitRemark } from './submit-remark.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startDiscussionBed();
});
afterAll(() => bed.stop());

const shown = (number: string) => bed.get(RemarkByNumber).public(number);

describe('RefuseHiding and LiftHiding (REQ-116)', () => {
  it('turns a proposal down with a reason; another may then be made', async () => {
    const { propose, receipt, second, remarkId, rows } = await receivedRemark(bed);
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
    const { receipt, rows, hiding, first, remarkId } = await hiddenRemark(bed);
    await bed.get(LiftHiding).execute({ ...hiding, reason: 'Жіберушінің қарсылығы негізді' }, first);
    await bed.get(LiftHiding).execute({ ...hiding, reason: 'тағы' }, first);
    expect(await shown(receipt.number)).toMatchObject({ state: 'RECEIVED', text: 'Балағат мәтін', hidingGround: null });
    const { items } = await bed.get(ModerationLog).of(rows.discussionId, { size: 5 });
    expect(items).toEqual([
      expect.objectContaining({ number: receipt.number, act: 'HIDDEN', passages: null }),
      expect.objectContaining({ number: receipt.number, act: 'SHOWN_AGAIN', passages: null }),
    ]);
    expect(await bed.get(HidingsOf).of(rows.discussionId)).toMatchObject({ total: 0 });
    expect((await actsOf(bed.database, remarkId)).at(-1)).toMatchObject({ act: 'hiding.lifted' });
    const told = await bed.get(Transactions).run((tx) => bed.get(LetterToSender).hiding(tx, hiding.hidingId));
    expect(told).toBeUndefined();
  });

  it('lifts nothing that is not in force, for nobody else, and not after the report is signed', async () => {
    const { rows, hiding, first } = await hiddenRemark(bed);
    const lift = (actor: Actor, why = 'Негізсіз') => bed.get(LiftHiding).execute({ ...hiding, reason: why }, actor);
    const { bodyId: otherBody } = await insertDiscussion(bed.database);
    await expect(lift(officerOf(otherBody))).rejects.toMatchObject({ code: 'not-found' });
    await expect(lift(first, ' ')).rejects.toMatchObject({ code: 'invalid-input' });
    await bed.database.query(`update procedure set state = 'CONSIDERED' where id = $1`, [rows.procedureId]);
    await expect(lift(first)).rejects.toMatchObject({ code: 'wrong-state' });
    const waiting = await receivedRemark(bed);
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
      const { hidingId } = await bed.get(ProposeHiding).execute({ number, ...hidingReason }, first);
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
