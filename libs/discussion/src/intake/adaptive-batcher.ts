import { IntakeTooBusy } from '../domain/refusals.js';

export interface BatcherLimits {
  /** Batches being written at one time: two keep the disk busy, more only make smaller batches. */
  readonly inFlight: number;
  readonly rowsPerBatch: number;
  /** Rows that may wait; one more is refused at once. */
  readonly waiting: number;
}

interface Waiting<Row, Outcome> {
  readonly row: Row;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Group commit without a timer: what arrives while the batches in flight are written becomes the next batch. Alone, a row
 * waits for nobody; under load batches grow by themselves (reference figures: a fixed collecting window is slower).
 */
export class AdaptiveBatcher<Row, Outcome> {
  private readonly queue: Waiting<Row, Outcome>[] = [];
  private writing = 0;

  /** @param write gives one settled outcome per row, in the order of the rows */
  constructor(
    private readonly write: (rows: readonly Row[]) => Promise<readonly PromiseSettledResult<Outcome>[]>,
    private readonly limits: BatcherLimits,
  ) {}

  /** @throws IntakeTooBusy when the queue is full */
  add(row: Row): Promise<Outcome> {
    if (this.queue.length >= this.limits.waiting) {
      return Promise.reject(new IntakeTooBusy('too many remarks are waiting to be written'));
    }
    return new Promise((resolve, reject) => {
      this.queue.push({ row, resolve, reject });
      // Requests read in the same turn of the event loop travel together.
      if (this.writing < this.limits.inFlight) setImmediate(() => this.next());
    });
  }

  private next(): void {
    if (this.writing >= this.limits.inFlight || this.queue.length === 0) return;
    const batch = this.queue.splice(0, this.limits.rowsPerBatch);
    this.writing += 1;
    void this.settle(batch);
  }

  private async settle(batch: readonly Waiting<Row, Outcome>[]): Promise<void> {
    try {
      const outcomes = await this.write(batch.map(({ row }) => row));
      batch.forEach(({ resolve, reject }, position) => {
        const outcome = outcomes[position];
        if (outcome?.status === 'fulfilled') resolve(outcome.value);
        else reject(outcome?.reason ?? new Error('the batch gave no outcome for this row'));
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      this.writing -= 1;
      this.next();
    }
  }
}
