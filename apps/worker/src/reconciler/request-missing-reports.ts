import { DiscussionsWithoutReport, RequestReport } from '#lib/reports';
import { Injectable } from '@nestjs/common';

@Injectable()
export class RequestMissingReports {
  constructor(
    private readonly reports: DiscussionsWithoutReport,
    private readonly requestReport: RequestReport,
  ) {}

  async run(): Promise<void> {
    for (const discussionId of await this.reports.list()) await this.requestReport.execute(discussionId);
  }
}
