import { Database } from '#lib/database';
import { type Instant, isId, type Page, type PageRequest } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { HidingGround } from '../domain/hiding.js';
import { DiscussionNotFound } from '../domain/refusals.js';
import { readCursor, writeCursor } from './keyset-cursor.js';

export const moderationActs = [
  'HIDDEN',
  'SHOWN_AGAIN',
  'REDACTED',
  'RESTORED',
  'OBJECTION_UPHELD',
  'OBJECTION_DECLINED',
] as const;
export type ModerationAct = (typeof moderationActs)[number];

/** What anybody may know of an act of moderation (REQ-116): the number, the act, why and when; never a word of the remark. */
export interface ModerationLine {
  readonly number: string;
  readonly act: ModerationAct;
  readonly ground: HidingGround;
  readonly explanation: { readonly kk: string; readonly ru: string };
  /** Of a redaction, and of what follows from it; null where the whole text is meant. */
  readonly passages: number | null;
  readonly at: Instant;
}

const acts = `
  select h.id, h.confirmed_at as at, case h.extent when 'WHOLE' then 'HIDDEN' else 'REDACTED' end as act, h.id as hiding
    from hiding h join remark r on r.id = h.remark_id where r.discussion_id = $1 and h.state in ('IN_FORCE', 'LIFTED')
  union all
  select h.id, h.lifted_at, case h.extent when 'WHOLE' then 'SHOWN_AGAIN' else 'RESTORED' end, h.id
    from hiding h join remark r on r.id = h.remark_id where r.discussion_id = $1 and h.state = 'LIFTED'
  union all
  select o.id, o.answered_at, 'OBJECTION_' || o.outcome, h.id
    from objection o join hiding h on h.id = o.hiding_id join remark r on r.id = h.remark_id
   where r.discussion_id = $1 and o.answered_at is not null`;

@Injectable()
export class ModerationLog {
  constructor(private readonly database: Database) {}

  /**
   * Every act that ever took effect in a discussion, in the order in which they did: an act that is undone stays, and its undoing is
   * an act of its own.
   * @throws DiscussionNotFound, DomainError `invalid-input` for a cursor that is none of this list
   */
  async of(discussionId: string, { size, after }: PageRequest): Promise<Page<ModerationLine>> {
    const [known] = isId(discussionId)
      ? await this.database.query('select from discussion where id = $1', [discussionId])
      : [];
    if (!known) throw new DiscussionNotFound(discussionId);
    const from = after === undefined ? undefined : readCursor(after);
    const rows = await this.database.query<ModerationLine & { readonly id: string }>(
      `select a.id, r.number, a.act, h.ground, jsonb_build_object('kk', h.explanation_kk, 'ru', h.explanation_ru) as explanation,
              case h.extent when 'PASSAGES' then (select count(*)::int from hiding_passage s where s.hiding_id = h.id) end as passages,
              a.at
         from (${acts}) a join hiding h on h.id = a.hiding join remark r on r.id = h.remark_id
        where $2::timestamptz is null or (a.at, a.id) > ($2, $3::uuid)
        order by a.at, a.id limit $4`,
      [discussionId, from?.at ?? null, from?.id ?? null, size + 1],
    );
    const page = rows.slice(0, size);
    const last = page.at(-1);
    const items = page.map(({ id: _, ...line }) => line);
    return rows.length > size && last ? { items, next: writeCursor({ at: last.at, id: last.id }) } : { items };
  }
}
