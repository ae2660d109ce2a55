import { Database } from '#lib/database';
import { Injectable } from '@nestjs/common';
import { DrainSeconds } from '../drain.js';

@Injectable()
export class DueDiscussions {
  constructor(
    private readonly database: Database,
    private readonly drain: DrainSeconds,
  ) {}

  /** Ids of open discussions whose close may be carried out now, by the database clock; the longest due first. */
  async list(limit = 100): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select id from discussion
        where state = 'OPEN' and close_at <= clock_timestamp() - $1 * interval '1 second'
          and coalesce(held_until <= clock_timestamp(), true) order by close_at limit $2`,
      [this.drain.seconds, limit],
    );
    return rows.map(({ id }) => id);
  }
}
