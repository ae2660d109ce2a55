import { Transactions } from '#lib/database';
import { type Actor, DomainError, type Language, newId, type Role } from '#lib/kernel';
import { actorLabel, Ledger } from '#lib/ledger';
import { Outbox } from '#lib/jobs';
import { linkHash, newToken } from '#lib/privacy';
import { Injectable } from '@nestjs/common';
import { accountAddress, invitationFaults, type OfficerFault } from '../../domain/officer-facts.js';
import { requireRole } from '../../domain/rights.js';
import { officerInvited } from '../../events.js';
import { aboutInvitation } from '../../mailed-link.js';
import { Invitations } from '../../persistence/invitations.js';
import { Sealing } from '../../sealing.js';

export interface InviteOfficerInput {
  readonly email: string;
  readonly bodyId: string;
  readonly roles: readonly Role[];
  /** Of the letter and of the account's pages. */
  readonly language: Language;
}

/** `details.faults` names each field at fault. */
export class OfficerNotInvited extends DomainError {
  constructor(faults: readonly OfficerFault[]) {
    const named = faults.map(({ field, fault }) => `${field} ${fault}`).join(', ');
    super('invalid-input', `nobody was invited: ${named}`, { faults });
  }
}

@Injectable()
export class InviteOfficer {
  constructor(
    private readonly transactions: Transactions,
    private readonly invitations: Invitations,
    private readonly sealing: Sealing,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Sends a link to an address, good once and for seven days, by which its holder makes the account.
   * @returns the invitation's id
   * @throws NotAllowed unless an administrator acts; OfficerNotInvited; AddressTaken; InvitationOpen; BodyUnknown
   */
  async execute(input: InviteOfficerInput, actor: Actor): Promise<string> {
    requireRole(actor, 'administrator');
    const invited = { ...input, email: accountAddress(input.email), roles: [...new Set(input.roles)] };
    const faults = invitationFaults(invited);
    if (faults.length > 0) throw new OfficerNotInvited(faults);
    const [id, token] = [newId(), newToken()];
    const link = { tokenHash: linkHash(token), sealedToken: this.sealing.seal(token, aboutInvitation(id)) };
    await this.transactions.run(async (tx) => {
      await this.invitations.insert(tx, { id, ...invited, ...link, invitedBy: actorLabel(actor) });
      const subject = { kind: 'invitation', id };
      const data = { bodyId: invited.bodyId, roles: invited.roles };
      await this.ledger.record(tx, { actor, act: 'officer.invited', subject, data });
      await this.outbox.emit(tx, officerInvited, { invitationId: id });
    });
    return id;
  }
}
