import type { Transaction } from '#lib/database';
import type { Processor } from '#lib/jobs';
import { AssembleReport, assembleReportJob } from '#lib/reports';
import { Injectable } from '@nestjs/common';

@Injectable()
export class AssembleReportProcessor implements Processor<{ discussionId: string }> {
  readonly job = assembleReportJob;

  constructor(private readonly assembleReport: AssembleReport) {}

  async process({ discussionId }: { discussionId: string }, tx: Transaction): Promise<void> {
    await this.assembleReport.within(tx, { discussionId });
  }
}
