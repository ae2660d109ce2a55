import type { Queryable, Transaction } from '#lib/database';
import { Injectable } from '@nestjs/common';

/** A living group, held still. */
export interface LockedGroup {
  readonly id: string;
  readonly no: number;
  readonly discussionId: string;
  /** The chosen remark while it stands in the group, else the earliest that does; null when none stands. */
  readonly representativeId: string | null;
  readonly standing: number;
}

/** In which living group a remark is. */
export interface GroupOfRemark {
  readonly remarkId: string;
  readonly groupId: string;
  readonly groupNo: number;
  /** All in it. */
  readonly members: number;
}

/**
 * The members of a group for what is done to all of them at once, as a set in SQL: half a million never come into memory. They
 * are the view `standing_member` (group_id, remark_id, discussion_id, group_no, number, received_at).
 */
@Injectable()
export class GroupMembers {
  /** Holds a living group and its standing remarks until the end of the transaction: nobody joins, leaves or is decided. */
  async lock(tx: Transaction, groupId: string): Promise<LockedGroup | undefined> {
    const [group] = await tx.query<Omit<LockedGroup, 'standing' | 'representativeId'>>(
      `select id, no, discussion_id as "discussionId" from remark_group
        where id = $1 and dissolved_at is null for no key update`,
      [groupId],
    );
    if (!group) return undefined;
    const [held] = await tx.query<{ standing: number; representativeId: string | null }>(
      `with held as (
         select r.id from remark r join standing_member m on m.remark_id = r.id
          where m.group_id = $1 order by r.id for no key update of r
       )
       select count(*) as standing, group_representative($1) as "representativeId" from held`,
      [groupId],
    );
    return { ...group, standing: held?.standing ?? 0, representativeId: held?.representativeId ?? null };
  }

  /** Of the remarks that are in a living group; the others are left out. */
  groupsOf(q: Queryable, remarkIds: readonly string[]): Promise<GroupOfRemark[]> {
    return q.query<GroupOfRemark>(
      `with asked as (
         select m.remark_id, m.group_id from remark_group_member m where m.remark_id = any($1::uuid[]) and m.left_at is null
       ), counted as (
         select m.group_id, count(*) as members from remark_group_member m
          where m.left_at is null and m.group_id in (select group_id from asked) group by m.group_id
       )
       select a.remark_id as "remarkId", g.id as "groupId", g.no as "groupNo", c.members
         from asked a join counted c on c.group_id = a.group_id join remark_group g on g.id = a.group_id`,
      [remarkIds],
    );
  }
}
