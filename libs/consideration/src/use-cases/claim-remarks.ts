import { type Transaction, Transactions } from '#lib/database';
import { type Actor, CLOCK, type Clock, DomainError } from '#lib/kernel';
import { actorLabel } from '#lib/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { assertSome } from '../domain/most-at-once.js';
import { remarksToWorkOn } from '../persistence/own-remarks.js';

export interface ClaimRemarksInput {
  /** 1 to 5,000. */
  readonly remarkIds: readonly string[];
}

@Injectable()
export class ClaimRemarks {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Takes remarks nobody works on for oneself, all or none; one's own stay so.
   * @throws DomainError `conflict` naming the first remark a colleague works on; otherwise as `AssignRemarks`
   */
  execute(input: ClaimRemarksInput, actor: Actor): Promise<void> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, { remarkIds }: ClaimRemarksInput, actor: Actor): Promise<void> {
    assertSome(remarkIds, 'remarks are claimed');
    const remarks = await remarksToWorkOn(tx, remarkIds, actor);
    if (actor.kind !== 'officer') throw new DomainError('not-allowed', 'an officer takes a remark');
    await tx.query(
      `insert into remark_assignment (remark_id, officer_id, assigned_by, assigned_at)
       select unnest($1::uuid[]), $2, $3, $4 on conflict (remark_id) do nothing`,
      [remarks.map(({ id }) => id), actor.id, actorLabel(actor), this.clock.now()],
    );
    const [taken] = await tx.query<{ number: string; name: string }>(
      `select r.number, o.name from remark_assignment a join officer o on o.id = a.officer_id join remark r on r.id = a.remark_id
        where a.remark_id = any($1::uuid[]) and a.officer_id <> $2 order by r.received_at, r.id limit 1`,
      [remarks.map(({ id }) => id), actor.id],
    );
    if (taken) throw new DomainError('conflict', `${taken.name} works on remark ${taken.number}`, { ...taken });
  }
}
