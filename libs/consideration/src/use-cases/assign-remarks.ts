import { type Transaction, Transactions } from '#lib/database';
import { Colleagues } from '#lib/identity';
import { type Actor, CLOCK, type Clock, type LegalDay } from '#lib/kernel';
import { actorLabel } from '#lib/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { assertSome } from '../domain/most-at-once.js';
import { remarksToWorkOn } from '../persistence/own-remarks.js';

export interface AssignRemarksInput {
  /** 1 to 5,000. */
  readonly remarkIds: readonly string[];
  /** An officer of the own body; null gives the remarks back to all. */
  readonly officerId: string | null;
  /** By when the answer is wanted; none when absent. */
  readonly dueOn?: LegalDay;
}

@Injectable()
export class AssignRemarks {
  constructor(
    private readonly transactions: Transactions,
    private readonly colleagues: Colleagues,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Gives remarks to an officer of the body to work on, or back to all; on every one of them or on none.
   * @throws DomainError `not-found` (another body's remark), `not-allowed` for who is no officer, `invalid-input` for somebody
   *   who is no officer of the body, and for too many remarks or none
   */
  execute(input: AssignRemarksInput, actor: Actor): Promise<void> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, { remarkIds, officerId, dueOn }: AssignRemarksInput, actor: Actor): Promise<void> {
    assertSome(remarkIds, 'remarks are assigned');
    const ids = (await remarksToWorkOn(tx, remarkIds, actor)).map(({ id }) => id);
    if (officerId === null) {
      await tx.query('delete from remark_assignment where remark_id = any($1::uuid[])', [ids]);
      return;
    }
    await this.colleagues.assertOfficers(tx, [officerId], actor);
    await tx.query(
      `insert into remark_assignment (remark_id, officer_id, due_on, assigned_by, assigned_at)
       select unnest($1::uuid[]), $2, $3, $4, $5
           on conflict (remark_id) do update set officer_id = excluded.officer_id, due_on = excluded.due_on,
              assigned_by = excluded.assigned_by, assigned_at = excluded.assigned_at`,
      [ids, officerId, dueOn ?? null, actorLabel(actor), this.clock.now()],
    );
  }
}
