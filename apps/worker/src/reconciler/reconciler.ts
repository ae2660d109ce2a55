import { Database } from '#lib/database';
import { Injectable } from '@nestjs/common';
import { CloseDueDiscussions } from './close-due-discussions.js';
import { NoteWhatIsDue } from './note-what-is-due.js';
import { RemoveWhatExpired } from './remove-what-expired.js';
import { RequestMissingReports } from './request-missing-reports.js';

const RECONCILER_LOCK = 7102;

/**
 * Finds from PostgreSQL alone what a lost job would have done: due closings, reports nobody assembled, closes that are near, uploads nobody claimed,
 * senders and addresses whose time is over.
 * One worker at a time; the others skip their turn.
 */
@Injectable()
export class Reconciler {
  constructor(
    private readonly database: Database,
    private readonly closings: CloseDueDiscussions,
    private readonly reports: RequestMissingReports,
    private readonly due: NoteWhatIsDue,
    private readonly expired: RemoveWhatExpired,
  ) {}

  async run(): Promise<void> {
    await this.database.lend(async (client) => {
      const { rows } = await client.query('select pg_try_advisory_lock($1) as mine', [RECONCILER_LOCK]);
      if (!rows[0]?.mine) return;
      try {
        await this.closings.run();
        await this.reports.run();
        await this.due.run();
        await this.expired.run();
      } finally {
        await client.query('select pg_advisory_unlock($1)', [RECONCILER_LOCK]);
      }
    });
  }
}
