import type { Queryable, Transaction } from '#lib/database';
import type { SealedAddresses } from '#lib/notifications';
import type { SealedTexts } from './sealed-texts.js';

/** What a rotation of the keys finds besides senders: words, addresses that wait to be confirmed, and those that get letters. */
export class SealedRows {
  private readonly tables: readonly (SealedTexts | SealedAddresses)[];

  constructor(texts: SealedTexts, ...addresses: readonly SealedAddresses[]) {
    this.tables = [texts, ...addresses];
  }

  async keysInUse(q: Queryable): Promise<string[]> {
    const keys: string[] = [];
    for (const table of this.tables) keys.push(...(await table.keysInUse(q)));
    return keys;
  }

  /** Seals anew a batch of each that another key sealed. @returns how many; 0 when none was left */
  async reseal(tx: Transaction, keyId: string): Promise<number> {
    let count = 0;
    for (const table of this.tables) count += await table.reseal(tx, keyId);
    return count;
  }
}
