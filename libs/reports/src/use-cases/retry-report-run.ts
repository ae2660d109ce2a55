import { Transactions } from '#lib/database';
import { Outbox } from '#lib/jobs';
import { type Actor, DomainError, isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { ReportNotFound } from '../domain/errors.js';
import { runMayMove } from '../domain/report-run.js';
import { reportRequested } from '../events.js';
import { lockForReport } from '../persistence/lock-for-report.js';
import { ownRun } from '../persistence/own-run.js';
import { ReportRuns } from '../persistence/report-runs.repository.js';

@Injectable()
export class RetryReportRun {
  constructor(
    private readonly transactions: Transactions,
    private readonly runs: ReportRuns,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Tries a failed run again from the step at which it stopped; what was done before is not done again.
   * @throws DomainError `not-found` for another body's run, `wrong-state` when it has not failed or another is at work
   */
  execute(runId: string, actor: Actor): Promise<void> {
    return this.transactions.run(async (tx) => {
      const run = isId(runId) ? await ownRun(tx, runId, actor) : undefined;
      if (!run) throw new ReportNotFound({ runId });
      await lockForReport(tx, run.discussionId);
      if (!runMayMove(run.state, 'RUNNING') || (await this.runs.running(tx, run.discussionId))) {
        throw new DomainError('wrong-state', 'only a failed run is tried again, and one at a time', {
          state: run.state,
        });
      }
      await this.runs.restart(tx, runId);
      await this.outbox.emit(tx, reportRequested, { runId, discussionId: run.discussionId });
    });
  }
}
