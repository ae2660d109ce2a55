import type { TestBed } from '#lib/testing';
import { SubmitRemark } from '../use-cases/submit-remark.js';
import { now, openDiscussion, remarkOn } from './discussion-bed.js';

/** Remarks on a discussion that publishes after moderation, one at least. @param hours null where texts are public at once */
export async function waitingTexts(bed: TestBed, count: number, hours: number | null = 72) {
  const rows = await openDiscussion(bed.database);
  await bed.database.query('update discussion set waits_hours = $2 where id = $1', [rows.discussionId, hours]);
  const send = (no: number) =>
    bed.get(SubmitRemark).execute(remarkOn(rows, { text: `Күтетін мәтін ${no}`, hasNameConsent: true }), now);
  const receipts: [Awaited<ReturnType<typeof send>>, ...Awaited<ReturnType<typeof send>>[]] = [await send(1)];
  for (let no = 2; no <= count; no += 1) receipts.push(await send(no));
  return { rows, receipts };
}
