import { Transactions } from '#lib/database';
import { type Actor, newId } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';

interface Rotation {
  readonly keyId: string;
  readonly resealed: number;
  readonly retired: readonly string[];
}

/** What the ledger keeps of a rotation: ids of keys, never a key. */
@Injectable()
export class RotationRecords {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
  ) {}

  add({ keyId, resealed, retired }: Rotation, actor: Actor): Promise<void> {
    return this.transactions.run((tx) =>
      this.ledger.record(tx, {
        actor,
        act: 'keys.rotated',
        subject: { kind: 'key-rotation', id: newId() },
        data: { keyId, resealed, retired: retired.join(' ') },
      }),
    );
  }
}
