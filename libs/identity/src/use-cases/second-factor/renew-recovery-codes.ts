import { Transactions } from '#lib/database';
import { type Actor, DomainError } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { NotAllowed } from '../../domain/rights.js';
import { Factors } from '../../persistence/factors.js';
import { newRecoveryCodes, recoveryCodeHash } from '../../recovery-codes.js';

@Injectable()
export class RenewRecoveryCodes {
  constructor(
    private readonly transactions: Transactions,
    private readonly factors: Factors,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Ten new recovery codes of the acting officer; those before are void.
   * @throws NotAllowed; DomainError `wrong-state` without a second factor
   */
  async execute(actor: Actor): Promise<string[]> {
    if (actor.kind !== 'officer') throw new NotAllowed('officer');
    const codes = newRecoveryCodes();
    await this.transactions.run(async (tx) => {
      await this.factors.lock(tx, actor.id);
      if (!(await this.factors.of(tx, actor.id))) throw new DomainError('wrong-state', 'there is no second factor yet');
      await this.factors.replaceRecoveryCodes(tx, actor.id, codes.map(recoveryCodeHash));
      const subject = { kind: 'officer', id: actor.id };
      await this.ledger.record(tx, { actor, act: 'officer.recovery-codes-renewed', subject });
    });
    return codes;
  }
}
