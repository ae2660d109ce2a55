import { Database } from '#lib/database';
import { Injectable } from '@nestjs/common';

@Injectable()
export class DiscussionsWithoutReport {
  constructor(private readonly database: Database) {}

  /**
   * Closed discussions that have no report and for which none was asked for in the last minutes; at most 100. The job after
   * the close usually was first: this finds what it lost.
   */
  async list(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select s.id
         from discussion s
        where s.state = 'CLOSED'
          and not exists (select from report r where r.discussion_id = s.id)
          and not exists (select from outbox_event e
                           where e.event in ('discussion.closed', 'report.requested')
                             and e.data ->> 'discussionId' = s.id::text
                             and e.created_at > clock_timestamp() - interval '10 minutes')
        order by s.no
        limit 100`,
    );
    return rows.map(({ id }) => id);
  }
}
