import { Database } from '#lib/database';
import { type Actor, DomainError, isId, type Page, type PageRequest } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { SuggestionKind } from '../../domain/grouping/kinds.js';
import { VALUES } from '../../domain/similarity/signature.js';
import { assertOwnDiscussion } from '#lib/discussion';
import { OpenSuggestions, stillSuggested, type SuggestionSet } from '../../persistence/grouping/open-suggestions.js';
import { pageOf, placeOf } from './keyset.js';

/** Remarks that may be one group; what was grouped, withdrawn or hidden since is not counted. */
export interface GroupSuggestion {
  readonly id: string;
  readonly kind: SuggestionKind;
  readonly size: number;
  /** Different senders among all that were suggested, by e-mail, BIN or name. */
  readonly authors: number;
  /** Whose text the others are compared with: the earliest remark, or that of the group they would join. */
  readonly representative: { readonly number: string; readonly text: string };
  /** To the representative, 0 to 1: of the least and of the most similar. */
  readonly likeness: { readonly least: number; readonly most: number };
  /** The number of the group they would join; null: a new one. */
  readonly joins: number | null;
}

/** One suggestion with the digest by which an officer confirms what was seen. */
export interface SuggestionToConfirm extends GroupSuggestion {
  /** Hex SHA-256 of the sorted numbers, one a line. */
  readonly seen: string;
}

type Facts = Omit<GroupSuggestion, 'likeness' | 'size'>;
type Row = Facts & Pick<SuggestionSet, 'size' | 'least' | 'most'> & { readonly listedAs: number };

const facts = `s.id, s.kind, s.authors, j.no as joins, json_build_object('number', w.number, 'text', w.body) as representative`;
const source = `
  group_suggestion s
  join remark w on w.id = s.representative_id
  left join remark_group j on j.id = s.joins_group_id`;
const isOpen = `s.discussion_id = $1 and s.state = 'OPEN' and j.dissolved_at is null`;

@Injectable()
export class GroupSuggestions {
  constructor(
    private readonly database: Database,
    private readonly suggestions: OpenSuggestions,
  ) {}

  /**
   * The open suggestions of a discussion, the largest first, for officials of the developing body.
   * @throws DomainError `not-found` for another body's discussion, `invalid-input` for a cursor that is none
   */
  async of(discussionId: string, actor: Actor, page: PageRequest): Promise<Page<GroupSuggestion>> {
    await assertOwnDiscussion(this.database, discussionId, actor);
    const { number, id, isStart } = placeOf(page.after, 0);
    const rows = await this.database.query<Row>(
      `select ${facts}, s.size as "listedAs", c.size, c.least, c.most
         from ${source}
         cross join lateral (select count(*) as size, min(m.likeness) as least, max(m.likeness) as most
                               from ${stillSuggested('m.suggestion_id = s.id')}) c
        where ${isOpen} and c.size >= case when j.id is null then 2 else 1 end
          and ($4 or (s.size, s.id) < ($2, $3::uuid))
        order by s.size desc, s.id desc limit $5`,
      [discussionId, number, id, isStart, page.size + 1],
    );
    const found = pageOf(rows, page, (row) => ({ number: row.listedAs, id: row.id }));
    return { ...found, items: found.items.map((row) => suggestionOf(row, row)) };
  }

  /** @throws DomainError `not-found`, also for one that is settled or was replaced */
  async one(discussionId: string, suggestionId: string, actor: Actor): Promise<SuggestionToConfirm> {
    await assertOwnDiscussion(this.database, discussionId, actor);
    const [row] = isId(suggestionId)
      ? await this.database.query<Facts>(`select ${facts} from ${source} where ${isOpen} and s.id = $2`, [
          discussionId,
          suggestionId,
        ])
      : [];
    const set = row && (await this.suggestions.set(this.database, suggestionId));
    if (!row || !set || set.size < (row.joins === null ? 2 : 1)) {
      throw new DomainError('not-found', 'there is no such suggestion', { suggestionId });
    }
    return { ...suggestionOf(row, set), seen: set.digest };
  }
}

const suggestionOf = (
  { id, kind, authors, representative, joins }: Facts,
  { size, least, most }: Pick<SuggestionSet, 'size' | 'least' | 'most'>,
): GroupSuggestion => ({
  id,
  kind,
  size,
  authors,
  representative,
  likeness: { least: least / VALUES, most: most / VALUES },
  joins,
});
