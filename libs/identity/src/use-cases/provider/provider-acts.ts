import { Injectable } from '@nestjs/common';
import type { OpenVisit } from '../../persistence/provider-visits.js';
import type { KnownPerson } from '../../provider/open-id-provider.js';
import { ProviderRefused } from '../../provider/provider-refusals.js';
import { returnedPerson } from '../../provider/returned-person.js';
import type { CodeAwaited, RequestOrigin, SignedIn } from '../sign-in.js';
import { BindToProvider } from './bind-to-provider.js';
import { ConfirmByProvider } from './confirm-by-provider.js';
import { JoinByProvider } from './join-by-provider.js';
import { SignInByProvider } from './sign-in-by-provider.js';

export type ActsOfProvider =
  | SignedIn
  | CodeAwaited
  | { readonly kind: 'confirmed' }
  /** The provider has no second factor: our code is to come within five minutes (ConfirmByCode). */
  | { readonly kind: 'confirmation-awaits-code' }
  | { readonly kind: 'bound' };

/** What a visit was for is done for whom the provider knows. */
@Injectable()
export class ProviderActs {
  constructor(
    private readonly signIn: SignInByProvider,
    private readonly confirm: ConfirmByProvider,
    private readonly bind: BindToProvider,
    private readonly join: JoinByProvider,
  ) {}

  async of(visit: OpenVisit, known: KnownPerson, origin: RequestOrigin): Promise<ActsOfProvider> {
    const { purpose, sessionId, invitationHash } = visit;
    const person = returnedPerson(known, visit);
    if (purpose === 'SIGN_IN') return this.signIn.execute(person, origin);
    if (purpose === 'INVITATION' && invitationHash) return this.join.execute(person, invitationHash, origin);
    // A provider that merely still knew somebody has not looked at who is there now.
    if (!person.isProvedAnew) throw new ProviderRefused('refused');
    if (sessionId === null) throw new ProviderRefused('lapsed');
    if (purpose === 'CONFIRMATION') return this.confirm.execute(person, sessionId);
    await this.bind.execute(person, sessionId);
    return { kind: 'bound' };
  }
}
