import { Database } from '#lib/database';
import type { FlowNode } from '#lib/jobs';
import { isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { StepName } from '../domain/report-run.js';
import { reportStepJob } from '../jobs/report-jobs.js';

type Node = FlowNode<{ runId: string; ordinal: string }>;

interface LeftStep {
  readonly ordinal: number;
  readonly step: StepName;
}

/** Which steps of a run go on the queue next, and which of them waits for which. PostgreSQL says what is left. */
@Injectable()
export class ReportFlow {
  constructor(private readonly database: Database) {}

  /**
   * First the data: check after assemble. Then the documents side by side, and the presentation after all of them. What is done is
   * left out, so a run that was interrupted goes on where it stopped.
   * @returns undefined when nothing is left, or the run is over
   */
  async next(runId: string): Promise<Node | undefined> {
    const left = isId(runId)
      ? await this.database.query<LeftStep>(
          `select s.ordinal, s.step from report_step s join report_run r on r.id = s.run_id and r.state = 'RUNNING'
            where s.run_id = $1 and s.state <> 'DONE' order by s.ordinal`,
          [runId],
        )
      : [];
    const data = left.filter(({ step }) => step === 'ASSEMBLE' || step === 'CHECK');
    return data.length > 0 ? chain(runId, data) : star(runId, left);
  }
}

const nodeOf = (runId: string, { ordinal }: LeftStep, children: readonly Node[] = []): Node => ({
  job: reportStepJob,
  data: { runId, ordinal: String(ordinal) },
  children,
});

/** Each after the one before it. */
function chain(runId: string, steps: readonly LeftStep[]): Node | undefined {
  return steps.reduce<Node | undefined>((before, step) => nodeOf(runId, step, before ? [before] : []), undefined);
}

/** The last after all the others. */
function star(runId: string, steps: readonly LeftStep[]): Node | undefined {
  const last = steps.at(-1);
  return (
    last &&
    nodeOf(
      runId,
      last,
      steps.slice(0, -1).map((step) => nodeOf(runId, step)),
    )
  );
}
