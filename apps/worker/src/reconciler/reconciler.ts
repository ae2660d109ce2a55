import { Database } from '#lib/database';
import { CloseDiscussion, DueDiscussions } from '#lib/discussion';
import { DropUnclaimedFiles } from '#lib/files';
import { DiscussionsWithoutReport, RequestReport } from '#lib/reports';
import { Injectable, Logger } from '@nestjs/common';

const RECONCILER_LOCK = 7102;

/**
 * Finds from PostgreSQL alone what a lost job would have done: due closings, reports nobody assembled, uploads nobody claimed.
 * One worker at a time; the others skip their turn.
 */
@Injectable()
export class Reconciler {
  private readonly logger = new Logger('Reconciler');

  constructor(
    private readonly database: Database,
    private readonly due: DueDiscussions,
    private readonly closeDiscussion: CloseDiscussion,
    private readonly reports: DiscussionsWithoutReport,
    private readonly chores: Chores,
  ) {}

  async run(): Promise<void> {
    const client = await this.database.pool.connect();
    try {
      const { rows } = await client.query('select pg_try_advisory_lock($1) as mine', [RECONCILER_LOCK]);
      if (!rows[0]?.mine) return;
      try {
        await this.closeWhatIsDue();
        for (const discussionId of await this.reports.list()) await this.chores.requestReport.execute(discussionId);
        await this.chores.dropUnclaimedFiles.execute();
      } finally {
        await client.query('select pg_advisory_unlock($1)', [RECONCILER_LOCK]);
      }
    } finally {
      client.release();
    }
  }

  private async closeWhatIsDue(): Promise<void> {
    for (const discussionId of await this.due.list()) {
      await this.closeDiscussion.execute(discussionId).catch((error: unknown) => {
        this.logger.error({ msg: 'closing failed', discussionId, error: String(error) });
      });
    }
  }
}

@Injectable()
export class Chores {
  constructor(
    readonly requestReport: RequestReport,
    readonly dropUnclaimedFiles: DropUnclaimedFiles,
  ) {}
}
