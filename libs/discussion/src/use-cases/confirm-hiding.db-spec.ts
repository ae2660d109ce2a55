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
import { now, startDiscussionBed } from '../testing/discussion-bed.js';
import { hiddenRemark, hidingReason, receivedRemark } from '../testing/hidden-remarks.js';
import { actsOf } from '../testing/letters.js';
import { ConfirmHiding } from './confirm-hiding.js';
import { ReplaceRemark } from './replace-remark.js';
import { WithdrawRemark } from './withdraw-remark.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startDiscussionBed();
});
afterAll(() => bed.stop());

const shown = (number: string) => bed.get(RemarkByNumber).public(number);

describe('ConfirmHiding (REQ-116)', () => {
  it('keeps number, instants and commitment public, and the words nobody’s but the sender’s and the officials’', async () => {
    const { receipt, rows, remarkId, hiding } = await hiddenRemark(bed);
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
      hiding: { ground: 'ABUSE', explanation: { kk: hidingReason.explanationKk, ru: hidingReason.explanationRu } },
    });
    const page = await bed.get(ModerationLog).of(rows.discussionId, { size: 10 });
    expect(page.items).toEqual([
      {
        number: receipt.number,
        act: 'HIDDEN',
        passages: null,
        ground: 'ABUSE',
        explanation: { kk: hidingReason.explanationKk, ru: hidingReason.explanationRu },
        at: expect.stringMatching(/Z$/),
      },
    ]);
    const counts = await bed.get(HidingsOf).of(rows.discussionId);
    expect(counts).toEqual({
      inForce: { ABUSE: 1, PERSONAL_DATA: 0, SPAM: 0, UNLAWFUL_CONTENT: 0 },
      total: 1,
      objections: [],
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
    const { propose, receipt, second, rows } = await receivedRemark(bed);
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
    const { propose, receipt, first } = await receivedRemark(bed);
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
    const replaced = await receivedRemark(bed);
    const proposal = await replaced.propose();
    const content = { kind: 'REMARK', language: 'kk', text: 'Сыпайы мәтін', anchors: [] } as const;
    await bed.get(ReplaceRemark).execute({ ...replaced.receipt, content }, now);
    const hiding = { number: replaced.receipt.number, hidingId: proposal.hidingId };
    await expect(bed.get(ConfirmHiding).execute(hiding, replaced.second)).rejects.toMatchObject({ code: 'conflict' });
    expect((await bed.get(HidingsOfRemark).of(replaced.remarkId))[0]).toMatchObject({ isOfThisText: false });

    const withdrawn = await receivedRemark(bed);
    const { hidingId } = await withdrawn.propose();
    await bed.get(WithdrawRemark).execute(withdrawn.receipt, now);
    await expect(
      bed.get(ConfirmHiding).execute({ number: withdrawn.receipt.number, hidingId }, withdrawn.second),
    ).rejects.toMatchObject({ code: 'wrong-state' });
  });

  it('does not know a hiding of another remark, or one that is not there', async () => {
    const [one, other] = [await receivedRemark(bed), await receivedRemark(bed)];
    const { hidingId } = await other.propose();
    for (const id of [hidingId, newId(), 'x'])
      await expect(
        bed.get(ConfirmHiding).execute({ number: one.receipt.number, hidingId: id }, one.second),
      ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps its sender from replacing or withdrawing what is hidden', async () => {
    const { receipt } = await hiddenRemark(bed);
    const content = { kind: 'REMARK', language: 'kk', text: 'Басқа', anchors: [] } as const;
    await expect(bed.get(ReplaceRemark).execute({ ...receipt, content }, now)).rejects.toMatchObject({
      code: 'wrong-state',
    });
    await expect(bed.get(WithdrawRemark).execute(receipt, now)).rejects.toMatchObject({ code: 'wrong-state' });
  });
});
