import type { Actor } from '#lib/kernel';
import { officerOf, type TestBed } from '#lib/testing';
import { type Passage, passageAt } from '../domain/redaction.js';
import { RemarkByNumber } from '../queries/remark-by-number.js';
import { ConfirmHiding } from '../use-cases/confirm-hiding.js';
import { ProposeHiding, type ProposeHidingInput } from '../use-cases/propose-hiding.js';
import { SubmitRemark } from '../use-cases/submit-remark.js';
import { now, openDiscussion, remarkOn } from './discussion-bed.js';

/** Words that stand in the text and in the wording, and may be found nowhere once they are redacted. */
export const SECRET = '+7 701 555 44 33 KZQ';
export const said = {
  text: `😀 Мерзім ұзақ. Байланыс: ${SECRET}. Тағы: ${SECRET}!`,
  proposedWording: `Хабарласу: ${SECRET}`,
};

const redactionReason = {
  ground: 'PERSONAL_DATA',
  explanationKk: 'Мәтінде басқа адамның телефоны бар.',
  explanationRu: 'В тексте есть телефон другого человека.',
} as const;

export const placeOf = (quote: string, occurrence = 1, part: Passage['part'] = 'TEXT'): Passage => {
  const found = passageAt({ part, quote, occurrence }, said);
  if (!found) throw new Error('the text does not have this');
  return found;
};

/** Both places of the text, and that of the wording. */
export const everySecret = (): Passage[] => [placeOf(SECRET), placeOf(SECRET, 2), placeOf(SECRET, 1, 'WORDING')];

/** A remark with somebody's telephone, sent on line into an open discussion, and three officers of its body. */
export async function remarkWithSecret(bed: TestBed, profileId?: string) {
  const rows = await openDiscussion(bed.database);
  if (profileId)
    await bed.database.query('update discussion set profile_id = $2 where id = $1', [rows.discussionId, profileId]);
  const sent = remarkOn(rows);
  const input = { ...sent, content: { ...sent.content, ...said } };
  const receipt = await bed.get(SubmitRemark).execute(input, now);
  const { id: remarkId } = await bed.get(RemarkByNumber).public(receipt.number);
  const [first, second, third] = [officerOf(rows.bodyId), officerOf(rows.bodyId), officerOf(rows.bodyId)];
  const propose = (over: Partial<ProposeHidingInput> = {}, actor: Actor = first) =>
    bed
      .get(ProposeHiding)
      .execute({ number: receipt.number, ...redactionReason, passages: everySecret(), ...over }, actor);
  return { rows, input, receipt, remarkId, first, second, third, propose };
}

/** The same, redacted by the second officer. */
export async function redactedRemark(bed: TestBed) {
  const made = await remarkWithSecret(bed);
  const { hidingId } = await made.propose();
  const hiding = { number: made.receipt.number, hidingId };
  await bed.get(ConfirmHiding).execute(hiding, made.second);
  return { ...made, hiding };
}
