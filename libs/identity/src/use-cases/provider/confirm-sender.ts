import { Transactions } from '#lib/database';
import { CLOCK, type Clock, type Instant, type Language, millisecondsBetween, plusMilliseconds } from '#lib/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { nameByClaims } from '../../domain/provider-claims.js';
import { ProviderVisits } from '../../persistence/provider-visits.js';
import { ProviderRefused } from '../../provider/provider-refusals.js';
import { SendersProvider } from '../../provider/senders-provider.js';
import { visitSecrets } from '../../provider/visit-secrets.js';
import { SealBroken, Sealing } from '../../sealing.js';
import { isSessionToken } from '../../session-token.js';
import type { ProviderVisit } from './visit-provider.js';

/** Whom the provider named; for the sealed sender of a remark and nothing else. */
export interface ConfirmedSender {
  readonly issuer: string;
  readonly subject: string;
  /** As the provider gives it; empty when it gives none. */
  readonly name: string;
  /** What the settings call the provider. */
  readonly provider: string;
}

export interface SenderReturned {
  readonly language: Language;
  readonly nextPath: string;
  /** For a cookie of this browser: sealed, good for half an hour. Undefined when the provider confirmed nobody. */
  readonly pass?: string;
}

const GOOD_FOR_MS = 30 * 60_000;
const ABOUT = 'pass of a confirmed sender';

@Injectable()
export class ConfirmSender {
  constructor(
    private readonly transactions: Transactions,
    private readonly visits: ProviderVisits,
    private readonly provider: SendersProvider,
    private readonly sealing: Sealing,
    @Inject(CLOCK) private readonly clock: Clock,
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
    const visit = isSessionToken(token)
      ? await this.transactions.run((tx) => this.visits.take(tx, token, ['SENDER']))
      : undefined;
    if (!visit) throw new ProviderRefused('lapsed');
    const { language, nextPath } = visit;
    try {
      const { issuer, subject, claims } = await provider.person(query, visitSecrets(token));
      const sender: ConfirmedSender = { issuer, subject, name: nameByClaims(claims).slice(0, 200), provider: called };
      const until = plusMilliseconds(this.clock.now(), GOOD_FOR_MS);
      return {
        language,
        nextPath,
        pass: this.sealing.seal(JSON.stringify({ sender, until }), ABOUT).toString('base64url'),
      };
    } catch (error) {
      if (error instanceof ProviderRefused) return { language, nextPath };
      throw error;
    }
  }

  /** Whom a pass confirms; undefined for one that is old, changed, or none. */
  sender(pass: string): ConfirmedSender | undefined {
    try {
      const text = this.sealing.open(Buffer.from(pass, 'base64url'), ABOUT);
      const { sender, until } = JSON.parse(text) as { sender: ConfirmedSender; until: Instant };
      return millisecondsBetween(this.clock.now(), until) > 0 ? sender : undefined;
    } catch (error) {
      if (error instanceof SealBroken) return undefined;
      throw error;
    }
  }
}
