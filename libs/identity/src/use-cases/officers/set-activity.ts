import { Transactions } from '#lib/database';
import type { Actor } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { requireOther } from '../../domain/own-account.js';
import { NotFound, requireRole } from '../../domain/rights.js';
import { Officers } from '../../persistence/officers.js';

export interface SetActivityInput {
  readonly officerId: string;
  readonly isActive: boolean;
}

@Injectable()
export class SetActivity {
  constructor(
    private readonly transactions: Transactions,
    private readonly officers: Officers,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Deactivates an official, whose sessions end at once, or lets them in again. What they did stays theirs.
   * @throws NotAllowed unless another administrator acts; NotFound
   */
  async execute({ officerId, isActive }: SetActivityInput, actor: Actor): Promise<void> {
    requireRole(actor, 'administrator');
    requireOther(actor, officerId);
    await this.transactions.run(async (tx) => {
      const before = await this.officers.lockedRecord(tx, officerId);
      if (!before) throw new NotFound('official');
      if (before.isActive === isActive) return;
      await this.officers.setActivity(tx, officerId, isActive);
      const act = isActive ? 'officer.activated' : 'officer.deactivated';
      await this.ledger.record(tx, { actor, act, subject: { kind: 'officer', id: officerId } });
    });
  }
}
