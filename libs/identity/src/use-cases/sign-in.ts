import { Transactions } from '#lib/database';
import { DomainError } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { accountAddress } from '../domain/officer-facts.js';
import { passwordLengths } from '../domain/password-rules.js';
import { sessionPlace } from '../domain/session-place.js';
import { isPassword } from '../passwords.js';
import { type Account, type Officer, officerOf, Officers } from '../persistence/officers.js';
import { PendingSignIns } from '../persistence/pending-sign-ins.js';
import { SignInAttempts } from '../persistence/sign-in-attempts.js';
import { SessionOpening } from '../session-opening.js';

/** Where a request comes from. */
export interface RequestOrigin {
  /** For the count of failures and the list of sessions; without it failures are counted per account. */
  readonly address?: string;
  /** As the browser names itself. */
  readonly userAgent?: string;
}

export interface SignInInput extends RequestOrigin {
  readonly email: string;
  readonly password: string;
}

export interface SignedIn {
  readonly kind: 'signed-in';
  /** For the session cookie: 256 random bits, base64url. It cannot be had again. */
  readonly token: string;
  readonly officer: Officer;
}

/** The password was right; a code is to come within five minutes, with this token (CompleteSignIn). */
export interface CodeAwaited {
  readonly kind: 'code-awaited';
  readonly pendingToken: string;
}

/** The same for a wrong password, an unknown address and a closed account. `details.waitSeconds`: after too many failures. */
export class SignInFailed extends DomainError {
  constructor(waitSeconds?: number) {
    super('sign-in-failed', 'the address or the password is wrong', waitSeconds === undefined ? {} : { waitSeconds });
  }
}

@Injectable()
export class SignIn {
  constructor(
    private readonly transactions: Transactions,
    private readonly officers: Officers,
    private readonly pending: PendingSignIns,
    private readonly attempts: SignInAttempts,
    private readonly opening: SessionOpening,
  ) {}

  /**
   * Opens a session: 30 minutes idle, 12 hours at most; of an officer with a second factor only asks for the code.
   * Who has no account waits for the answer as long as who has one.
   * @throws SignInFailed; with `waitSeconds` after ten failures of an account from an address within 15 minutes
   */
  async execute({ email, password, address = '', userAgent }: SignInInput): Promise<SignedIn | CodeAwaited> {
    const account = accountAddress(email);
    const waitSeconds = await this.attempts.begin(account, address);
    if (waitSeconds !== undefined) throw new SignInFailed(waitSeconds);
    const found = account.includes('\0')
      ? undefined
      : await this.transactions.run((tx) => this.officers.byAddress(tx, account));
    const isRight = await isPassword(password.slice(0, 4 * passwordLengths.greatest), found?.passwordHash);
    if (!found || !isRight) throw new SignInFailed();
    if (found.hasFactor) return this.awaitCode(found);
    const token = await this.transactions.run((tx) => this.opening.open(tx, found, sessionPlace(address, userAgent)));
    if (token === undefined) throw new SignInFailed();
    await this.attempts.forget(account, address);
    return { kind: 'signed-in', token, officer: officerOf(found) };
  }

  // The attempt stays counted until the code is right: a known password is no way to try codes without end.
  private async awaitCode({ id }: Account): Promise<CodeAwaited> {
    const pendingToken = await this.transactions.run((tx) => this.pending.open(tx, id));
    return { kind: 'code-awaited', pendingToken };
  }
}
