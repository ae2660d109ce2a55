import { Database, type Transaction } from '#lib/database';
import { Injectable } from '@nestjs/common';
import { FactorCheck } from './factor-check.js';
import { isPassword } from './passwords.js';
import { type Account, Officers } from './persistence/officers.js';
import { codeAccount, SignInAttempts } from './persistence/sign-in-attempts.js';
import { SignInFailed } from './use-cases/sign-in.js';

/**
 * Proves that the person at a session is its officer; tried as often as a code may be. Whatever changes an account locks it before its
 * sessions end; so does a proof, and its session is locked after it.
 */
@Injectable()
export class IdentityProof {
  constructor(
    private readonly database: Database,
    private readonly officers: Officers,
    private readonly attempts: SignInAttempts,
    private readonly check: FactorCheck,
  ) {}

  /** The first half, before a transaction is open: hashing takes its time. @throws SignInFailed */
  async byPassword(officerId: string, password: string): Promise<Account> {
    const account = await this.counted(officerId);
    if (!(await isPassword(password, account.passwordHash))) throw new SignInFailed();
    return account;
  }

  /** Counts a try before it is looked at. @throws SignInFailed */
  async counted(officerId: string): Promise<Account> {
    const account = await this.officers.byId(this.database, officerId);
    if (!account) throw new SignInFailed();
    const waitSeconds = await this.attempts.begin(codeAccount(account.email), '');
    if (waitSeconds !== undefined) throw new SignInFailed(waitSeconds);
    return account;
  }

  /** The second half: the account is still the same, and its code is right if it has a factor. @throws SignInFailed */
  async within(tx: Transaction, { id, passwordHash }: Account, code = ''): Promise<void> {
    const now = await this.officers.locked(tx, id);
    if (now?.passwordHash !== passwordHash) throw new SignInFailed();
    if (now.hasFactor && !(await this.check.take(tx, id, code))) throw new SignInFailed();
  }

  /** The second half where a provider gave the first: the code alone. @throws SignInFailed */
  async byCode(tx: Transaction, { id }: Account, code: string): Promise<void> {
    if (!(await this.officers.locked(tx, id)) || !(await this.check.take(tx, id, code))) throw new SignInFailed();
  }

  async succeeded({ email }: Account): Promise<void> {
    await this.attempts.forget(codeAccount(email), '');
  }
}
