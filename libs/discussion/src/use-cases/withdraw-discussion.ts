import { type Transaction, Transactions } from '#lib/database';
import { Procedures } from '#lib/drafting';
import { requireOwnBody, requireRole } from '#lib/identity';
import { Outbox } from '#lib/jobs';
import { type Actor, DomainError, type Instant } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { mayBecome } from '../domain/discussion-lifecycle.js';
import { reasonFaults } from '../domain/reason.js';
import { discussionWithdrawn } from '../events.js';
import { lockAlone } from '../persistence/locked-discussion.js';

export interface WithdrawDiscussionInput {
  readonly discussionId: string;
  /** Public; 1-2,000 characters. */
  readonly reason: string;
}

/** REQ-25, AMB-18: takes the draft back. Intake stops at this instant, remarks stay readable, no report is due. */
@Injectable()
export class WithdrawDiscussion {
  constructor(
    private readonly transactions: Transactions,
    private readonly procedures: Procedures,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** @throws DiscussionNotFound, DomainError `invalid-input`, `not-allowed`, `wrong-state` */
  execute(input: WithdrawDiscussionInput, actor: Actor): Promise<void> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, { discussionId, reason }: WithdrawDiscussionInput, actor: Actor): Promise<void> {
    requireRole(actor, 'officer');
    const faults = reasonFaults('reason', reason);
    if (faults.length > 0) throw new DomainError('invalid-input', 'a withdrawal needs a reason', { faults });
    const { state, procedureId } = await lockAlone(tx, discussionId);
    requireOwnBody(actor, (await this.procedures.lock(tx, procedureId)).developerId);
    if (!mayBecome(state, 'WITHDRAWN')) {
      throw new DomainError('wrong-state', 'the discussion was withdrawn before', { discussionId, state });
    }
    const [withdrawn] = await tx.query<{ withdrawnAt: Instant }>(
      `update discussion set state = 'WITHDRAWN', withdrawn_at = clock_timestamp(), withdrawal_reason = $2
        where id = $1 returning withdrawn_at as "withdrawnAt"`,
      [discussionId, reason.trim()],
    );
    await this.procedures.move(tx, procedureId, 'WITHDRAWN');
    await this.ledger.record(tx, {
      actor,
      act: 'discussion.withdrawn',
      subject: { kind: 'discussion', id: discussionId },
      data: { ...withdrawn, reason: reason.trim() },
    });
    await this.outbox.emit(tx, discussionWithdrawn, { discussionId });
  }
}
