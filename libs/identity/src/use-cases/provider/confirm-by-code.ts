import { Transactions } from '#lib/database';
import type { Actor } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { NotAllowed } from '../../domain/rights.js';
import { Sessions } from '../../persistence/sessions.js';
import { IdentityProof } from '../../identity-proof.js';
import { SignInFailed } from '../sign-in.js';

export interface ConfirmByCodeInput {
  readonly sessionId: string;
  readonly code: string;
}

@Injectable()
export class ConfirmByCode {
  constructor(
    private readonly transactions: Transactions,
    private readonly proof: IdentityProof,
    private readonly sessions: Sessions,
    private readonly ledger: Ledger,
  ) {}

  /**
   * The second half of a confirmation by a provider that asked for no second factor: our code, within five minutes.
   * @throws NotAllowed; SignInFailed, with `waitSeconds` after ten failures within 15 minutes
   */
  async execute({ sessionId, code }: ConfirmByCodeInput, actor: Actor): Promise<void> {
    if (actor.kind !== 'officer') throw new NotAllowed('officer');
    const account = await this.proof.counted(actor.id);
    await this.transactions.run(async (tx) => {
      await this.proof.byCode(tx, account, code);
      const session = await this.sessions.locked(tx, sessionId);
      if (session?.officerId !== actor.id || !session.isProved) throw new SignInFailed();
      await this.sessions.confirm(tx, sessionId);
      const subject = { kind: 'officer', id: actor.id };
      await this.ledger.record(tx, { actor, act: 'officer.confirmed-identity', subject });
    });
    await this.proof.succeeded(account);
  }
}
