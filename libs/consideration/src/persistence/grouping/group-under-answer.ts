import type { Transaction } from '#lib/database';
import type { Actor } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { GroupNotFound, NobodyInGroup } from '../../domain/grouping/errors.js';
import { patiently } from './at-length.js';
import { GroupMembers } from './group-members.js';
import { assertGroupingOpen } from './open-discussion.js';
import { type GroupRow, RemarkGroups } from './remark-groups.js';

/** A group of a discussion, by the number officers know it by. */
export interface GroupName {
  readonly discussionId: string;
  /** From 1. */
  readonly no: number;
}

export interface GroupUnderAnswer extends GroupRow {
  /** Of the remark that stands for the others now. */
  readonly number: string;
  readonly text: string;
  readonly proposedWording: string | null;
  readonly standing: number;
  readonly profileId: string;
  readonly procedureId: string;
  readonly procedureKind: string;
}

/** A group an officer is about to answer: held with all its standing remarks, and checked that it may be answered now. */
@Injectable()
export class GroupsUnderAnswer {
  constructor(
    private readonly groups: RemarkGroups,
    private readonly members: GroupMembers,
  ) {}

  /** @throws DomainError `not-found`, `not-allowed`, `wrong-state`, `report-frozen` */
  async lock(tx: Transaction, { discussionId, no }: GroupName, actor: Actor): Promise<GroupUnderAnswer> {
    await assertGroupingOpen(tx, discussionId, actor);
    await patiently(tx);
    const group = await this.groups.lock(tx, discussionId, { no });
    const held = group && (await this.members.lock(tx, group.id));
    if (!held) throw new GroupNotFound(no);
    const [shown] = await tx.query<Omit<GroupUnderAnswer, keyof GroupRow | 'standing'>>(
      `select r.number, r.body as text, r.proposed_wording as "proposedWording", s.profile_id as "profileId",
              s.procedure_id as "procedureId", p.kind as "procedureKind"
         from remark r join discussion s on s.id = r.discussion_id join procedure p on p.id = s.procedure_id
        where r.id = $1`,
      [held.representativeId],
    );
    if (!shown || held.representativeId === null) throw new NobodyInGroup(no);
    return { id: held.id, no, representativeId: held.representativeId, standing: held.standing, ...shown };
  }
}
