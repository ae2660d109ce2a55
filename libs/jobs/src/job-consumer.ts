import { Database, type Transaction, Transactions } from '#lib/database';
import { Injectable } from '@nestjs/common';
import type { JobDefinition } from './job.js';

/** Carries out one kind of job by calling one use case with the transaction in which the job becomes done. */
export interface Processor<Data extends Record<string, string> = Record<string, string>> {
  readonly job: JobDefinition<Data>;
  process(data: Data, tx: Transaction): Promise<void>;
}

/**
 * Carries out a job that takes longer than a transaction may stand open, in transactions of its own: it must be able to start
 * again after any of them, and to be done twice.
 */
export interface LongProcessor<Data extends Record<string, string> = Record<string, string>> {
  readonly job: JobDefinition<Data>;
  /** @returns false when somebody else is at the same work: the job is not done yet, and is asked for again */
  work(data: Data): Promise<boolean>;
}

const ATTEMPTS_BEFORE_PARKING = 12;

@Injectable()
export class JobConsumer {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Runs the effect and `done_at` as one. A duplicate finds the job done, a twin at work finds it locked: both do nothing.
   * A failure is noted and the job becomes due again later; after twelve it is parked for a person to look at.
   */
  async consume(
    id: string,
    effect: (data: Record<string, string>, tx: Transaction) => Promise<void>,
  ): Promise<'done' | 'skipped'> {
    try {
      return await this.transactions.run(async (tx) => {
        const [row] = await tx.query<{ data: Record<string, string> }>(
          'select data from outbox_job where id = $1 and done_at is null for update skip locked',
          [id],
        );
        if (!row) return 'skipped';
        await effect(row.data, tx);
        await tx.query('update outbox_job set done_at = clock_timestamp(), last_error = null where id = $1', [id]);
        return 'done';
      });
    } catch (error) {
      await this.noteFailure(id, error);
      throw error;
    }
  }

  /** The same for long work, which commits on its own way: `done_at` comes after it. */
  async consumeLong(id: string, work: (data: Record<string, string>) => Promise<boolean>): Promise<'done' | 'skipped'> {
    const [row] = await this.database.query<{ data: Record<string, string> }>(
      'select data from outbox_job where id = $1 and done_at is null',
      [id],
    );
    if (!row) return 'skipped';
    try {
      if (!(await work(row.data))) return 'skipped';
      await this.database.query(
        'update outbox_job set done_at = clock_timestamp(), last_error = null where id = $1 and done_at is null',
        [id],
      );
      return 'done';
    } catch (error) {
      await this.noteFailure(id, error);
      throw error;
    }
  }

  private async noteFailure(id: string, error: unknown): Promise<void> {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    await this.database.query(
      `update outbox_job
          set failures = failures + 1, last_error = left($2, 500),
              available_at = clock_timestamp() + least(power(2, failures), 600) * interval '1 second',
              parked_at = case when failures + 1 >= ${ATTEMPTS_BEFORE_PARKING} then clock_timestamp() end
        where id = $1 and done_at is null`,
      [id, reason],
    );
  }
}
