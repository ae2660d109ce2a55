import { type Transaction, Transactions } from '#lib/database';
import { type Actor, CLOCK, type Clock } from '#lib/kernel';
import { actorLabel } from '#lib/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { assertSome } from '../domain/most-at-once.js';
import { remarksToWorkOn } from '../persistence/own-remarks.js';

export interface FlagRemarksInput {
  /** 1 to 5,000. */
  readonly remarkIds: readonly string[];
  readonly isFlagged: boolean;
}

@Injectable()
export class FlagRemarks {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Marks remarks to be looked at again, or takes the mark away; twice is once. @throws DomainError as `AssignRemarks` */
  execute(input: FlagRemarksInput, actor: Actor): Promise<void> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, { remarkIds, isFlagged }: FlagRemarksInput, actor: Actor): Promise<void> {
    assertSome(remarkIds, 'remarks are flagged');
    const ids = (await remarksToWorkOn(tx, remarkIds, actor)).map(({ id }) => id);
    if (!isFlagged) {
      await tx.query('delete from remark_flag where remark_id = any($1::uuid[])', [ids]);
      return;
    }
    await tx.query(
      `insert into remark_flag (remark_id, flagged_by, flagged_at) select unnest($1::uuid[]), $2, $3
           on conflict (remark_id) do nothing`,
      [ids, actorLabel(actor), this.clock.now()],
    );
  }
}
