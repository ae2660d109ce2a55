import { Database } from '#lib/database';
import { type Actor, DomainError } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { Blocker } from '../domain/blockers.js';
import { plannedSteps } from '../domain/report-run.js';
import { ReportRuns, type StoredRun } from '../persistence/report-runs.repository.js';
import { Reports } from '../persistence/reports.repository.js';
import { RequestReport } from './request-report.js';
import { RunReportStep } from './run-report-step.js';

export interface AssembledReport {
  readonly reportId: string;
  readonly version: number;
  /** Hex SHA-256 of the canonical data. */
  readonly hash: string;
  /** false: the data are those of the version that stands already; nothing was written. */
  readonly isNew: boolean;
  /** The first of them. */
  readonly blockers: readonly Blocker[];
}

export interface AssembleReportInput {
  readonly discussionId: string;
}

const PAUSE = 50;

@Injectable()
export class AssembleReport {
  constructor(
    private readonly database: Database,
    private readonly requestReport: RequestReport,
    private readonly runStep: RunReportStep,
    private readonly runs: ReportRuns,
    private readonly reports: Reports,
  ) {}

  /**
   * Makes the report of a closed discussion anew, with its documents, here and now instead of by the queue: for the command line,
   * the demo and small discussions (R8.3, A2, REQ-60-68). Also of one without remarks (AMB-25).
   * @throws DomainError `not-found` for another body's discussion, `wrong-state` when it is not closed or the making was cancelled,
   *   `report-frozen` when the report is signed
   */
  async execute({ discussionId }: AssembleReportInput, actor: Actor): Promise<AssembledReport> {
    const before = await this.newestVersion(discussionId);
    const runId = await this.requestReport.execute(discussionId, actor);
    const { reportId } = await this.carriedOut(runId);
    const report = await this.reports.byId(this.database, reportId ?? '');
    if (!report) throw new Error(`the run ${runId} left no report`);
    const { version, dataSha256: hash, blockers } = report;
    return { reportId: report.id, version, hash, isNew: version > before, blockers };
  }

  /** Every step in its order; a step that another is at is waited for. */
  private async carriedOut(runId: string): Promise<StoredRun> {
    for (;;) {
      for (const [index] of plannedSteps.entries()) await this.runStep.execute({ runId, ordinal: index + 1 });
      const run = await this.runs.byId(this.database, runId);
      if (!run || run.state === 'DONE') return run ?? Promise.reject(new Error(`the run ${runId} is gone`));
      if (run.state !== 'RUNNING')
        throw new DomainError('wrong-state', 'the report was not made', { state: run.state });
      await new Promise((resolve) => {
        setTimeout(resolve, PAUSE);
      });
    }
  }

  private async newestVersion(discussionId: string): Promise<number> {
    const [row] = await this.database.query<{ version: number }>(
      'select coalesce(max(version), 0)::int as version from report where discussion_id::text = $1',
      [discussionId],
    );
    return row?.version ?? 0;
  }
}
