import type { Queryable, Transaction } from '#lib/database';
import { isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { SuggestionChanged } from '../../domain/grouping/errors.js';
import type { SuggestionKind, SuggestionState } from '../../domain/grouping/kinds.js';
import { MEMBERS_DIGEST } from './members-digest.js';

export interface OpenSuggestion {
  readonly id: string;
  readonly kind: SuggestionKind;
  readonly representativeId: string;
  readonly joinsGroupId: string | null;
}

/** The remarks a suggestion still is about: how many, how alike (64ths), and the digest of their numbers, hex. */
export interface SuggestionSet {
  readonly size: number;
  readonly least: number;
  readonly most: number;
  readonly digest: string;
}

/**
 * SQL: the remarks `r` a suggestion is still about, its rows being `m`: those that stand and are in no group meanwhile.
 * @param condition on `m`
 */
export const stillSuggested = (condition: string): string => `
  group_suggestion_member m
  join remark r on r.id = m.remark_id
 where ${condition} and r.state = 'RECEIVED'
   and not exists (select from remark_group_member g where g.remark_id = m.remark_id and g.left_at is null)`;

@Injectable()
export class OpenSuggestions {
  /** The open suggestion, held for this transaction; undefined when it is settled, replaced, or its group dissolved. */
  async lock(tx: Transaction, discussionId: string, id: string): Promise<OpenSuggestion | undefined> {
    if (!isId(id)) return undefined;
    const [row] = await tx.query<OpenSuggestion>(
      `select s.id, s.kind, s.representative_id as "representativeId", s.joins_group_id as "joinsGroupId"
         from group_suggestion s
         left join remark_group j on j.id = s.joins_group_id
        where s.id = $2 and s.discussion_id = $1 and s.state = 'OPEN' and j.dissolved_at is null
          for update of s`,
      [discussionId, id],
    );
    return row;
  }

  /**
   * The same with its remarks, as an officer saw them.
   * @throws SuggestionChanged when it is settled, empty or about other remarks meanwhile
   */
  async lockAsSeen(
    tx: Transaction,
    discussionId: string,
    { suggestionId, seen }: { readonly suggestionId: string; readonly seen: string },
  ): Promise<{ readonly suggestion: OpenSuggestion; readonly set: SuggestionSet }> {
    const suggestion = await this.lock(tx, discussionId, suggestionId);
    const set = suggestion && (await this.set(tx, suggestionId));
    if (!suggestion || !set || set.size === 0 || set.digest !== seen) throw new SuggestionChanged();
    return { suggestion, set };
  }

  async set(q: Queryable, id: string): Promise<SuggestionSet> {
    const [row] = await q.query<SuggestionSet>(
      `select count(*) as size, coalesce(min(m.likeness), 0) as least, coalesce(max(m.likeness), 0) as most,
              coalesce(encode(${MEMBERS_DIGEST}, 'hex'), '') as digest
         from ${stillSuggested('m.suggestion_id = $1')}`,
      [id],
    );
    return row ?? { size: 0, least: 0, most: 0, digest: '' };
  }

  /** Which of these numbers the suggestion is not about. */
  async strangersAmong(tx: Transaction, id: string, numbers: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ number: string }>(
      `select n.number from unnest($2::text[]) as n (number)
        where not exists (select from ${stillSuggested('m.suggestion_id = $1 and r.number = n.number')})`,
      [id, numbers],
    );
    return rows.map(({ number }) => number);
  }

  async settle(tx: Transaction, id: string, state: SuggestionState): Promise<void> {
    await tx.query('update group_suggestion set state = $2 where id = $1', [id, state]);
  }

  /** The same remarks are not suggested again; for this group none of them. */
  async dismiss(tx: Transaction, discussionId: string, suggestion: OpenSuggestion, by: { label: string; at: string }) {
    await tx.query(
      `insert into group_dismissal (discussion_id, members_sha256, dismissed_by, dismissed_at)
       select $1, ${MEMBERS_DIGEST}, $3, $4 from ${stillSuggested('m.suggestion_id = $2')}
       on conflict do nothing`,
      [discussionId, suggestion.id, by.label, by.at],
    );
    if (suggestion.joinsGroupId === null) return;
    await tx.query(
      `insert into remark_kept_apart (group_id, remark_id)
       select $2, m.remark_id from ${stillSuggested('m.suggestion_id = $1')} on conflict do nothing`,
      [suggestion.id, suggestion.joinsGroupId],
    );
  }
}
