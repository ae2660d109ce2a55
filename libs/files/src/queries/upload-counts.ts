import { Database } from '#lib/database';
import { Injectable } from '@nestjs/common';
import type { CheckState } from '../domain/file-check.js';

export interface UploadCounts {
  readonly byState: Readonly<Partial<Record<CheckState, number>>>;
  /** Those waiting for more than ten minutes, which the queue does not explain. */
  readonly late: number;
}

type Ask = <Row>(sql: string) => Promise<Row[]>;

/** How many uploads are in each state, of those that are part of something. @param ask sends the query */
export async function countUploads(ask: Ask): Promise<UploadCounts> {
  const rows = await ask<{ state: CheckState; count: number; late: number }>(
    `select check_state as state, count(*)::int as count,
            count(*) filter (where check_state = 'WAITING' and created_at < clock_timestamp() - interval '10 minutes')::int as late
       from stored_file where check_state is not null and erased_at is null and claimed_at is not null group by check_state`,
  );
  return {
    byState: Object.fromEntries(rows.map(({ state, count }) => [state, count])),
    late: rows.reduce((sum, { late }) => sum + late, 0),
  };
}

@Injectable()
export class UploadsByState {
  constructor(private readonly database: Database) {}

  count(): Promise<UploadCounts> {
    return countUploads((sql) => this.database.query(sql));
  }
}
