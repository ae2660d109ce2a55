import type { Actor } from '#lib/kernel';
import { officerOf, type TestBed } from '#lib/testing';
import { RemarkByNumber } from '../queries/remark-by-number.js';
import { ConfirmHiding } from '../use-cases/confirm-hiding.js';
import { ProposeHiding, type ProposeHidingInput } from '../use-cases/propose-hiding.js';
import { SubmitRemark } from '../use-cases/submit-remark.js';
import { now, openDiscussion, remarkOn } from './discussion-bed.js';

export const hidingReason = {
  ground: 'ABUSE',
  explanationKk: 'Мәтінде лауазымды тұлғаны балағаттау бар.',
  explanationRu: 'В тексте есть оскорбление должностного лица.',
} as const;

/** A remark sent on line into an open discussion, and two officers of its body. */
export async function receivedRemark(bed: TestBed, profileId?: string) {
  const rows = await openDiscussion(bed.database);
  if (profileId)
    await bed.database.query('update discussion set profile_id = $2 where id = $1', [rows.discussionId, profileId]);
  const receipt = await bed.get(SubmitRemark).execute(remarkOn(rows, { text: 'Балағат мәтін' }), now);
  const { id } = await bed.get(RemarkByNumber).public(receipt.number);
  const [first, second] = [officerOf(rows.bodyId), officerOf(rows.bodyId)];
  const propose = (over: Partial<ProposeHidingInput> = {}, actor: Actor = first) =>
    bed.get(ProposeHiding).execute({ number: receipt.number, ...hidingReason, ...over }, actor);
  return { rows, receipt, remarkId: id, first, second, propose };
}

/** The same, hidden by the second officer. */
export async function hiddenRemark(bed: TestBed) {
  const made = await receivedRemark(bed);
  const { hidingId } = await made.propose();
  const hiding = { number: made.receipt.number, hidingId };
  await bed.get(ConfirmHiding).execute(hiding, made.second);
  return { ...made, hiding };
}
