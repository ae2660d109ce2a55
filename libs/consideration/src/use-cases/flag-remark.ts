import { type Transaction, Transactions } from '#lib/database';
import { type Actor, CLOCK, type Clock } from '#lib/kernel';
import { actorLabel } from '#lib/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { ownRemarks } from '../persistence/own-remarks.js';

export interface FlagRemarkInput {
  readonly remarkId: string;
  readonly isFlagged: boolean;
}

@Injectable()
export class FlagRemark {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Marks a remark to be looked at again, or takes the mark away; twice is once. @throws DomainError as `AssignRemarks` */
  execute(input: FlagRemarkInput, actor: Actor): Promise<void> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, { remarkId, isFlagged }: FlagRemarkInput, actor: Actor): Promise<void> {
    await ownRemarks(tx, [remarkId], actor);
    if (!isFlagged) {
      await tx.query('delete from remark_flag where remark_id = $1', [remarkId]);
      return;
    }
    await tx.query(
      'insert into remark_flag (remark_id, flagged_by, flagged_at) values ($1, $2, $3) on conflict (remark_id) do nothing',
      [remarkId, actorLabel(actor), this.clock.now()],
    );
  }
}
