import { type Transaction, Transactions } from '#lib/database';
import { type Actor, DomainError } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { accountAddress } from '../../domain/officer-facts.js';
import { NotAllowed, NotFound } from '../../domain/rights.js';
import { OfficerBindings, type ProviderSubject } from '../../persistence/officer-bindings.js';
import { type Account, officerOf, Officers } from '../../persistence/officers.js';
import { Sessions } from '../../persistence/sessions.js';
import { ProviderRefused } from '../../provider/provider-refusals.js';

@Injectable()
export class BindToProvider {
  constructor(
    private readonly transactions: Transactions,
    private readonly officers: Officers,
    private readonly bindings: OfficerBindings,
    private readonly sessions: Sessions,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Lets the official of a session be known by the provider's subject from now on.
   * @throws ProviderRefused `lapsed` when the session has ended; SubjectTaken
   */
  async execute(person: ProviderSubject, sessionId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const officerId = await this.sessions.ownerOf(tx, sessionId);
      const account = officerId === undefined ? undefined : await this.officers.locked(tx, officerId);
      if (!account || !(await this.sessions.locked(tx, sessionId))) throw new ProviderRefused('lapsed');
      await this.within(tx, account, person, { kind: 'officer', ...officerOf(account) });
    });
  }

  /**
   * The same by whoever runs the installation, for the account of an address; nothing when it is bound so already.
   * @throws NotAllowed unless the system acts; NotFound; SubjectTaken
   */
  async byAddress(email: string, person: ProviderSubject, actor: Actor): Promise<void> {
    if (actor.kind !== 'system') throw new NotAllowed('administrator');
    await this.transactions.run(async (tx) => {
      const account = await this.officers.byAddress(tx, accountAddress(email));
      if (!account) throw new NotFound('official');
      const bound = await this.bindings.locked(tx, person);
      if (bound?.id === account.id) return;
      await this.within(tx, account, person, actor);
    });
  }

  /**
   * Takes the binding of the acting official away; sessions that the provider opened end.
   * @throws NotAllowed; NotFound; DomainError `wrong-state` when no password would let them in
   */
  async remove(issuer: string, actor: Actor): Promise<void> {
    if (actor.kind !== 'officer') throw new NotAllowed('officer');
    await this.transactions.run(async (tx) => {
      const account = await this.officers.locked(tx, actor.id);
      if (!account?.hasPassword)
        throw new DomainError('wrong-state', 'set a password first: nothing else would let this official in');
      if (!(await this.bindings.remove(tx, actor.id, issuer))) throw new NotFound('binding');
      const subject = { kind: 'officer', id: actor.id };
      const data = { provider: issuer };
      await this.ledger.record(tx, { actor, act: 'officer.unbound-from-provider', subject, data });
    });
  }

  private async within(tx: Transaction, { id }: Account, person: ProviderSubject, actor: Actor): Promise<void> {
    await this.bindings.insert(tx, id, person);
    const subject = { kind: 'officer', id };
    const data = { provider: person.issuer };
    await this.ledger.record(tx, { actor, act: 'officer.bound-to-provider', subject, data });
  }
}
