import { Database } from '#lib/database';
import { Injectable } from '@nestjs/common';
import { ReportRuns } from '../persistence/report-runs.repository.js';

@Injectable()
export class DiscussionsWithoutReport {
  constructor(
    private readonly database: Database,
    private readonly runs: ReportRuns,
  ) {}

  /**
   * Closed discussions whose report nobody ever began, and for which none was asked for in the last minutes; at most 100. The job
   * after the close usually was first: this finds what it lost.
   */
  async list(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select s.id
         from discussion s
        where s.state = 'CLOSED'
          and not exists (select from report r where r.discussion_id = s.id and r.state <> 'SUPERSEDED')
          and not exists (select from report_run u where u.discussion_id = s.id)
          and not exists (select from outbox_event e
                           where e.event = 'discussion.closed' and e.data ->> 'discussionId' = s.id::text
                             and e.created_at > clock_timestamp() - interval '10 minutes')
        order by s.no
        limit 100`,
    );
    return rows.map(({ id }) => id);
  }

  /** Runs that stand still: their worker was killed, or their jobs were lost. */
  silentRuns(): Promise<string[]> {
    return this.runs.silent();
  }
}
