import { Database } from '#lib/database';
import { Injectable } from '@nestjs/common';
import type { OutboxRoutes } from './outbox-relay.js';

/** What stands still in the outbox until a person looks at it. */
export interface OutboxAlarm {
  /** `event-without-route`: a newer portal told it, or a route was forgotten. `job-parked`: it failed twelve times. */
  readonly alarm: 'event-without-route' | 'job-without-route' | 'job-parked';
  /** Of the event or the job. */
  readonly name: string;
  readonly count: number;
  /** Of the job that was parked last. */
  readonly lastError: string | null;
}

@Injectable()
export class OutboxAlarms {
  constructor(private readonly database: Database) {}

  /** Empty when nothing waits for a person. */
  list(routes: OutboxRoutes): Promise<OutboxAlarm[]> {
    const jobs = Object.values(routes).flatMap((each) => each.map(({ job }) => job));
    return this.database.query<OutboxAlarm>(
      `select 'event-without-route' as alarm, event as name, count(*)::int as count, null as "lastError"
         from outbox_event where routed_at is null and event <> all($1::text[]) group by event
       union all
       select 'job-without-route', job, count(*)::int, null
         from outbox_job where done_at is null and parked_at is null and job <> all($2::text[]) group by job
       union all
       select 'job-parked', job, count(*)::int, (array_agg(last_error order by parked_at desc))[1]
         from outbox_job where parked_at is not null and done_at is null group by job
       order by alarm, name`,
      [Object.keys(routes), jobs],
    );
  }
}
