import { Transactions } from '#lib/database';
import type { Language } from '#lib/kernel';
import { linkHash } from '#lib/privacy';
import { Injectable } from '@nestjs/common';
import { ProviderVisits, type VisitPurpose } from '../../persistence/provider-visits.js';
import { OfficialsProvider } from '../../provider/officials-provider.js';
import { visitSecrets } from '../../provider/visit-secrets.js';

export interface VisitProviderInput {
  readonly purpose: VisitPurpose;
  /** Of the page to come back to. */
  readonly language: Language;
  /** A page of officials to go on to, checked by whoever leads there. */
  readonly nextPath?: string;
  /** Of a confirmation or a binding. */
  readonly sessionId?: string;
  /** Of an invitation: the token of its link. */
  readonly invitation?: string;
  /** To sign in as somebody else than the provider still knows. */
  readonly isAnew?: boolean;
}

/** Where to go, and the token for a cookie of this browser alone: whoever comes back without it is nobody. */
export interface ProviderVisit {
  readonly token: string;
  readonly address: URL;
}

@Injectable()
export class VisitProvider {
  constructor(
    private readonly transactions: Transactions,
    private readonly visits: ProviderVisits,
    private readonly provider: OfficialsProvider,
  ) {}

  /**
   * Sends a person to the identity provider. For a confirmation and a binding they must prove anew who they are.
   * @throws NotFound without a provider; LinkNotValid; ProviderUnavailable
   */
  async execute({ invitation, isAnew: isWished = false, ...visit }: VisitProviderInput): Promise<ProviderVisit> {
    const { open: provider } = this.provider;
    const invitationHash = invitation === undefined ? undefined : linkHash(invitation);
    const token = await this.transactions.run((tx) =>
      this.visits.open(tx, { ...visit, ...(invitationHash ? { invitationHash } : {}) }),
    );
    const isAnew = isWished || visit.purpose === 'CONFIRMATION' || visit.purpose === 'BINDING';
    return { token, address: await provider.address(visitSecrets(token), isAnew) };
  }
}
