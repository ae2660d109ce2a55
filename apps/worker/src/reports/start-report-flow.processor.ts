import { Flows, type Ringer } from '#lib/jobs';
import { ReportFlow, startReportFlowJob } from '#lib/reports';
import { Injectable } from '@nestjs/common';

@Injectable()
export class StartReportFlowProcessor implements Ringer<{ runId: string }> {
  readonly job = startReportFlowJob;

  constructor(
    private readonly reportFlow: ReportFlow,
    private readonly flows: Flows,
  ) {}

  async ring({ runId }: { runId: string }): Promise<void> {
    const next = await this.reportFlow.next(runId);
    if (next) await this.flows.start(next);
  }
}
