import { Transactions } from '#lib/database';
import type { Actor } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { NotFound, requireRole } from '../../domain/rights.js';
import { Invitations } from '../../persistence/invitations.js';

@Injectable()
export class WithdrawInvitation {
  constructor(
    private readonly transactions: Transactions,
    private readonly invitations: Invitations,
    private readonly ledger: Ledger,
  ) {}

  /** Its link is worth nothing from now on. @throws NotAllowed; NotFound when it is not open */
  async execute(invitationId: string, actor: Actor): Promise<void> {
    requireRole(actor, 'administrator');
    await this.transactions.run(async (tx) => {
      if (!(await this.invitations.withdraw(tx, invitationId))) throw new NotFound('invitation');
      const subject = { kind: 'invitation', id: invitationId };
      await this.ledger.record(tx, { actor, act: 'officer.invitation-withdrawn', subject });
    });
  }
}
