import type { Transaction } from '#lib/database';
import { Injectable } from '@nestjs/common';
import { newSessionToken, tokenHash } from '../session-token.js';
import { type Account, Officers } from './officers.js';

/** How long a right password waits for its code. */
const WAIT = `interval '5 minutes'`;

export interface PendingAccount extends Account {
  /** The provider that knew the person; null: the password was right. */
  readonly issuer: string | null;
}

@Injectable()
export class PendingSignIns {
  constructor(private readonly officers: Officers) {}

  /**
   * @param issuer the provider that knew the person; null: a right password
   * @returns the token that the code must come with
   */
  async open(tx: Transaction, officerId: string, issuer: string | null = null): Promise<string> {
    const token = newSessionToken();
    await tx.query('delete from pending_sign_in where expires_at <= clock_timestamp()');
    await tx.query(
      `insert into pending_sign_in (token_hash, officer_id, issuer, expires_at)
       values ($1, $2, $3, clock_timestamp() + ${WAIT})`,
      [tokenHash(token), officerId, issuer],
    );
    return token;
  }

  /** Whose right password, or account at the provider, it was, both locked; undefined when it waited too long or was used. */
  async locked(tx: Transaction, token: string): Promise<PendingAccount | undefined> {
    const [pending] = await tx.query<{ officerId: string; issuer: string | null }>(
      `select officer_id as "officerId", issuer from pending_sign_in
        where token_hash = $1 and expires_at > clock_timestamp()`,
      [tokenHash(token)],
    );
    const account = pending && (await this.officers.locked(tx, pending.officerId));
    if (!account) return undefined;
    const [still] = await tx.query('select from pending_sign_in where token_hash = $1 for update', [tokenHash(token)]);
    return still ? { ...account, issuer: pending.issuer } : undefined;
  }

  async close(tx: Transaction, token: string): Promise<void> {
    await tx.query('delete from pending_sign_in where token_hash = $1', [tokenHash(token)]);
  }
}
