import { type Transaction, Transactions } from '#lib/database';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { rightsByClaims } from '../../domain/provider-claims.js';
import { OfficerBindings } from '../../persistence/officer-bindings.js';
import { type Account, officerOf } from '../../persistence/officers.js';
import { Sessions } from '../../persistence/sessions.js';
import { OfficialsProvider } from '../../provider/officials-provider.js';
import type { KnownPerson } from '../../provider/open-id-provider.js';
import { ProviderRefused } from '../../provider/provider-refusals.js';

export type ConfirmedByProvider = { readonly kind: 'confirmed' } | { readonly kind: 'confirmation-awaits-code' };

@Injectable()
export class ConfirmByProvider {
  constructor(
    private readonly transactions: Transactions,
    private readonly bindings: OfficerBindings,
    private readonly sessions: Sessions,
    private readonly provider: OfficialsProvider,
    private readonly ledger: Ledger,
  ) {}

  /**
   * The person at a session that a provider opened has proved to it anew who they are: the session may sign, hide and change factors
   * for 15 minutes; an own second factor is asked for first unless the provider says that it asked for one.
   * @throws ProviderRefused `other-person` when the session is another account's; `refused` when this proof is weaker than its sign-in
   */
  async execute(person: KnownPerson, sessionId: string): Promise<ConfirmedByProvider> {
    const { hasSecondFactor } = rightsByClaims(person.claims, this.provider.rules);
    return this.transactions.run(async (tx) => {
      const account = await this.bindings.locked(tx, person);
      const session = account && (await this.sessions.locked(tx, sessionId));
      if (!account || session?.officerId !== account.id || session.issuer !== person.issuer)
        throw new ProviderRefused('other-person');
      if (!hasSecondFactor && account.hasFactor) {
        await this.sessions.prove(tx, sessionId);
        return { kind: 'confirmation-awaits-code' };
      }
      if (!hasSecondFactor && session.hasProviderFactor) throw new ProviderRefused('refused');
      await this.confirm(tx, account, sessionId);
      return { kind: 'confirmed' };
    });
  }

  private async confirm(tx: Transaction, account: Account, sessionId: string): Promise<void> {
    await this.sessions.confirm(tx, sessionId);
    await this.ledger.record(tx, {
      actor: { kind: 'officer', ...officerOf(account) },
      act: 'officer.confirmed-identity',
      subject: { kind: 'officer', id: account.id },
    });
  }
}
