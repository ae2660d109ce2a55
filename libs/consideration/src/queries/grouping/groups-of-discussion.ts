import { Database } from '#lib/database';
import { type Actor, DomainError, type Instant, type Page, type PageRequest } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { GroupKind } from '../../domain/grouping/kinds.js';
import { assertOwnDiscussion } from '#lib/discussion';
import { MEMBERS_DIGEST } from '../../persistence/grouping/members-digest.js';
import { SENDER_OF } from '../../persistence/grouping/same-senders.js';
import { pageOf, placeOf } from './keyset.js';

export interface ConfirmedRemarkGroup {
  readonly id: string;
  /** From 1 in the discussion. */
  readonly no: number;
  readonly kind: GroupKind;
  readonly confirmedAt: Instant;
  /** All in the group; `standing` without those withdrawn or hidden since. */
  readonly members: number;
  readonly standing: number;
  /** The chosen remark while it stands, else the earliest that does; null when none stands. */
  readonly representative: { readonly number: string; readonly text: string } | null;
}

/** One group with the digest by which an officer dissolves what was seen, and its different senders. */
export interface RemarkGroupInFull extends ConfirmedRemarkGroup {
  readonly seen: string;
  readonly authors: number;
}

type Facts = Omit<ConfirmedRemarkGroup, 'members' | 'standing'>;

const facts = `
  g.id, g.no, g.kind, g.confirmed_at as "confirmedAt",
  (select json_build_object('number', w.number, 'text', w.body) from remark w where w.id = group_representative(g.id)) as representative`;
const isLiving = 'g.discussion_id = $1 and g.dissolved_at is null';
const members = `
  remark_group_member m
  join remark r on r.id = m.remark_id
  left join sealed_sender w on w.subject_id = r.id`;

@Injectable()
export class GroupsOfDiscussion {
  constructor(private readonly database: Database) {}

  /**
   * The living groups of a discussion by number, for officials of the developing body.
   * @throws DomainError `not-found` for another body's discussion, `invalid-input` for a cursor that is none
   */
  async of(discussionId: string, actor: Actor, page: PageRequest): Promise<Page<ConfirmedRemarkGroup>> {
    await assertOwnDiscussion(this.database, discussionId, actor);
    const { number } = placeOf(page.after, 0);
    const rows = await this.database.query<ConfirmedRemarkGroup>(
      `select ${facts}, c.members, c.standing
         from remark_group g
         cross join lateral (select count(*) as members, count(*) filter (where r.state = 'RECEIVED') as standing
                               from remark_group_member m join remark r on r.id = m.remark_id
                              where m.group_id = g.id and m.left_at is null) c
        where ${isLiving} and g.no > $2 order by g.no limit $3`,
      [discussionId, number, page.size + 1],
    );
    return pageOf(rows, page, ({ no, id }) => ({ number: no, id }));
  }

  /** @throws DomainError `not-found`, also for one that is dissolved */
  async one(discussionId: string, no: number, actor: Actor): Promise<RemarkGroupInFull> {
    await assertOwnDiscussion(this.database, discussionId, actor);
    const [group] = Number.isInteger(no)
      ? await this.database.query<Facts>(`select ${facts} from remark_group g where ${isLiving} and g.no = $2`, [
          discussionId,
          no,
        ])
      : [];
    if (!group) throw new DomainError('not-found', 'there is no such group', { no });
    const [counts] = await this.database.query<Omit<RemarkGroupInFull, keyof Facts>>(
      `select count(*) as members, count(*) filter (where r.state = 'RECEIVED') as standing,
              count(distinct ${SENDER_OF}) filter (where r.state = 'RECEIVED') as authors,
              encode(${MEMBERS_DIGEST}, 'hex') as seen
         from ${members} where m.group_id = $1 and m.left_at is null`,
      [group.id],
    );
    if (!counts) throw new Error('a count gave no row');
    return { ...group, ...counts };
  }
}
