import { Database, type Queryable } from '#lib/database';
import { type Instant, isId, type Language, type Page, type PageRequest } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { readCursor, writeCursor } from './keyset-cursor.js';
import { isWaiting } from './remark-rows.js';

/** A text that is received and counted, and not public yet (REQ-116). */
export interface WaitingRemark {
  readonly id: string;
  readonly number: string;
  readonly revision: number;
  readonly language: Language;
  readonly text: string;
  readonly proposedWording: string | null;
  readonly receivedAt: Instant;
  readonly waitsUntil: Instant;
}

const waitingSql = `select r.id, r.number, r.revision, r.language, r.body as text, r.proposed_wording as "proposedWording",
    r.received_at as "receivedAt", r.waits_until as "waitsUntil" from remark r where r.discussion_id = $1 and ${isWaiting}`;

/** Of one discussion; for officials of the developing body only, the caller checks that. */
@Injectable()
export class WaitingRemarks {
  constructor(private readonly database: Database) {}

  /** In the order of their arrival. @throws DomainError `invalid-input` for a cursor that is none of this list */
  async of(discussionId: string, { size, after }: PageRequest): Promise<Page<WaitingRemark>> {
    if (!isId(discussionId)) return { items: [] };
    const from = after === undefined ? undefined : readCursor(after);
    const rows = await this.database.query<WaitingRemark>(
      `${waitingSql} and ($2::timestamptz is null or (r.received_at, r.id) > ($2, $3::uuid))
        order by r.received_at, r.id limit $4`,
      [discussionId, from?.at ?? null, from?.id ?? null, size + 1],
    );
    const items = rows.slice(0, size);
    const last = items.at(-1);
    return rows.length > size && last ? { items, next: writeCursor({ at: last.receivedAt, id: last.id }) } : { items };
  }

  /** Those of the numbers that wait, in the order of their arrival. */
  async chosen(discussionId: string, numbers: readonly string[]): Promise<WaitingRemark[]> {
    if (!isId(discussionId)) return [];
    return this.database.query<WaitingRemark>(
      `${waitingSql} and r.number = any($2::text[]) order by r.received_at, r.id`,
      [discussionId, numbers],
    );
  }

  /** @param from the open transaction, when the caller is in one */
  async count(discussionId: string, from: Queryable = this.database): Promise<number> {
    if (!isId(discussionId)) return 0;
    const [row] = await from.query<{ count: number }>(
      `select count(*)::int as count from remark r where r.discussion_id = $1 and ${isWaiting}`,
      [discussionId],
    );
    return row?.count ?? 0;
  }
}
