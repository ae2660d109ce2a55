import { type Transaction, Transactions } from '#lib/database';
import { type Actor, CLOCK, type Clock } from '#lib/kernel';
import { actorLabel, Ledger } from '#lib/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { GroupChanged, GroupNotFound } from '../../domain/grouping/errors.js';
import { patiently } from '../../persistence/grouping/at-length.js';
import { assertGroupingOpen } from '../../persistence/grouping/open-discussion.js';
import { RemarkGroups } from '../../persistence/grouping/remark-groups.js';

export interface DissolveGroupInput {
  readonly discussionId: string;
  /** Of the group in the discussion, from 1. */
  readonly no: number;
  /** The digest of the members the officer saw. */
  readonly seen: string;
}

@Injectable()
export class DissolveGroup {
  constructor(
    private readonly transactions: Transactions,
    private readonly groups: RemarkGroups,
    private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Takes a group apart (REQ-44): every remark stands by itself again, with its number as before. The group and who was in it
   * stay on record.
   * @throws DomainError `not-found`, `not-allowed`, `wrong-state` before the close, `report-frozen`, `conflict` when its members
   *   are not those that were seen
   */
  execute(input: DissolveGroupInput, actor: Actor): Promise<void> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, { discussionId, no, seen }: DissolveGroupInput, actor: Actor): Promise<void> {
    await assertGroupingOpen(tx, discussionId, actor);
    await patiently(tx);
    const group = await this.groups.lock(tx, discussionId, { no });
    if (!group) throw new GroupNotFound(no);
    const { members, digest } = await this.groups.membership(tx, group.id);
    if (digest !== seen) throw new GroupChanged(no);
    await this.groups.dissolve(tx, group.id, actorLabel(actor), this.clock.now());
    await this.ledger.record(tx, {
      actor,
      act: 'group.dissolved',
      subject: { kind: 'group', id: group.id },
      data: { discussionId, no, members, membersSha256: digest },
    });
  }
}
