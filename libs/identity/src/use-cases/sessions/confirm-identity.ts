import { Transactions } from '#lib/database';
import { type Actor, DomainError } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { NotAllowed } from '../../domain/rights.js';
import { IdentityProof } from '../../identity-proof.js';
import { Sessions } from '../../persistence/sessions.js';
import { SignInFailed } from '../sign-in.js';

export interface ConfirmIdentityInput {
  readonly sessionId: string;
  readonly password: string;
  /** Needed when the officer has a second factor. */
  readonly code?: string;
}

@Injectable()
export class ConfirmIdentity {
  constructor(
    private readonly transactions: Transactions,
    private readonly proof: IdentityProof,
    private readonly sessions: Sessions,
    private readonly ledger: Ledger,
  ) {}

  /**
   * The person at a session says again who they are: for 15 minutes it may sign, hide, and change password, factor and tokens.
   * @throws NotAllowed; DomainError `not-allowed` at a session that a provider opened (VisitProvider); SignInFailed, with `waitSeconds` after ten failures within 15 minutes
   */
  async execute({ sessionId, password, code }: ConfirmIdentityInput, actor: Actor): Promise<void> {
    if (actor.kind !== 'officer') throw new NotAllowed('officer');
    const account = await this.proof.byPassword(actor.id, password);
    await this.transactions.run(async (tx) => {
      await this.proof.within(tx, account, code);
      const session = await this.sessions.locked(tx, sessionId);
      if (session?.officerId !== actor.id) throw new SignInFailed();
      if (session.issuer !== null)
        throw new DomainError('not-allowed', 'the identity provider that opened the session confirms it');
      await this.sessions.confirm(tx, sessionId);
      const subject = { kind: 'officer', id: actor.id };
      await this.ledger.record(tx, { actor, act: 'officer.confirmed-identity', subject });
    });
    await this.proof.succeeded(account);
  }
}
