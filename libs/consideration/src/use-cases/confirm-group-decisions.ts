import { type Transaction, Transactions } from '#lib/database';
import { type Actor, CLOCK, type Clock, DomainError } from '#lib/kernel';
import { actorLabel } from '#lib/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { type GroupName, GroupsUnderAnswer } from '../persistence/grouping/group-under-answer.js';
import { GroupActs } from './grouping/group-acts.js';

@Injectable()
export class ConfirmGroupDecisions {
  constructor(
    private readonly transactions: Transactions,
    private readonly groups: GroupsUnderAnswer,
    private readonly acts: GroupActs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * A second officer stands for the decisions in force on all remarks of a group, or for none.
   * @returns how many decisions were confirmed by this act
   * @throws DomainError `not-allowed` when the officer decided one of them, `wrong-state` when one has no decision yet; otherwise
   *   as `DecideGroup`
   */
  execute(input: GroupName, actor: Actor): Promise<number> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, { discussionId, no }: GroupName, actor: Actor): Promise<number> {
    const group = await this.groups.lock(tx, { discussionId, no }, actor);
    const by = actorLabel(actor);
    const [found] = await tx.query<{ undecided: number; own: number }>(
      `select count(*) filter (where d.id is null) as undecided,
              count(*) filter (where d.decided_by = $2 and c.decision_id is null) as own
         from standing_member m
         left join point p on p.remark_id = m.remark_id and p.retired_at is null
         left join decision d on d.point_id = p.id and d.superseded_at is null
         left join decision_confirmation c on c.decision_id = d.id
        where m.group_id = $1`,
      [group.id, by],
    );
    if (found?.undecided) throw new DomainError('wrong-state', `group ${no} is not decided yet`, { no });
    if (found?.own) {
      throw new DomainError('not-allowed', 'a decision is confirmed by another officer than the one who made it');
    }
    const [row] = await tx.query<{ confirmed: number }>(
      `with confirmed as (
         insert into decision_confirmation (decision_id, confirmed_by, confirmed_at)
         select d.id, $2, $3 from standing_member m
           join point p on p.remark_id = m.remark_id and p.retired_at is null
           join decision d on d.point_id = p.id and d.superseded_at is null
          where m.group_id = $1 and not exists (select from decision_confirmation c where c.decision_id = d.id)
         returning 1
       )
       select count(*) as confirmed from confirmed`,
      [group.id, by, this.clock.now()],
    );
    const confirmed = row?.confirmed ?? 0;
    await this.acts.record(tx, { act: 'group.decisions-confirmed', discussionId, group, data: { confirmed } }, actor);
    return confirmed;
  }
}
