import { Flows, type StepProcessor } from '#lib/jobs';
import { plannedSteps, ReportFlow, reportStepJob, RunReportStep } from '#lib/reports';
import { Injectable } from '@nestjs/common';

type Data = { runId: string; ordinal: string };

@Injectable()
export class ReportStepProcessor implements StepProcessor<Data> {
  readonly job = reportStepJob;

  constructor(
    private readonly runStep: RunReportStep,
    private readonly reportFlow: ReportFlow,
    private readonly flows: Flows,
  ) {}

  /** The documents go on the queue once the data are checked. */
  async carryOut({ runId, ordinal }: Data): Promise<void> {
    const outcome = await this.runStep.execute({ runId, ordinal: Number(ordinal) });
    if (outcome !== 'done' || plannedSteps[Number(ordinal) - 1]?.step !== 'CHECK') return;
    const next = await this.reportFlow.next(runId);
    if (next) await this.flows.start(next);
  }
}
