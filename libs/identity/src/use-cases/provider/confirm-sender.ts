import { Transactions } from '#lib/database';
import type { Language } from '#lib/kernel';
import { isToken } from '#lib/privacy';
import { Injectable } from '@nestjs/common';
import { nameByClaims } from '../../domain/provider-claims.js';
import { ProviderVisits } from '../../persistence/provider-visits.js';
import { ProviderRefused } from '../../provider/provider-refusals.js';
import { SendersProvider } from '../../provider/senders-provider.js';
import { visitSecrets } from '../../provider/visit-secrets.js';
import { type ConfirmedSender, SenderPasses } from '../../sender-passes.js';
import type { ProviderVisit } from './visit-provider.js';

export interface SenderReturned {
  readonly language: Language;
  readonly nextPath: string;
  /** For a cookie of this browser: sealed, good for half an hour. Undefined when the provider confirmed nobody. */
  readonly pass?: string;
}

@Injectable()
export class ConfirmSender {
  constructor(
    private readonly transactions: Transactions,
    private readonly visits: ProviderVisits,
    private readonly provider: SendersProvider,
    private readonly passes: SenderPasses,
  ) {}

  /** Sends somebody to the provider of senders. @throws NotFound without one; ProviderUnavailable */
  async visit(language: Language, nextPath: string): Promise<ProviderVisit> {
    const { open: provider } = this.provider;
    const visit = { purpose: 'SENDER', language, nextPath } as const;
    const token = await this.transactions.run((tx) => this.visits.open(tx, visit));
    return { token, address: await provider.address(visitSecrets(token)) };
  }

  /**
   * Somebody comes back. Nothing of them is kept here: what the provider said goes, sealed, into their own browser.
   * @throws ProviderRefused `lapsed` when no visit of a sender in this browser waits; ProviderUnavailable
   */
  async execute(token: string, query: URLSearchParams): Promise<SenderReturned> {
    const { open: provider, name: called = '' } = this.provider;
    const visit = isToken(token)
      ? await this.transactions.run((tx) => this.visits.take(tx, token, ['SENDER']))
      : undefined;
    if (!visit) throw new ProviderRefused('lapsed');
    const { language, nextPath } = visit;
    try {
      const { issuer, subject, claims } = await provider.person(query, visitSecrets(token));
      const name = nameByClaims(claims).slice(0, 200);
      const sender: ConfirmedSender = { kind: 'provider', issuer, subject, name, provider: called };
      return { language, nextPath, pass: this.passes.write(sender) };
    } catch (error) {
      if (error instanceof ProviderRefused) return { language, nextPath };
      throw error;
    }
  }
}
