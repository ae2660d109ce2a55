import { Database, Transactions } from '#lib/database';
import { linkHash, LinkNotValid } from '#lib/privacy';
import { Injectable } from '@nestjs/common';
import type { ConfirmedAddress } from '../domain/sender-confirmation.js';
import { AddressConfirmations, type OpenAddressConfirmation } from '../persistence/address-confirmations.js';

/** What the press of the button confirms, and at which clause the form was opened before. */
export interface AgreedMailbox {
  readonly confirmation: ConfirmedAddress;
  /** Lineage id. */
  readonly clauseId: string | null;
}

/** AMB-20: who reads the mailbox agrees to send remarks in the discussion from it. */
@Injectable()
export class ConfirmAddress {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly confirmations: AddressConfirmations,
  ) {}

  /** What the link of a letter asks; looking changes nothing. @throws LinkNotValid */
  async look(token: string): Promise<AgreedMailbox> {
    return confirmed(await this.confirmations.look(this.database, linkHash(token)));
  }

  /** Uses the link up; nothing of the address is kept here any more. @throws LinkNotValid, also for one that was used before */
  async execute(token: string): Promise<AgreedMailbox> {
    const hash = linkHash(token);
    return confirmed(await this.transactions.run((tx) => this.confirmations.take(tx, hash)));
  }
}

function confirmed(found: OpenAddressConfirmation | undefined): AgreedMailbox {
  if (!found) throw new LinkNotValid();
  const { discussionId, address, clauseId } = found;
  return { confirmation: { kind: 'email', address, discussionId }, clauseId };
}
