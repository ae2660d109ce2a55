import { type Transaction, Transactions } from '#lib/database';
import { requireRole } from '#lib/identity';
import type { Actor } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { type ReceivedRemark, type RecordedRemark, RecordedRemarks } from '../intake/recorded-remarks.js';
import { RecordableDiscussions } from '../persistence/recordable-discussions.js';

/**
 * REQ-41: takes remarks of another system or of a past discussion at once, also after the close. A letter that an official types
 * in goes by `EnterReceivedRemark`, where a second officer confirms it (decision 16): no route of the portal leads here.
 */
@Injectable()
export class RecordReceivedRemark {
  constructor(
    private readonly transactions: Transactions,
    private readonly discussions: RecordableDiscussions,
    private readonly remarks: RecordedRemarks,
  ) {}

  /** @throws as `recordMany` */
  async execute(discussionId: string, received: ReceivedRemark, actor: Actor): Promise<RecordedRemark> {
    const [recorded] = await this.recordMany(discussionId, [received], actor);
    if (!recorded) throw new Error('nothing was recorded');
    return recorded;
  }

  /**
   * All or none, in the order given, by the same statement and the same test of lateness as what comes on line.
   * @throws RemarkNotAcceptable (faults carry the row), DiscussionNotFound, DiscussionNotOpen, DiscussionWithdrawn,
   *   DomainError `invalid-input` (an arrival in the future), `wrong-state` (considered already), `not-allowed`
   */
  async recordMany(discussionId: string, received: readonly ReceivedRemark[], actor: Actor): Promise<RecordedRemark[]> {
    return this.transactions.run((tx) => this.within(tx, discussionId, received, actor));
  }

  async within(
    tx: Transaction,
    discussionId: string,
    received: readonly ReceivedRemark[],
    actor: Actor,
  ): Promise<RecordedRemark[]> {
    requireRole(actor, 'officer');
    await this.discussions.lock(tx, discussionId, actor);
    return this.remarks.write(tx, discussionId, received, actor);
  }
}
