import { Database } from '#lib/database';
import { type Instant, isId, type Page, type PageRequest } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { HidingGround } from '../domain/hiding.js';
import { DiscussionNotFound } from '../domain/refusals.js';
import { readCursor, writeCursor } from './keyset-cursor.js';

/** What anybody may know of a hiding (REQ-116): the number, why, and from when until when; never a word of the remark. */
export interface ModerationLine {
  readonly number: string;
  readonly ground: HidingGround;
  readonly explanation: { readonly kk: string; readonly ru: string };
  readonly hiddenAt: Instant;
  /** Null while it is hidden. */
  readonly liftedAt: Instant | null;
}

@Injectable()
export class ModerationLog {
  constructor(private readonly database: Database) {}

  /**
   * Every hiding of a discussion that was ever in force, in the order in which they took effect.
   * @throws DiscussionNotFound, DomainError `invalid-input` for a cursor that is none of this list
   */
  async of(discussionId: string, { size, after }: PageRequest): Promise<Page<ModerationLine>> {
    const [known] = isId(discussionId)
      ? await this.database.query('select from discussion where id = $1', [discussionId])
      : [];
    if (!known) throw new DiscussionNotFound(discussionId);
    const from = after === undefined ? undefined : readCursor(after);
    const rows = await this.database.query<ModerationLine & { readonly id: string }>(
      `select h.id, r.number, h.ground, jsonb_build_object('kk', h.explanation_kk, 'ru', h.explanation_ru) as explanation,
              h.confirmed_at as "hiddenAt", h.lifted_at as "liftedAt"
         from hiding h join remark r on r.id = h.remark_id
        where r.discussion_id = $1 and h.state in ('IN_FORCE', 'LIFTED')
          and ($2::timestamptz is null or (h.confirmed_at, h.id) > ($2, $3::uuid))
        order by h.confirmed_at, h.id limit $4`,
      [discussionId, from?.at ?? null, from?.id ?? null, size + 1],
    );
    const page = rows.slice(0, size);
    const last = page.at(-1);
    const items = page.map(({ id: _, ...line }) => line);
    return rows.length > size && last ? { items, next: writeCursor({ at: last.hiddenAt, id: last.id }) } : { items };
  }
}
