import { type Transaction, Transactions } from '#lib/database';
import { Injectable } from '@nestjs/common';
import { entryHash, GENESIS, type LedgerEntry } from '../domain/entry.js';
import { entryColumns } from '../queries/entry-rows.js';
import { sha256 } from '../sha256.js';

const BATCH = 2_000;

@Injectable()
export class SealLedger {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Orders and chains entries that are not sealed yet. Pending rows are found by their missing sequence, never by
   * "id > last": ids commit out of order. Two workers racing seal once; the loser seals nothing.
   * @returns how many entries were sealed (0 when there were none, or another worker was faster)
   */
  execute(): Promise<number> {
    return this.transactions.run(async (tx) => {
      const pending = await tx.query<LedgerEntry>(
        `select ${entryColumns} from ledger_entry where sequence is null order by at, id limit ${BATCH}`,
      );
      if (pending.length === 0) return 0;
      const [last] = await tx.query<{ sequence: number; hash: string }>(
        `select sequence, encode(hash, 'hex') as hash from ledger_entry where sequence is not null order by sequence desc limit 1`,
      );
      return this.seal(tx, pending, last ?? { sequence: 0, hash: GENESIS });
    });
  }

  private async seal(
    tx: Transaction,
    pending: readonly LedgerEntry[],
    last: { sequence: number; hash: string },
  ): Promise<number> {
    const hashes = [last.hash];
    for (const entry of pending) hashes.push(entryHash(hashes.at(-1) ?? GENESIS, entry, sha256));
    const bytes = (hex: string) => Buffer.from(hex, 'hex');
    const [answer] = await tx.query<{ sealed: number }>('select ledger_seal($1, $2, $3, $4) as sealed', [
      pending.map(({ id }) => id),
      hashes.slice(0, -1).map(bytes),
      hashes.slice(1).map(bytes),
      last.sequence + 1,
    ]);
    return answer?.sealed ?? 0;
  }
}
