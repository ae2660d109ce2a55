import type { Transaction } from '#lib/database';
import { Procedures } from '#lib/drafting';
import { requireOwnBody } from '#lib/identity';
import { type Actor, DomainError } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { type LockedDiscussion, lockTogether } from './locked-discussion.js';

/** Once the answers are signed for, nothing is added to what they answer (REQ-41). */
const openToRecords = ['OPEN', 'CLOSED', 'WITHDRAWN'];

/** Discussions in the hands of an official who records what did not come on line. */
@Injectable()
export class RecordableDiscussions {
  constructor(private readonly procedures: Procedures) {}

  /**
   * The own body's discussion with its state and window held still, while remarks may be added to it.
   * @throws DiscussionNotFound, NotFound for another body's, DomainError `wrong-state` once its remarks are considered
   */
  async lock(tx: Transaction, discussionId: string, actor: Actor): Promise<LockedDiscussion> {
    const discussion = await lockTogether(tx, discussionId);
    const { developerId, state } = await this.procedures.byId(tx, discussion.procedureId);
    requireOwnBody(actor, developerId, 'discussion');
    if (openToRecords.includes(state)) return discussion;
    throw new DomainError('wrong-state', 'the remarks of this discussion are considered already', { state });
  }
}
