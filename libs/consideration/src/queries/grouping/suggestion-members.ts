import { Database } from '#lib/database';
import { type Actor, type Page, type PageRequest } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { VALUES } from '../../domain/similarity/signature.js';
import { stillSuggested } from '../../persistence/grouping/open-suggestions.js';
import { assertOwnDiscussion, Senders } from '#lib/discussion';
import { pageOf, placeOf } from './keyset.js';
import { type MemberRemark, memberColumns, memberSources, type Sealed } from './member-remarks.js';

export interface SuggestionMember extends MemberRemark {
  /** To the representative, 0 to 1. */
  readonly likeness: number;
}

type Row = Sealed<SuggestionMember>;

@Injectable()
export class SuggestionMembers {
  constructor(
    private readonly database: Database,
    private readonly senders: Senders,
  ) {}

  /**
   * The remarks a suggestion is still about, with their senders: the least similar first, for these want looking at.
   * @throws DomainError `not-found` for another body's discussion, `invalid-input` for a cursor that is none
   */
  async of(
    discussionId: string,
    suggestionId: string,
    actor: Actor,
    page: PageRequest,
  ): Promise<Page<SuggestionMember>> {
    await assertOwnDiscussion(this.database, discussionId, actor);
    const { number, id, isStart } = placeOf(page.after, 0);
    const rows = await this.database.query<Row>(
      `with listed as (
         select m.remark_id, m.likeness
           from ${stillSuggested(`m.suggestion_id = $2 and ($5 or (m.likeness, m.remark_id) > ($3, $4::uuid))`)}
          order by m.likeness, m.remark_id limit $6
       )
       select ${memberColumns}, l.likeness
         from listed l join remark r on r.id = l.remark_id and r.discussion_id = $1 ${memberSources}
        order by l.likeness, l.remark_id`,
      [discussionId, suggestionId, number, id, isStart, page.size + 1],
    );
    const found = pageOf(rows, page, (row) => ({ number: row.likeness, id: row.id }));
    const items = this.senders.openAll(found.items).map((row) => ({ ...row, likeness: row.likeness / VALUES }));
    return { ...found, items };
  }
}
