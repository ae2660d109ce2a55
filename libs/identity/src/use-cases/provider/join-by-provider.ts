import { Transactions } from '#lib/database';
import { Ledger } from '#lib/ledger';
import { LinkNotValid, newToken } from '#lib/privacy';
import { Injectable } from '@nestjs/common';
import { nameByClaims } from '../../domain/provider-claims.js';
import { isNameOfPerson } from '../../domain/officer-facts.js';
import { hashPassword } from '../../passwords.js';
import { Invitations } from '../../persistence/invitations.js';
import { OfficerBindings } from '../../persistence/officer-bindings.js';
import { Officers } from '../../persistence/officers.js';
import type { KnownPerson } from '../../provider/open-id-provider.js';
import { ProviderRefused } from '../../provider/provider-refusals.js';
import type { ReturnedPerson } from '../../provider/returned-person.js';
import type { CodeAwaited, RequestOrigin, SignedIn } from '../sign-in.js';
import { SignInByProvider } from './sign-in-by-provider.js';

/** Accounts that a provider alone lets in. */
@Injectable()
export class JoinedAccounts {
  constructor(
    private readonly officers: Officers,
    private readonly bindings: OfficerBindings,
  ) {}

  async insert(
    tx: Parameters<Officers['insert']>[0],
    officer: Parameters<Officers['insert']>[1],
    passwordHash: string,
    person: KnownPerson,
  ): Promise<string> {
    const id = await this.officers.insert(tx, officer, passwordHash);
    await this.officers.noPassword(tx, id);
    await this.bindings.insert(tx, id, person);
    return id;
  }
}

@Injectable()
export class JoinByProvider {
  constructor(
    private readonly transactions: Transactions,
    private readonly invitations: Invitations,
    private readonly accounts: JoinedAccounts,
    private readonly ledger: Ledger,
    private readonly signIn: SignInByProvider,
  ) {}

  /**
   * Makes the account of an invited address for whom the provider knows, without a password, and signs them in. Address, body and
   * roles are the invitation's until claims say otherwise.
   * @throws LinkNotValid, AddressTaken, SubjectTaken; ProviderRefused `refused` when the provider gives no name
   */
  async execute(
    person: ReturnedPerson,
    invitationHash: Buffer,
    origin: RequestOrigin,
  ): Promise<SignedIn | CodeAwaited> {
    const name = nameByClaims(person.claims);
    if (!isNameOfPerson(name)) throw new ProviderRefused('refused');
    const nobodys = await hashPassword(newToken());
    await this.transactions.run(async (tx) => {
      const invitation = await this.invitations.accept(tx, invitationHash);
      if (!invitation) throw new LinkNotValid();
      const { id: invitationId, email, bodyId, roles, language } = invitation;
      const id = await this.accounts.insert(tx, { email, bodyId, roles, language, name }, nobodys, person);
      await this.ledger.record(tx, {
        actor: { kind: 'officer', id, name, bodyId, roles },
        act: 'officer.invitation-accepted',
        subject: { kind: 'officer', id },
        data: { bodyId, roles, invitation: invitationId, provider: person.issuer },
      });
    });
    return this.signIn.execute(person, origin);
  }
}
