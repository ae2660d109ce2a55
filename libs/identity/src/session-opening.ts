import type { Transaction } from '#lib/database';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import type { SessionPlace } from './domain/session-place.js';
import type { FactorProof } from './factor-check.js';
import { type Account, officerOf } from './persistence/officers.js';
import { type ProviderAct, Sessions } from './persistence/sessions.js';

/** What let the officer in; without a provider it was a password. */
export interface OpenedBy {
  readonly factor?: FactorProof;
  readonly provider?: ProviderAct;
}

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
    { factor, provider }: OpenedBy = {},
  ): Promise<string | undefined> {
    const { id: officerId, passwordHash } = account;
    const checked = { officerId, passwordHash, byFactor: factor !== undefined, ...(provider ? { provider } : {}) };
    const token = await this.sessions.open(tx, checked, place);
    if (token === undefined) return undefined;
    await this.ledger.record(tx, {
      actor: { kind: 'officer', ...officerOf(account) },
      act: 'officer.signed-in',
      subject: { kind: 'officer', id: officerId },
      data: {
        ...(factor === undefined ? {} : { factor }),
        ...(provider ? { provider: provider.issuer, ...(provider.hasFactor ? { factor: 'provider' } : {}) } : {}),
      },
    });
    return token;
  }
}
