import { Flows, type LongProcessor } from '#lib/jobs';
import { ReportFlow, startReportFlowJob } from '#lib/reports';
import { Injectable } from '@nestjs/common';

@Injectable()
export class StartReportFlowProcessor implements LongProcessor<{ runId: string }> {
  readonly job = startReportFlowJob;

  constructor(
    private readonly reportFlow: ReportFlow,
    private readonly flows: Flows,
  ) {}

  async work({ runId }: { runId: string }): Promise<boolean> {
    const next = await this.reportFlow.next(runId);
    if (next) await this.flows.start(next);
    return true;
  }
}
