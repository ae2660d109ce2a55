import type { Transaction } from '#lib/database';
import type { Processor } from '#lib/jobs';
import { PublishReport, publishReportJob } from '#lib/reports';
import { Settings } from '#lib/settings';
import { Injectable } from '@nestjs/common';

@Injectable()
export class PublishReportProcessor implements Processor<{ reportId: string }> {
  readonly job = publishReportJob;

  constructor(
    private readonly publishReport: PublishReport,
    private readonly settings: Settings,
  ) {}

  async process({ reportId }: { reportId: string }, tx: Transaction): Promise<void> {
    await this.publishReport.within(tx, { reportId, publicUrl: this.settings.publicUrl });
  }
}
