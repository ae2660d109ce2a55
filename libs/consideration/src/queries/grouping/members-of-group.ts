import { Database } from '#lib/database';
import { type Actor, DomainError, type Instant, instant, isId, type Page, type PageRequest } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { assertOwnDiscussion, Senders } from '#lib/discussion';
import { type MemberRemark, memberColumns, memberSources, type Sealed } from './member-remarks.js';

const START = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

@Injectable()
export class MembersOfGroup {
  constructor(
    private readonly database: Database,
    private readonly senders: Senders,
  ) {}

  /**
   * The members of a living group in the order of arrival, with their senders, also those that do not stand any more.
   * @throws DomainError `not-found` for another body's discussion, `invalid-input` for a cursor that is none
   */
  async of(discussionId: string, no: number, actor: Actor, page: PageRequest): Promise<Page<MemberRemark>> {
    await assertOwnDiscussion(this.database, discussionId, actor);
    const { at, id } = page.after === undefined ? START : cursorOf(page.after);
    const rows = await this.database.query<Sealed<MemberRemark>>(
      `select ${memberColumns}
         from remark_group g
         join remark_group_member m on m.group_id = g.id and m.left_at is null
         join remark r on r.id = m.remark_id ${memberSources}
        where g.discussion_id = $1 and g.no = $2 and g.dissolved_at is null
          and (r.received_at, r.id) > ($3::timestamptz, $4::uuid)
        order by r.received_at, r.id limit $5`,
      [discussionId, no, at, id, page.size + 1],
    );
    const items = this.senders.openAll(rows.slice(0, page.size));
    const last = items.at(-1);
    return { items, ...(last && rows.length > page.size ? { next: `${last.receivedAt}_${last.id}` } : {}) };
  }
}

function cursorOf(after: string): { at: Instant; id: string } {
  const [at = '', id = ''] = after.split('_', 2);
  try {
    if (isId(id)) return { at: instant(at), id };
  } catch {
    // Said below, as for every cursor that is none.
  }
  throw new DomainError('invalid-input', 'after is none of this list', { field: 'after' });
}
