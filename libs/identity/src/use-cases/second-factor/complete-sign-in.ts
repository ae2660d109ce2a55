import { type Transaction, Transactions } from '#lib/database';
import { DomainError } from '#lib/kernel';
import { isToken } from '#lib/privacy';
import { Injectable } from '@nestjs/common';
import { sessionPlace } from '../../domain/session-place.js';
import { FactorCheck } from '../../factor-check.js';
import { officerOf } from '../../persistence/officers.js';
import { type PendingAccount, PendingSignIns } from '../../persistence/pending-sign-ins.js';
import { codeAccount, SignInAttempts } from '../../persistence/sign-in-attempts.js';
import { SessionOpening } from '../../session-opening.js';
import { type RequestOrigin, type SignedIn, SignInFailed } from '../sign-in.js';

/** The password is to be given again: five minutes have passed, the sign-in was completed, or the account changed. */
export class SignInLapsed extends DomainError {
  constructor() {
    super('sign-in-failed', 'the sign-in was not completed in time; begin again', { hasLapsed: true });
  }
}

export interface CompleteSignInInput extends RequestOrigin {
  readonly pendingToken: string;
  /** Six digits of the authenticator, or a recovery code. */
  readonly code: string;
}

@Injectable()
export class CompleteSignIn {
  constructor(
    private readonly transactions: Transactions,
    private readonly pending: PendingSignIns,
    private readonly attempts: SignInAttempts,
    private readonly check: FactorCheck,
    private readonly opening: SessionOpening,
  ) {}

  /**
   * The second step of a sign-in: a right code opens the session.
   * @throws SignInLapsed; SignInFailed, with `waitSeconds` after ten wrong codes of the account within 15 minutes
   */
  async execute({ pendingToken, code, address = '', userAgent }: CompleteSignInInput): Promise<SignedIn> {
    const asked = await this.transactions.run((tx) => this.waiting(tx, pendingToken));
    const waitSeconds = await this.attempts.begin(codeAccount(asked.email), '');
    if (waitSeconds !== undefined) throw new SignInFailed(waitSeconds);
    const [account, token] = await this.transactions.run(async (tx) => {
      const found = await this.waiting(tx, pendingToken);
      const proof = await this.check.take(tx, found.id, code);
      if (!proof) return [found, undefined] as const;
      await this.pending.close(tx, pendingToken);
      const { issuer, isProvedAnew } = found;
      const by = {
        factor: proof,
        ...(issuer === null ? {} : { provider: { issuer, hasFactor: false, isProvedAnew } }),
      };
      return [found, await this.opening.open(tx, found, sessionPlace(address, userAgent), by)] as const;
    });
    if (token === undefined) throw new SignInFailed();
    await this.attempts.forget(codeAccount(account.email), '');
    await this.attempts.forget(account.email, address);
    return { kind: 'signed-in', token, officer: officerOf(account) };
  }

  private async waiting(tx: Transaction, token: string): Promise<PendingAccount> {
    const account = isToken(token) ? await this.pending.locked(tx, token) : undefined;
    if (!account) throw new SignInLapsed();
    return account;
  }
}
