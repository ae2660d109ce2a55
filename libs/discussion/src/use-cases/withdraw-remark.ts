import { Transactions } from '#lib/database';
import { citizen } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import type { Arrival } from '../domain/acknowledgement.js';
import { OwnRemarks } from '../persistence/own-remark.js';

export interface WithdrawRemarkInput {
  readonly number: string;
  /** From the receipt. */
  readonly secret: string;
}

/** REQ-38: the sender takes an own remark back before the close. It keeps its number and stays in the count of the received. */
@Injectable()
export class WithdrawRemark {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnRemarks,
    private readonly ledger: Ledger,
  ) {}

  /** @throws ReceiptNotValid, DiscussionClosed, DiscussionWithdrawn, DomainError `wrong-state` when it was withdrawn before */
  execute(input: WithdrawRemarkInput, arrival: Arrival): Promise<void> {
    return this.transactions.run(async (tx) => {
      const { id, number, discussionId, actedAt } = await this.own.lock(tx, input, arrival);
      await tx.query(`update remark set state = 'WITHDRAWN', withdrawn_at = $2 where id = $1`, [id, actedAt]);
      await this.ledger.record(tx, {
        actor: citizen,
        act: 'remark.withdrawn',
        subject: { kind: 'remark', id },
        data: { discussionId, number, withdrawnAt: actedAt },
      });
    });
  }
}
