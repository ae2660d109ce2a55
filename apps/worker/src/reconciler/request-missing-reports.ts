import { Flows } from '#lib/jobs';
import { DomainError } from '#lib/kernel';
import { DiscussionsWithoutReport, ReportFlow, RequestReport } from '#lib/reports';
import { Injectable } from '@nestjs/common';

@Injectable()
export class RequestMissingReports {
  constructor(
    private readonly reports: DiscussionsWithoutReport,
    private readonly requestReport: RequestReport,
    private readonly reportFlow: ReportFlow,
    private readonly flows: Flows,
  ) {}

  /** Asks for reports nobody began, and puts runs that stand still on the queue again, from where they stopped. */
  async run(): Promise<void> {
    for (const discussionId of await this.reports.list()) {
      await this.requestReport.execute(discussionId).catch((error: unknown) => {
        // Withdrawn or signed between the look and the request.
        if (!(error instanceof DomainError)) throw error;
      });
    }
    for (const runId of await this.reports.silentRuns()) {
      const next = await this.reportFlow.next(runId);
      if (next) await this.flows.start(next);
    }
  }
}
