import { defineEvent } from '#lib/jobs';
import type { Instant } from '#lib/kernel';

/** R8.1: the draft is public and remarks are taken. */
export const discussionOpened = defineEvent<{ discussionId: string }>('discussion.opened');
/** I8: its close moved, or its term has begun to run. `closeAt`: the close that this gave, exclusive; it may have moved again since. */
export const discussionExtended = defineEvent<{ discussionId: string; closeAt: Instant }>('discussion.extended');
/** Told with the opening, for the instant at which the close may be carried out. */
export const discussionDue = defineEvent<{ discussionId: string }>('discussion.due');
export const discussionClosed = defineEvent<{ discussionId: string }>('discussion.closed');
/** REQ-25: every sender is owed a notice. */
export const discussionWithdrawn = defineEvent<{ discussionId: string }>('discussion.withdrawn');
/** REQ-36: a receipt is owed to the sender. */
export const remarkAcknowledged = defineEvent<{ remarkId: string }>('remark.acknowledged');
/** REQ-38: another text stands in the place of the one before. */
export const remarkReplaced = defineEvent<{ remarkId: string }>('remark.replaced');
/** REQ-116: its sender is told the ground and how to object. */
export const remarkHidden = defineEvent<{ hidingId: string }>('remark.hidden');
/** REQ-116: its sender is told what became of it. */
export const objectionAnswered = defineEvent<{ objectionId: string }>('objection.answered');
/** AMB-20: a letter with a link is owed to the mailbox from which remarks are to be sent. */
export const senderAddressGiven = defineEvent<{ confirmationId: string }>('sender.address-given');

export const discussionEvents = [
  discussionOpened,
  discussionExtended,
  discussionDue,
  discussionClosed,
  discussionWithdrawn,
  remarkAcknowledged,
  remarkReplaced,
  remarkHidden,
  objectionAnswered,
  senderAddressGiven,
] as const;
