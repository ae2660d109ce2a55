import { type Transaction, Transactions } from '#lib/database';
import { Ledger } from '#lib/ledger';
import { linkHash, LinkNotValid } from '#lib/privacy';
import { Injectable } from '@nestjs/common';
import { hashPassword } from '../../passwords.js';
import { type Account, officerOf, Officers } from '../../persistence/officers.js';
import { PasswordResets } from '../../persistence/password-resets.js';
import { requireGoodPassword } from '../change-password.js';

export interface ResetPasswordInput {
  readonly token: string;
  readonly password: string;
}

@Injectable()
export class ResetPassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly resets: PasswordResets,
    private readonly officers: Officers,
    private readonly ledger: Ledger,
  ) {}

  /** Whether the link is good; looking changes nothing. @throws LinkNotValid */
  async look(token: string): Promise<void> {
    const officerId = await this.transactions.run((tx) => this.resets.officerOf(tx, linkHash(token)));
    if (officerId === undefined) throw new LinkNotValid();
  }

  /**
   * Sets a password by the link of a letter. Every session, token of a program and other link ends, the second factor stays, and the
   * person signs in with both.
   * @throws LinkNotValid, also for a deactivated account; PasswordRefused, which leaves the link good
   */
  async execute({ token, password }: ResetPasswordInput): Promise<void> {
    const hash = linkHash(token);
    requireGoodPassword(password, await this.transactions.run((tx) => this.holder(tx, hash)));
    const passwordHash = await hashPassword(password);
    await this.transactions.run(async (tx) => {
      const account = await this.holder(tx, hash);
      if (!(await this.resets.use(tx, hash))) throw new LinkNotValid();
      await this.officers.setPassword(tx, account.id, passwordHash);
      await this.ledger.record(tx, {
        actor: { kind: 'officer', ...officerOf(account) },
        act: 'officer.password-reset',
        subject: { kind: 'officer', id: account.id },
      });
    });
  }

  private async holder(tx: Transaction, hash: Buffer): Promise<Account> {
    const officerId = await this.resets.officerOf(tx, hash);
    const account = officerId === undefined ? undefined : await this.officers.locked(tx, officerId);
    if (!account) throw new LinkNotValid();
    return account;
  }
}
