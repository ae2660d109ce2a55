import type { Transaction } from '#lib/database';
import type { Processor } from '#lib/jobs';
import { DomainError, system } from '#lib/kernel';
import { RequestReport, requestReportJob } from '#lib/reports';
import { Injectable } from '@nestjs/common';

@Injectable()
export class RequestReportProcessor implements Processor<{ discussionId: string }> {
  readonly job = requestReportJob;

  constructor(private readonly requestReport: RequestReport) {}

  /** Of a discussion that was withdrawn meanwhile, or whose report is signed already, nothing is asked for (AMB-18). */
  async process({ discussionId }: { discussionId: string }, tx: Transaction): Promise<void> {
    await this.requestReport.within(tx, discussionId, system('worker')).catch((error: unknown) => {
      const isOver = error instanceof DomainError && ['wrong-state', 'report-frozen'].includes(error.code);
      if (!isOver) throw error;
    });
  }
}
