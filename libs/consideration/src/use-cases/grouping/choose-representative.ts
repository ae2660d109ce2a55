import { type Transaction, Transactions } from '#lib/database';
import type { Actor } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { GroupNotFound, RemarksNotGroupable } from '../../domain/grouping/errors.js';
import { assertGroupingOpen } from '../../persistence/grouping/open-discussion.js';
import { RemarkGroups } from '../../persistence/grouping/remark-groups.js';
import { GroupActs } from './group-acts.js';
import type { LeaveGroupInput } from './leave-group.js';
import { writtenNumbers } from './written-numbers.js';

@Injectable()
export class ChooseRepresentative {
  constructor(
    private readonly transactions: Transactions,
    private readonly groups: RemarkGroups,
    private readonly acts: GroupActs,
  ) {}

  /**
   * Chooses the remark whose text stands for its group.
   * @throws DomainError `not-found`, `not-allowed`, `wrong-state` before the close, `report-frozen`, `invalid-input` for a remark
   *   that is not in the group, `conflict` for one that does not stand
   */
  execute(input: LeaveGroupInput, actor: Actor): Promise<void> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, { discussionId, no, number }: LeaveGroupInput, actor: Actor): Promise<void> {
    await assertGroupingOpen(tx, discussionId, actor);
    const group = await this.groups.lock(tx, discussionId, { no });
    if (!group) throw new GroupNotFound(no);
    const [written = number] = writtenNumbers([number]);
    const [remark] = await this.groups.find(tx, discussionId, [written]);
    if (!remark || !(await this.groups.has(tx, group.id, remark.id)))
      throw new RemarksNotGroupable('unknown', [written]);
    if (!remark.isStanding) throw new RemarksNotGroupable('not-standing', [written]);
    await this.groups.represent(tx, group.id, remark.id);
    await this.acts.record(tx, { act: 'group.represented', discussionId, group, data: { number: written } }, actor);
  }
}
