import { isUniqueViolation, type Queryable, type Transaction } from '#lib/database';
import { type Instant, newId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { GroupKind } from '../../domain/grouping/kinds.js';
import { MEMBERS_DIGEST } from './members-digest.js';
import { stillSuggested } from './open-suggestions.js';

export interface NewGroup {
  readonly discussionId: string;
  readonly kind: GroupKind;
  readonly representativeId: string;
  readonly by: string;
  readonly at: Instant;
}

export interface GroupRow {
  readonly id: string;
  readonly no: number;
  readonly representativeId: string;
}

/** Everybody in a group, also who does not stand any more. */
export interface Membership {
  readonly members: number;
  /** Hex SHA-256 of the sorted numbers, one a line. */
  readonly digest: string;
}

export interface RemarkToGroup {
  readonly id: string;
  readonly number: string;
  readonly isStanding: boolean;
  readonly isGrouped: boolean;
}

@Injectable()
export class RemarkGroups {
  /** Two that confirm at once get their numbers one after the other. */
  async add(tx: Transaction, group: NewGroup): Promise<GroupRow> {
    await tx.query('select from discussion where id = $1 for no key update', [group.discussionId]);
    const id = newId();
    const [row] = await tx.query<{ no: number }>(
      `insert into remark_group (id, discussion_id, no, kind, representative_id, confirmed_by, confirmed_at)
       values ($1, $2, (select coalesce(max(no), 0) + 1 from remark_group where discussion_id = $2), $3, $4, $5, $6)
       returning no`,
      [id, group.discussionId, group.kind, group.representativeId, group.by, group.at],
    );
    return { id, no: row?.no ?? 0, representativeId: group.representativeId };
  }

  /** The living group, only read; undefined when there is none. */
  async living(q: Queryable, discussionId: string, no: number): Promise<GroupRow | undefined> {
    const [row] = await q.query<GroupRow>(
      `select id, no, representative_id as "representativeId" from remark_group
        where discussion_id = $1 and no = $2 and dissolved_at is null`,
      [discussionId, no],
    );
    return row;
  }

  /** The living group, held so that its members stand still; undefined when there is none. */
  async lock(
    tx: Transaction,
    discussionId: string,
    by: { no: number } | { id: string },
  ): Promise<GroupRow | undefined> {
    const [row] = await tx.query<GroupRow>(
      `select id, no, representative_id as "representativeId" from remark_group
        where discussion_id = $1 and (no = $2 or id = $3) and dissolved_at is null for no key update`,
      [discussionId, 'no' in by ? by.no : null, 'id' in by ? by.id : null],
    );
    return row;
  }

  /** @returns how many joined; undefined when somebody grouped one of them at the same time */
  async addSuggested(tx: Transaction, groupId: string, suggestionId: string, leftOut: readonly string[]) {
    return this.join(
      tx,
      `select $1, m.remark_id from ${stillSuggested('m.suggestion_id = $2 and r.number <> all($3::text[])')} order by m.remark_id`,
      [groupId, suggestionId, leftOut],
    );
  }

  /** @returns as `addSuggested` */
  async addChosen(tx: Transaction, groupId: string, remarkIds: readonly string[]): Promise<number | undefined> {
    return this.join(tx, 'select $1, id from unnest($2::uuid[]) as r (id) order by id', [groupId, remarkIds]);
  }

  async keepApart(tx: Transaction, groupId: string, discussionId: string, numbers: readonly string[]): Promise<void> {
    await tx.query(
      `insert into remark_kept_apart (group_id, remark_id)
       select $1, id from remark where discussion_id = $2 and number = any($3::text[]) on conflict do nothing`,
      [groupId, discussionId, numbers],
    );
  }

  /** @returns the ids of the remarks with these numbers in the discussion */
  async find(tx: Transaction, discussionId: string, numbers: readonly string[]): Promise<RemarkToGroup[]> {
    return tx.query<RemarkToGroup>(
      `select r.id, r.number, r.state = 'RECEIVED' as "isStanding",
              exists (select from remark_group_member m where m.remark_id = r.id and m.left_at is null) as "isGrouped"
         from remark r where r.discussion_id = $1 and r.number = any($2::text[])
        order by r.received_at, r.id`,
      [discussionId, numbers],
    );
  }

  async membership(q: Queryable, groupId: string): Promise<Membership> {
    const [row] = await q.query<{ members: number; digest: string | null }>(
      `select count(*) as members, encode(${MEMBERS_DIGEST}, 'hex') as digest
         from remark_group_member m join remark r on r.id = m.remark_id
        where m.group_id = $1 and m.left_at is null`,
      [groupId],
    );
    return { members: row?.members ?? 0, digest: row?.digest ?? '' };
  }

  /** Whether more than two are in the group. */
  async hasMoreThanTwo(tx: Transaction, groupId: string): Promise<boolean> {
    const rows = await tx.query('select from remark_group_member where group_id = $1 and left_at is null limit 3', [
      groupId,
    ]);
    return rows.length > 2;
  }

  /** @returns the id of the member with this number, or undefined */
  async memberId(tx: Transaction, groupId: string, number: string): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }>(
      `select r.id from remark r join remark_group_member m on m.remark_id = r.id
        where m.group_id = $1 and m.left_at is null and r.number = $2`,
      [groupId, number],
    );
    return row?.id;
  }

  async has(tx: Transaction, groupId: string, remarkId: string): Promise<boolean> {
    const rows = await tx.query(
      'select from remark_group_member where group_id = $1 and remark_id = $2 and left_at is null',
      [groupId, remarkId],
    );
    return rows.length > 0;
  }

  /** The earliest standing one of the members, or of all when none stands. */
  async earliest(tx: Transaction, groupId: string): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }>(
      `select r.id from remark_group_member m join remark r on r.id = m.remark_id
        where m.group_id = $1 and m.left_at is null
        order by r.state = 'RECEIVED' desc, r.received_at, r.id limit 1`,
      [groupId],
    );
    return row?.id;
  }

  async represent(tx: Transaction, groupId: string, remarkId: string): Promise<void> {
    await tx.query('update remark_group set representative_id = $2 where id = $1', [groupId, remarkId]);
  }

  async leave(tx: Transaction, groupId: string, remarkId: string): Promise<void> {
    await tx.query(
      'update remark_group_member set left_at = clock_timestamp() where group_id = $1 and remark_id = $2 and left_at is null',
      [groupId, remarkId],
    );
  }

  async dissolve(tx: Transaction, groupId: string, by: string, at: Instant): Promise<void> {
    await tx.query(
      'update remark_group_member set left_at = clock_timestamp() where group_id = $1 and left_at is null',
      [groupId],
    );
    await tx.query('update remark_group set dissolved_by = $2, dissolved_at = $3 where id = $1', [groupId, by, at]);
  }

  /** The order of ids keeps two that join overlapping sets from waiting for each other in a ring. */
  private async join(tx: Transaction, select: string, parameters: readonly unknown[]): Promise<number | undefined> {
    try {
      const [row] = await tx.query<{ joined: number }>(
        `with added as (insert into remark_group_member (group_id, remark_id) ${select} returning 1)
         select count(*) as joined from added`,
        parameters,
      );
      return row?.joined ?? 0;
    } catch (error) {
      if (isUniqueViolation(error)) return undefined;
      throw error;
    }
  }
}
