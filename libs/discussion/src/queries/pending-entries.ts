import { Database, type Queryable } from '#lib/database';
import type { Instant } from '#lib/kernel';
import { Injectable } from '@nestjs/common';

/** A letter that nobody has confirmed or refused yet; no words and no sender. */
export interface PendingEntry {
  readonly id: string;
  readonly registration: string;
  readonly enteredAt: Instant;
}

/** For the list of what stands between a discussion and its report: none is signed while a letter waits (REQ-41). */
@Injectable()
export class PendingEntries {
  constructor(private readonly database: Database) {}

  /** @param from the open transaction, when the caller is in one */
  async count(discussionId: string, from: Queryable = this.database): Promise<number> {
    const [row] = await from.query<{ count: number }>(
      `select count(*)::int as count from received_entry where discussion_id = $1 and state = 'ENTERED'`,
      [discussionId],
    );
    return row?.count ?? 0;
  }

  /** The oldest first, `limit` at most. */
  of(discussionId: string, limit = 100, from: Queryable = this.database): Promise<PendingEntry[]> {
    return from.query<PendingEntry>(
      `select id, registration, entered_at as "enteredAt" from received_entry
        where discussion_id = $1 and state = 'ENTERED' order by entered_at, id limit $2`,
      [discussionId, limit],
    );
  }
}
