import { Database } from '#lib/database';
import type { Instant } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { CheckState } from '../domain/file-check.js';

export interface UploadCounts {
  readonly byState: Readonly<Partial<Record<CheckState, number>>>;
  /** When the upload that waits longest was sent; null when none waits. */
  readonly waitingSince: Instant | null;
}

/** Of uploads that are part of something. */
@Injectable()
export class UploadsByState {
  constructor(private readonly database: Database) {}

  async count(): Promise<UploadCounts> {
    const rows = await this.database.query<{ state: CheckState; count: number; oldest: Instant }>(
      `select check_state as state, count(*)::int as count, min(created_at) as oldest from stored_file
        where check_state is not null and erased_at is null and claimed_at is not null group by check_state`,
    );
    return {
      byState: Object.fromEntries(rows.map(({ state, count }) => [state, count])),
      waitingSince: rows.find(({ state }) => state === 'WAITING')?.oldest ?? null,
    };
  }
}
