import type { Queryable, Transaction } from '#lib/database';
import { SealedAddresses } from '#lib/notifications';
import { Injectable } from '@nestjs/common';
import { SealedTexts } from './sealed-texts.js';

/** What a rotation of the keys finds besides senders: words, and addresses that wait to be confirmed. */
@Injectable()
export class SealedRows {
  constructor(
    private readonly texts: SealedTexts,
    private readonly addresses: SealedAddresses,
  ) {}

  async keysInUse(q: Queryable): Promise<string[]> {
    return [...(await this.texts.keysInUse(q)), ...(await this.addresses.keysInUse(q))];
  }

  /** Seals anew a batch of each that another key sealed. @returns how many; 0 when none was left */
  async reseal(tx: Transaction, keyId: string): Promise<number> {
    return (await this.texts.reseal(tx, keyId)) + (await this.addresses.reseal(tx, keyId));
  }
}
