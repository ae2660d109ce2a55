import { Transactions } from '#lib/database';
import { isId } from '#lib/kernel';
import { Injectable, Logger } from '@nestjs/common';
import { type Progress, RunCancelled } from '../domain/run-cancelled.js';
import { type ClaimedStep, ReportRuns } from '../persistence/report-runs.repository.js';
import { ReportWork } from './report-work.js';

export interface RunReportStepInput {
  readonly runId: string;
  /** From 1, in the order of the plan. */
  readonly ordinal: number;
}

/** How often a step says how far it is, in milliseconds. */
const SAID_EVERY = 400;

@Injectable()
export class RunReportStep {
  private readonly logger = new Logger('Reports');

  constructor(
    private readonly transactions: Transactions,
    private readonly runs: ReportRuns,
    private readonly work: ReportWork,
  ) {}

  /**
   * Carries out one step of a run, when its turn is and nobody is at it: twice is once, and out of order is not at all. What was
   * done before a worker died is not done again; what was not finished leaves nothing.
   * @returns `done`, or `skipped` when it was not this step's turn or the run was cancelled
   * @throws the step's error; it may be tried again until the run has failed
   */
  async execute({ runId, ordinal }: RunReportStepInput): Promise<'done' | 'skipped'> {
    const step = isId(runId) ? await this.runs.claim(runId, ordinal) : undefined;
    if (!step) return 'skipped';
    try {
      await this.carryOut(step);
      return 'done';
    } catch (error) {
      if (error instanceof RunCancelled) return 'skipped';
      const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      const isToBeTriedAgain = await this.runs.fail(runId, ordinal, reason);
      this.logger.warn({ msg: 'a step failed', runId, ordinal, step: step.step, isToBeTriedAgain, error: reason });
      throw error;
    }
  }

  private async carryOut(step: ClaimedStep): Promise<void> {
    const { run, ordinal } = step;
    const finish = await this.work.of(step, this.progressOf(step));
    await this.transactions.run(async (tx) => {
      if (!(await this.runs.finish(tx, run.id, ordinal))) throw new RunCancelled();
      await finish?.(tx);
    });
  }

  private progressOf({ run, ordinal }: ClaimedStep): Progress {
    let said = performance.now();
    return async (done, total) => {
      if (performance.now() - said < SAID_EVERY) return;
      said = performance.now();
      if (!(await this.runs.progress(run.id, ordinal, done, total))) throw new RunCancelled();
    };
  }
}
