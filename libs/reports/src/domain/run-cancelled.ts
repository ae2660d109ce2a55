/** The run was cancelled while a step was at work: the step stops, and leaves nothing. */
export class RunCancelled extends Error {
  constructor() {
    super('the run was cancelled');
    this.name = 'RunCancelled';
  }
}

/** Says how far a step is; throws `RunCancelled` when nobody wants its result any more. */
export type Progress = (done: number, total: number) => Promise<void>;
