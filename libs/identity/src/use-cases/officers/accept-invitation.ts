import { Database, Transactions } from '#lib/database';
import { Ledger } from '#lib/ledger';
import { linkHash, LinkNotValid } from '#lib/privacy';
import { Injectable } from '@nestjs/common';
import { officerFaults } from '../../domain/officer-facts.js';
import { isLeakedPassword } from '../../leaked-passwords.js';
import { hashPassword } from '../../passwords.js';
import { Invitations, type OpenInvitation } from '../../persistence/invitations.js';
import { Officers } from '../../persistence/officers.js';
import { OfficerNotCreated } from '../create-officer.js';

export interface AcceptInvitationInput {
  readonly token: string;
  readonly name: string;
  readonly password: string;
}

@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly invitations: Invitations,
    private readonly officers: Officers,
    private readonly ledger: Ledger,
  ) {}

  /** What a link invites to; looking changes nothing. @throws LinkNotValid */
  async look(token: string): Promise<OpenInvitation> {
    const invitation = await this.invitations.byToken(this.database, linkHash(token));
    if (!invitation) throw new LinkNotValid();
    return invitation;
  }

  /**
   * Makes the account of the invited address: body, roles and address are the invitation's, name and password the person's.
   * @returns the officer's id
   * @throws LinkNotValid, OfficerNotCreated, AddressTaken
   */
  async execute({ token, password, ...input }: AcceptInvitationInput): Promise<string> {
    const { email, bodyId, roles, language } = await this.look(token);
    const officer = { email, bodyId, roles, language, name: input.name.normalize('NFC').trim() };
    const faults = officerFaults(officer, password, isLeakedPassword);
    if (faults.length > 0) throw new OfficerNotCreated(faults);
    const passwordHash = await hashPassword(password);
    return this.transactions.run(async (tx) => {
      const accepted = await this.invitations.accept(tx, linkHash(token));
      if (!accepted) throw new LinkNotValid();
      const id = await this.officers.insert(tx, officer, passwordHash);
      await this.ledger.record(tx, {
        actor: { kind: 'officer', id, name: officer.name, bodyId, roles },
        act: 'officer.invitation-accepted',
        subject: { kind: 'officer', id },
        data: { bodyId, roles, invitation: accepted.id },
      });
      return id;
    });
  }
}
