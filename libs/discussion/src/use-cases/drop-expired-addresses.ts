import { Transactions } from '#lib/database';
import { Injectable } from '@nestjs/common';
import { AddressConfirmations } from '../persistence/address-confirmations.js';

/** Law 94-V, article 12: an address whose mailbox did not answer within the hour is not kept. */
@Injectable()
export class DropExpiredAddresses {
  constructor(
    private readonly transactions: Transactions,
    private readonly confirmations: AddressConfirmations,
  ) {}

  /** @returns how many went; done twice is done once */
  execute(): Promise<number> {
    return this.transactions.run((tx) => this.confirmations.dropExpired(tx));
  }
}
