import { Transactions } from '#lib/database';
import type { Language } from '#lib/kernel';
import { isToken } from '#lib/privacy';
import { Injectable } from '@nestjs/common';
import { type OpenVisit, ProviderVisits } from '../../persistence/provider-visits.js';
import { OfficialsProvider } from '../../provider/officials-provider.js';
import { ProviderRefused } from '../../provider/provider-refusals.js';
import { visitSecrets } from '../../provider/visit-secrets.js';
import type { RequestOrigin } from '../sign-in.js';
import { type ActsOfProvider, ProviderActs } from './provider-acts.js';

export interface ReturnFromProviderInput extends RequestOrigin {
  /** Of this browser's cookie; empty when it has none. */
  readonly token: string;
  /** Of the address the provider sent the browser to. */
  readonly query: URLSearchParams;
  /** The session that came with the request, if one did. */
  readonly sessionId?: string;
}

/** The visit that ended, and what it came to. */
export interface Returned {
  readonly purpose: OpenVisit['purpose'];
  readonly language: Language;
  readonly nextPath: string;
  readonly outcome: ActsOfProvider | { readonly kind: 'refused'; readonly refusal: ProviderRefused };
}

const ofOfficials = ['SIGN_IN', 'CONFIRMATION', 'BINDING', 'INVITATION'] as const;

@Injectable()
export class ReturnFromProvider {
  constructor(
    private readonly transactions: Transactions,
    private readonly visits: ProviderVisits,
    private readonly provider: OfficialsProvider,
    private readonly acts: ProviderActs,
  ) {}

  /**
   * Somebody comes back. A visit is used up before its answer is looked at: none is looked at twice.
   * @throws ProviderRefused `lapsed` when no visit of this browser waits; ProviderUnavailable
   */
  async execute({ token, query, sessionId, ...origin }: ReturnFromProviderInput): Promise<Returned> {
    const { open: provider } = this.provider;
    const visit = isToken(token)
      ? await this.transactions.run((tx) => this.visits.take(tx, token, ofOfficials))
      : undefined;
    if (!visit) throw new ProviderRefused('lapsed');
    const { purpose, language, nextPath } = visit;
    try {
      requireOwnSession(visit, sessionId);
      const person = await provider.person(query, visitSecrets(token));
      return { purpose, language, nextPath, outcome: await this.acts.of(visit, person, origin) };
    } catch (error) {
      if (!(error instanceof ProviderRefused)) throw error;
      return { purpose, language, nextPath, outcome: { kind: 'refused', refusal: error } };
    }
  }
}

/** A session that began the visit, and nobody else's, is confirmed or bound. */
function requireOwnSession({ sessionId: began }: OpenVisit, sessionId: string | undefined): void {
  if (began !== null && began !== sessionId) throw new ProviderRefused('lapsed');
}
