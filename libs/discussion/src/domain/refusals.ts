import { DomainError } from '#lib/kernel';
import type { IdentityLevel } from '#lib/time-limits';
import type { Fault } from './fault.js';
import type { LatenessNotice } from './lateness.js';
import type { PlacementRefusal } from './placement-guard.js';
import type { ConfirmationFault } from './sender-confirmation.js';

/** R8.4: received after the term, not subject to consideration. `number` is that of the refusal notice in the late register. */
export class DiscussionClosed extends DomainError {
  constructor(readonly notice: Partial<LatenessNotice> & { readonly discussionId: string; readonly number?: string }) {
    super(
      'discussion-closed',
      'the discussion is closed; what arrives after the term is not considered (R8.4)',
      notice,
    );
  }
}

/** REQ-25: intake stopped when the draft was withdrawn; this is not lateness. */
export class DiscussionWithdrawn extends DomainError {
  constructor(discussionId: string) {
    super('discussion-withdrawn', 'the draft is withdrawn from discussion', { discussionId, clause: 'REQ-25' });
  }
}

/** REQ-40: nothing is counted before the opening; the sender is asked to send again. */
export class DiscussionNotOpen extends DomainError {
  constructor(discussionId: string) {
    super('discussion-not-open', 'the discussion has not opened yet', { discussionId, clause: 'R8.2' });
  }
}

export class DiscussionNotFound extends DomainError {
  constructor(id: string) {
    super('not-found', 'there is no such discussion', { id });
  }
}

/** Also an entry of another body: an existing id gives itself away to nobody. */
export class EntryNotFound extends DomainError {
  constructor() {
    super('not-found', 'there is no such entry');
  }
}

/** REQ-41: whoever typed a letter in, or proposed an act, is not the one who confirms it. */
export class SecondOfficerNeeded extends DomainError {
  constructor() {
    super('not-allowed', 'a second officer confirms what the first has done', { clause: 'REQ-41' });
  }
}

export class RemarkNotAcceptable extends DomainError {
  constructor(faults: readonly Fault[]) {
    super('invalid-input', 'the remark cannot be taken as it is', { faults });
  }
}

/** AMB-20: the profile of the discussion asks for a confirmed sender. Nothing was written; confirmed, the same may be sent again. */
export class SenderNotConfirmed extends DomainError {
  constructor(
    readonly needs: IdentityLevel,
    readonly fault: ConfirmationFault,
  ) {
    super('sender-not-confirmed', `the profile asks for a sender of the level ${needs}: ${fault}`, {
      needs,
      fault,
      clause: 'AMB-20',
    });
  }
}

/** Nothing is acknowledged; the same request with the same key may be sent again (REQ-34). */
export class IntakeTooBusy extends DomainError {
  constructor(reason: string) {
    super('too-busy', reason, { retryAfterSeconds: 5 });
  }
}

export class RequestInProgress extends DomainError {
  constructor() {
    super('request-in-progress', 'the same request is still being written', { retryAfterSeconds: 2 });
  }
}

export class IdempotencyKeyReused extends DomainError {
  constructor() {
    super('idempotency-key-reused', 'this key was used for another submission');
  }
}

export class ReceiptNotValid extends DomainError {
  constructor() {
    super('receipt-not-valid', 'no remark has this number and secret');
  }
}

export class PlacementRefused extends DomainError {
  constructor(refusals: readonly PlacementRefusal[]) {
    super('placement-refused', 'the draft cannot be placed for discussion', { refusals });
  }
}
