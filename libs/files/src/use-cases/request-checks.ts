import { Transactions } from '#lib/database';
import { Outbox } from '#lib/jobs';
import { Injectable } from '@nestjs/common';
import { fileUploaded } from '../jobs/check-file.js';

const BATCH = 1_000;

@Injectable()
export class RequestChecks {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Has uploads looked at once more, by the worker: those not shown or not scanned, with `all` also those found clean. What is
   * shown stays so until the scanner says otherwise.
   * @returns how many files
   */
  async execute({ all = false }: { readonly all?: boolean } = {}): Promise<number> {
    let asked = 0;
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const batch = await this.transactions.run(async (tx) => {
        const rows = await tx.query<{ fileId: string }>(
          `select id as "fileId" from stored_file
            where id > $1 and erased_at is null and check_state is not null and ($2 or check_state <> 'CLEAN')
            order by id limit ${BATCH}`,
          [after, all],
        );
        await this.outbox.emitMany(tx, fileUploaded, rows);
        return rows;
      });
      asked += batch.length;
      after = batch.at(-1)?.fileId ?? after;
      if (batch.length < BATCH) return asked;
    }
  }
}
