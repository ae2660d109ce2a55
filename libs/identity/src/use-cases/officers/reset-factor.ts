import { Transactions } from '#lib/database';
import { Outbox } from '#lib/jobs';
import { type Actor, DomainError, newId } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { requireOther } from '../../domain/own-account.js';
import { NotFound, requireRole } from '../../domain/rights.js';
import { factorWasReset } from '../../events.js';
import { Factors } from '../../persistence/factors.js';
import { Officers } from '../../persistence/officers.js';

@Injectable()
export class ResetFactor {
  constructor(
    private readonly transactions: Transactions,
    private readonly officers: Officers,
    private readonly factors: Factors,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Takes away the second factor of an official who lost it; their sessions and tokens end and they are told by mail.
   * @throws NotAllowed unless another administrator acts; NotFound; DomainError `wrong-state` when there is none
   */
  async execute(officerId: string, actor: Actor): Promise<void> {
    requireRole(actor, 'administrator');
    requireOther(actor, officerId);
    await this.transactions.run(async (tx) => {
      if (!(await this.officers.lockedRecord(tx, officerId))) throw new NotFound('official');
      if (!(await this.factors.remove(tx, officerId)))
        throw new DomainError('wrong-state', 'the official has no second factor');
      await this.ledger.record(tx, { actor, act: 'officer.factor-reset', subject: { kind: 'officer', id: officerId } });
      await this.outbox.emit(tx, factorWasReset, { officerId, actId: newId() });
    });
  }
}
