import type { Queryable, Transaction } from '#lib/database';
import { comparableAddress } from '#lib/kernel';
import type { Seal } from '#lib/privacy';
import type { AskedMailbox } from './asked-letters.js';

/** Of a mailbox that is asked; the token goes when its letter is sent. */
export interface AskedAddress {
  readonly address: string;
  readonly token?: string;
}

export interface SealedAddress {
  readonly id: string;
  readonly keyId: string;
  readonly sealed: Buffer;
}

const BATCH = 500;

/** The one face through which the addresses of a table are sealed and opened. */
export class SealedAddresses {
  /** @param table whose rows have `id`, `key_id` and `sealed` */
  constructor(
    private readonly seal: Seal,
    private readonly table: 'address_confirmation' | 'subscription',
  ) {}

  sealed(id: string, asked: AskedAddress): SealedAddress {
    const { keyId, bytes } = this.seal.seal(this.placeOf(id), JSON.stringify(asked));
    return { id, keyId, sealed: bytes };
  }

  /** @throws Error when it does not open: altered, moved, or the key is missing */
  open({ id, keyId, sealed }: SealedAddress): AskedAddress {
    return JSON.parse(this.seal.open(this.placeOf(id), { keyId, bytes: sealed })) as AskedAddress;
  }

  mailbox(address: string): AskedMailbox {
    const comparable = comparableAddress(address);
    return {
      address_confirmation: this.seal.index('email-to-confirm', comparable),
      subscription: this.seal.index('subscriber', comparable),
    };
  }

  async keysInUse(q: Queryable): Promise<string[]> {
    const rows = await q.query<{ id: string }>(`select distinct key_id as id from ${this.table}`);
    return rows.map(({ id }) => id);
  }

  /** Seals anew a batch of what another key sealed. @returns how many; 0 when none was left */
  async reseal(tx: Transaction, keyId: string): Promise<number> {
    const rows = await tx.query<SealedAddress>(
      `select id, key_id as "keyId", sealed from ${this.table} where key_id <> $1 order by id limit ${BATCH} for update`,
      [keyId],
    );
    for (const row of rows) {
      const anew = this.sealed(row.id, this.open(row));
      await tx.query(`update ${this.table} set key_id = $2, sealed = $3 where id = $1`, [
        row.id,
        anew.keyId,
        anew.sealed,
      ]);
    }
    return rows.length;
  }

  private readonly placeOf = (id: string): string => `${this.table} ${id}`;
}
