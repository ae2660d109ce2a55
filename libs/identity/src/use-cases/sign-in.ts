import { Transactions } from '#lib/database';
import { DomainError } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { accountAddress } from '../domain/officer-facts.js';
import { passwordLengths } from '../domain/password-rules.js';
import { isPassword } from '../passwords.js';
import { type Officer, Officers } from '../persistence/officers.js';
import { Sessions } from '../persistence/sessions.js';
import { SignInAttempts } from '../persistence/sign-in-attempts.js';

export interface SignInInput {
  readonly email: string;
  readonly password: string;
  /** Where the request comes from, for the count of failures; without it they are counted per account. */
  readonly address?: string;
}

export interface SignedIn {
  /** For the session cookie: 256 random bits, base64url. It cannot be had again. */
  readonly token: string;
  readonly officer: Officer;
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
    private readonly sessions: Sessions,
    private readonly attempts: SignInAttempts,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Opens a session: 30 minutes idle, 12 hours at most. Who has no account waits for the answer as long as who has one.
   * @throws SignInFailed; with `waitSeconds` after ten failures of an account from an address within 15 minutes
   */
  async execute({ email, password, address = '' }: SignInInput): Promise<SignedIn> {
    const account = accountAddress(email);
    const waitSeconds = await this.attempts.begin(account, address);
    if (waitSeconds !== undefined) throw new SignInFailed(waitSeconds);
    const found = account.includes('\0')
      ? undefined
      : await this.transactions.run((tx) => this.officers.byAddress(tx, account));
    const isRight = await isPassword(password.slice(0, 4 * passwordLengths.greatest), found?.passwordHash);
    if (!found || !isRight) throw new SignInFailed();
    const { passwordHash, ...officer } = found;
    const token = await this.open(officer, passwordHash);
    await this.attempts.forget(account, address);
    return { token, officer };
  }

  private open(officer: Officer, passwordHash: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const token = await this.sessions.open(tx, officer.id, passwordHash);
      if (token === undefined) throw new SignInFailed();
      await this.ledger.record(tx, {
        actor: { kind: 'officer', ...officer },
        act: 'officer.signed-in',
        subject: { kind: 'officer', id: officer.id },
      });
      return token;
    });
  }
}
