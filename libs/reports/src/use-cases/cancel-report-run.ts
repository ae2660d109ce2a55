import { Transactions } from '#lib/database';
import { type Actor, DomainError, isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { ReportNotFound } from '../domain/errors.js';
import { runMayMove } from '../domain/report-run.js';
import { ownRun } from '../persistence/own-run.js';
import { ReportRuns } from '../persistence/report-runs.repository.js';
import { Reports } from '../persistence/reports.repository.js';

@Injectable()
export class CancelReportRun {
  constructor(
    private readonly transactions: Transactions,
    private readonly runs: ReportRuns,
    private readonly reports: Reports,
  ) {}

  /**
   * Gives up the making of a report; what was made of it is dropped. The step at work notices within a second.
   * @throws DomainError `not-found` for another body's run, `wrong-state` when it is over
   */
  execute(runId: string, actor: Actor): Promise<void> {
    return this.transactions.run(async (tx) => {
      const run = isId(runId) ? await ownRun(tx, runId, actor) : undefined;
      if (!run) throw new ReportNotFound({ runId });
      if (!runMayMove(run.state, 'CANCELLED'))
        throw new DomainError('wrong-state', 'the run is over', { state: run.state });
      if (run.reportId !== null) await this.reports.abandon(tx, run.reportId);
      await this.runs.end(tx, runId, 'CANCELLED');
    });
  }
}
