import type { DiscussionDetails } from '#lib/discussion';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { view } from '../../pages-kit/view.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import type { KeptFile } from '../attachments.js';
import type { RemarkHeld } from '../remark-door.js';
import type { TypedRemark } from './remark-form.js';
import { carriedFields, type CarriedField } from './remark-steps/carried-fields.js';

export interface HeldModel {
  readonly action: string;
  /** JSON, for the script that finds the proof. */
  readonly challenge: string;
  readonly arrived: string;
  readonly wait: string;
  readonly text: string;
  readonly files: readonly string[];
  /** The remark as it was typed, to be sent again by one press. */
  readonly fields: readonly CarriedField[];
}

interface HeldForm {
  readonly discussion: Pick<DiscussionDetails, 'id' | 'zone'>;
  readonly typed: TypedRemark;
  readonly files: readonly KeptFile[];
}

const heldView = view<HeldModel>('discussion/held');

/** REQ-47: the remark has arrived and is not sent yet; everything that was typed and attached comes back and goes by one press. */
export function heldAnswer(
  { held, challenge, details }: RemarkHeld,
  { discussion, typed, files }: HeldForm,
  visit: PageVisit,
): PageAnswer {
  const { t } = visit;
  const seconds = Number(details['waitSeconds']);
  const model: HeldModel = {
    action: visit.to(`discussions/${discussion.id}/remark`),
    challenge: JSON.stringify(challenge),
    arrived: t('held.arrived', { at: visit.when(held.arrivedAt, discussion.zone) }),
    wait: t('held.wait', { seconds }),
    text: typed.text,
    files: files.map(({ name }) => name),
    fields: [
      ...carriedFields(typed, files),
      { name: 'ticket', value: held.ticket },
      ...(typed.signature ? [{ name: 'signature', value: typed.signature }] : []),
    ],
  };
  // In another language it is looked at once more, and waits anew when it is sent.
  const carried = { id: 'held', address: visit.to(`discussions/${discussion.id}/remark/check`) };
  const page = visit.showAgain(heldView, model, { title: t('held.title'), hasErrors: false, carried }, 429);
  return { ...page, retryAfterSeconds: seconds };
}
