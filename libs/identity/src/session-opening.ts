import type { Transaction } from '#lib/database';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import type { SessionPlace } from './domain/session-place.js';
import type { FactorProof } from './factor-check.js';
import { type Account, officerOf } from './persistence/officers.js';
import { Sessions } from './persistence/sessions.js';

@Injectable()
export class SessionOpening {
  constructor(
    private readonly sessions: Sessions,
    private readonly ledger: Ledger,
  ) {}

  /** @returns the session's token; undefined when the account changed since it was checked */
  async open(
    tx: Transaction,
    account: Account,
    place: SessionPlace,
    factor?: FactorProof,
  ): Promise<string | undefined> {
    const { id: officerId, passwordHash } = account;
    const token = await this.sessions.open(tx, { officerId, passwordHash, byFactor: factor !== undefined }, place);
    if (token === undefined) return undefined;
    await this.ledger.record(tx, {
      actor: { kind: 'officer', ...officerOf(account) },
      act: 'officer.signed-in',
      subject: { kind: 'officer', id: officerId },
      data: factor === undefined ? {} : { factor },
    });
    return token;
  }
}
