import { type Transaction, Transactions } from '#lib/database';
import type { Actor } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { GroupNotFound, LastPairOfGroup, RemarksNotGroupable } from '../../domain/grouping/errors.js';
import { assertGroupingOpen } from '../../persistence/grouping/open-discussion.js';
import { type GroupRow, RemarkGroups } from '../../persistence/grouping/remark-groups.js';
import { GroupActs } from './group-acts.js';
import { writtenNumbers } from './written-numbers.js';

export interface LeaveGroupInput {
  readonly discussionId: string;
  /** Of the group in the discussion, from 1. */
  readonly no: number;
  /** Of the remark. */
  readonly number: string;
}

@Injectable()
export class LeaveGroup {
  constructor(
    private readonly transactions: Transactions,
    private readonly groups: RemarkGroups,
    private readonly acts: GroupActs,
  ) {}

  /**
   * Takes one remark out of its group; it stands by itself again and is not suggested for this group any more. When it stood for
   * the others, the earliest of them does so now.
   * @throws DomainError `not-found`, `not-allowed`, `wrong-state` before the close and for one of the last two, `report-frozen`,
   *   `invalid-input` for a remark that is not in the group
   */
  execute(input: LeaveGroupInput, actor: Actor): Promise<void> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, { discussionId, no, number }: LeaveGroupInput, actor: Actor): Promise<void> {
    await assertGroupingOpen(tx, discussionId, actor);
    const group = await this.groups.lock(tx, discussionId, { no });
    if (!group) throw new GroupNotFound(no);
    const [written = number] = writtenNumbers([number]);
    const remarkId = await this.groups.memberId(tx, group.id, written);
    if (remarkId === undefined) throw new RemarksNotGroupable('unknown', [written]);
    if (!(await this.groups.hasMoreThanTwo(tx, group.id))) throw new LastPairOfGroup(no);
    await this.groups.leave(tx, group.id, remarkId);
    await this.groups.keepApart(tx, group.id, discussionId, [written]);
    const represented = await this.represent(tx, group, remarkId);
    await this.acts.record(
      tx,
      { act: 'group.left', discussionId, group: represented, data: { number: written } },
      actor,
    );
  }

  private async represent(tx: Transaction, group: GroupRow, gone: string): Promise<GroupRow> {
    if (group.representativeId !== gone) return group;
    const representativeId = (await this.groups.earliest(tx, group.id)) ?? gone;
    await this.groups.represent(tx, group.id, representativeId);
    return { ...group, representativeId };
  }
}
