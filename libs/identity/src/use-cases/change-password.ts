import { Database, Transactions } from '#lib/database';
import { type Actor, DomainError } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { type PasswordFault, passwordFaults, type PasswordOwner } from '../domain/password-rules.js';
import { NotAllowed } from '../domain/rights.js';
import { isLeakedPassword } from '../leaked-passwords.js';
import { hashPassword } from '../passwords.js';
import { Officers } from '../persistence/officers.js';
import { Sessions } from '../persistence/sessions.js';

/** `details.faults` names each rule that the password breaks. */
export class PasswordRefused extends DomainError {
  constructor(faults: readonly PasswordFault[]) {
    super('invalid-input', `the password was not set: ${faults.join(', ')}`, {
      faults: faults.map((fault) => ({ field: 'password', fault })),
    });
  }
}

/** @throws PasswordRefused */
export function requireGoodPassword(password: string, owner: PasswordOwner): void {
  const faults = passwordFaults(password, owner, isLeakedPassword);
  if (faults.length > 0) throw new PasswordRefused(faults);
}

export interface ChangePasswordInput {
  readonly password: string;
  readonly sessionId: string;
}

@Injectable()
export class ChangePassword {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly officers: Officers,
    private readonly sessions: Sessions,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Gives the acting officer another password. Every session, token of a program and link to set the password ends; the session that
   * asks, which must have confirmed who is there, goes on.
   * @returns its new token
   * @throws NotAllowed, PasswordRefused
   */
  async execute({ password, sessionId }: ChangePasswordInput, actor: Actor): Promise<string> {
    if (actor.kind !== 'officer') throw new NotAllowed('officer');
    const account = await this.officers.byId(this.database, actor.id);
    if (!account) throw new NotAllowed('officer');
    requireGoodPassword(password, account);
    const passwordHash = await hashPassword(password);
    return this.transactions.run(async (tx) => {
      if (!(await this.officers.locked(tx, actor.id))) throw new NotAllowed('officer');
      const place = await this.sessions.before(tx, sessionId);
      await this.officers.setPassword(tx, actor.id, passwordHash);
      await this.ledger.record(tx, {
        actor,
        act: 'officer.password-changed',
        subject: { kind: 'officer', id: actor.id },
      });
      return this.sessions.openAnew(tx, actor.id, place);
    });
  }
}
