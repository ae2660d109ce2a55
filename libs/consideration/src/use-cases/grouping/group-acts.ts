import type { Transaction } from '#lib/database';
import type { Actor } from '#lib/kernel';
import { Ledger, type LedgerAct } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { patiently } from '../../persistence/grouping/at-length.js';
import { type GroupRow, type Membership, RemarkGroups } from '../../persistence/grouping/remark-groups.js';

export interface GroupAct {
  readonly act: Extract<LedgerAct, `group.${string}`>;
  readonly discussionId: string;
  readonly group: GroupRow;
  /** Further facts; never who sent what. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** One entry for an act on a group, however many remarks it has (REQ-115): their count and a digest of their numbers. */
@Injectable()
export class GroupActs {
  constructor(
    private readonly groups: RemarkGroups,
    private readonly ledger: Ledger,
  ) {}

  /** Records the act with the members as they are after it. */
  async record(tx: Transaction, { act, discussionId, group, data }: GroupAct, actor: Actor): Promise<Membership> {
    await patiently(tx);
    const membership = await this.groups.membership(tx, group.id);
    await this.ledger.record(tx, {
      actor,
      act,
      subject: { kind: 'group', id: group.id },
      data: { discussionId, no: group.no, members: membership.members, membersSha256: membership.digest, ...data },
    });
    return membership;
  }
}
