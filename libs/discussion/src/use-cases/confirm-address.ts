import { Database, Transactions } from '#lib/database';
import { linkHash, LinkNotValid } from '#lib/identity';
import { Injectable } from '@nestjs/common';
import type { ConfirmedAddress } from '../domain/sender-confirmation.js';
import { AddressConfirmations } from '../persistence/address-confirmations.js';

/** AMB-20: who reads the mailbox agrees to send remarks in the discussion from it. */
@Injectable()
export class ConfirmAddress {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly confirmations: AddressConfirmations,
  ) {}

  /** What the link of a letter asks; looking changes nothing. @throws LinkNotValid */
  async look(token: string): Promise<ConfirmedAddress> {
    return confirmed(await this.confirmations.look(this.database, linkHash(token)));
  }

  /** Uses the link up; nothing of the address is kept here any more. @throws LinkNotValid, also for one that was used before */
  async execute(token: string): Promise<ConfirmedAddress> {
    const hash = linkHash(token);
    return confirmed(await this.transactions.run((tx) => this.confirmations.take(tx, hash)));
  }
}

function confirmed(found: { readonly discussionId: string; readonly address: string } | undefined): ConfirmedAddress {
  if (!found) throw new LinkNotValid();
  return { kind: 'email', ...found };
}
