import { Seal } from '#lib/privacy';
import { Inject, Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '#lib/database';
import { SENDER_SEAL } from './senders.js';

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
const placeOf = (id: string): string => `address_confirmation ${id}`;

/** The one face through which addresses that wait to be confirmed are sealed and opened. */
@Injectable()
export class SealedAddresses {
  constructor(@Inject(SENDER_SEAL) private readonly seal: Seal) {}

  sealed(id: string, asked: AskedAddress): SealedAddress {
    const { keyId, bytes } = this.seal.seal(placeOf(id), JSON.stringify(asked));
    return { id, keyId, sealed: bytes };
  }

  /** @throws Error when it does not open: altered, moved, or the key is missing */
  open({ id, keyId, sealed }: SealedAddress): AskedAddress {
    return JSON.parse(this.seal.open(placeOf(id), { keyId, bytes: sealed })) as AskedAddress;
  }

  async keysInUse(q: Queryable): Promise<string[]> {
    const rows = await q.query<{ id: string }>('select distinct key_id as id from address_confirmation');
    return rows.map(({ id }) => id);
  }

  /** Seals anew a batch of what another key sealed. @returns how many; 0 when none was left */
  async reseal(tx: Transaction, keyId: string): Promise<number> {
    const rows = await tx.query<SealedAddress>(
      `select id, key_id as "keyId", sealed from address_confirmation where key_id <> $1 order by id limit ${BATCH} for update`,
      [keyId],
    );
    for (const row of rows) {
      const anew = this.sealed(row.id, this.open(row));
      await tx.query('update address_confirmation set key_id = $2, sealed = $3 where id = $1', [
        row.id,
        anew.keyId,
        anew.sealed,
      ]);
    }
    return rows.length;
  }
}
