import type { Transaction } from '#lib/database';
import { newToken, tokenHash } from '#lib/privacy';
import { Injectable } from '@nestjs/common';
import { type Account, Officers } from './officers.js';

/** How long a right password waits for its code. */
const WAIT = `interval '5 minutes'`;

/** What knew the person. */
export interface PendingAct {
  /** The provider; null: the password was right. */
  readonly issuer: string | null;
  /** They proved to the provider who they are. */
  readonly isProvedAnew: boolean;
}

export type PendingAccount = Account & PendingAct;

const byPassword: PendingAct = { issuer: null, isProvedAnew: false };

@Injectable()
export class PendingSignIns {
  constructor(private readonly officers: Officers) {}

  /** @returns the token that the code must come with */
  async open(tx: Transaction, officerId: string, { issuer, isProvedAnew } = byPassword): Promise<string> {
    const token = newToken();
    await tx.query('delete from pending_sign_in where expires_at <= clock_timestamp()');
    await tx.query(
      `insert into pending_sign_in (token_hash, officer_id, issuer, is_proved_anew, expires_at)
       values ($1, $2, $3, $4, clock_timestamp() + ${WAIT})`,
      [tokenHash(token), officerId, issuer, isProvedAnew],
    );
    return token;
  }

  /** Whose right password, or account at the provider, it was, both locked; undefined when it waited too long or was used. */
  async locked(tx: Transaction, token: string): Promise<PendingAccount | undefined> {
    const [pending] = await tx.query<PendingAct & { officerId: string }>(
      `select officer_id as "officerId", issuer, is_proved_anew as "isProvedAnew" from pending_sign_in
        where token_hash = $1 and expires_at > clock_timestamp()`,
      [tokenHash(token)],
    );
    const account = pending && (await this.officers.locked(tx, pending.officerId));
    if (!account) return undefined;
    const [still] = await tx.query('select from pending_sign_in where token_hash = $1 for update', [tokenHash(token)]);
    const { issuer, isProvedAnew } = pending;
    return still ? { ...account, issuer, isProvedAnew } : undefined;
  }

  async close(tx: Transaction, token: string): Promise<void> {
    await tx.query('delete from pending_sign_in where token_hash = $1', [tokenHash(token)]);
  }

  /** Ends those that wait for a code after a provider knew the person. */
  async endByProvider(tx: Transaction, officerId: string, issuer: string): Promise<void> {
    await tx.query('delete from pending_sign_in where officer_id = $1 and issuer = $2', [officerId, issuer]);
  }
}
