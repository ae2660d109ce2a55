import { Database, type Transaction, Transactions } from '#lib/database';
import { Injectable } from '@nestjs/common';

const ATTEMPTS_BEFORE_PARKING = 12;

type Data = Record<string, string>;

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
  consume(id: string, effect: (data: Data, tx: Transaction) => Promise<void>): Promise<'done' | 'skipped'> {
    return this.noting(id, () =>
      this.transactions.run(async (tx) => {
        const [row] = await tx.query<{ data: Data }>(
          'select data from outbox_job where id = $1 and done_at is null for update skip locked',
          [id],
        );
        if (!row) return 'skipped';
        await effect(row.data, tx);
        await tx.query('update outbox_job set done_at = clock_timestamp(), last_error = null where id = $1', [id]);
        return 'done';
      }),
    );
  }

  /** The same for work outside the transaction, which commits on its own way; a crash before `done_at` has it done again. */
  consumeLong(id: string, work: (data: Data) => Promise<boolean>): Promise<'done' | 'skipped'> {
    return this.noting(id, async () => {
      const [row] = await this.database.query<{ data: Data }>(
        'select data from outbox_job where id = $1 and done_at is null',
        [id],
      );
      if (!row || !(await work(row.data))) return 'skipped';
      await this.database.query(
        'update outbox_job set done_at = clock_timestamp(), last_error = null where id = $1 and done_at is null',
        [id],
      );
      return 'done';
    });
  }

  private async noting<Outcome>(id: string, work: () => Promise<Outcome>): Promise<Outcome> {
    try {
      return await work();
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
