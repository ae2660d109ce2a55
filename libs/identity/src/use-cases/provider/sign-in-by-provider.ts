import { type Transaction, Transactions } from '#lib/database';
import { Injectable } from '@nestjs/common';
import { rightsByClaims } from '../../domain/provider-claims.js';
import { sessionPlace } from '../../domain/session-place.js';
import { OfficerBindings } from '../../persistence/officer-bindings.js';
import { type Account, officerOf } from '../../persistence/officers.js';
import { PendingSignIns } from '../../persistence/pending-sign-ins.js';
import { FollowProvider } from '../../provider/follow-provider.js';
import { ProviderRefused } from '../../provider/provider-refusals.js';
import type { ReturnedPerson } from '../../provider/returned-person.js';
import { SessionOpening } from '../../session-opening.js';
import type { CodeAwaited, RequestOrigin, SignedIn } from '../sign-in.js';

@Injectable()
export class SignInByProvider {
  constructor(
    private readonly transactions: Transactions,
    private readonly bindings: OfficerBindings,
    private readonly follow: FollowProvider,
    private readonly pending: PendingSignIns,
    private readonly opening: SessionOpening,
  ) {}

  /**
   * Opens a session for the official bound to the provider's issuer and subject; roles and body follow the claims first. Our own
   * second factor is asked for unless the provider says that it asked for one. The session counts as confirmed only when the person
   * proved to the provider who they are.
   * @throws ProviderRefused `unknown`: nobody is bound, the official is deactivated, or the claims give no role or body
   */
  async execute(person: ReturnedPerson, origin: RequestOrigin): Promise<SignedIn | CodeAwaited> {
    const outcome = await this.transactions.run(async (tx) => {
      const account = await this.bindings.locked(tx, person);
      const followed = account && (await this.follow.within(tx, account, person));
      return followed && (await this.open(tx, followed, person, origin));
    });
    if (!outcome) throw new ProviderRefused('unknown');
    return outcome;
  }

  private async open(
    tx: Transaction,
    account: Account,
    { issuer, claims, isProvedAnew }: ReturnedPerson,
    { address = '', userAgent }: RequestOrigin,
  ): Promise<SignedIn | CodeAwaited | undefined> {
    const { hasSecondFactor: hasFactor } = rightsByClaims(claims, this.follow.rules);
    if (account.hasFactor && !hasFactor)
      return { kind: 'code-awaited', pendingToken: await this.pending.open(tx, account.id, { issuer, isProvedAnew }) };
    const place = sessionPlace(address, userAgent);
    const token = await this.opening.open(tx, account, place, { provider: { issuer, hasFactor, isProvedAnew } });
    return token === undefined ? undefined : { kind: 'signed-in', token, officer: officerOf(account) };
  }
}
