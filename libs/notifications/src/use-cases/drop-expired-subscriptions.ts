import { Transactions } from '#lib/database';
import { Injectable } from '@nestjs/common';
import { Subscriptions } from '../persistence/subscriptions.js';

/**
 * Law 94-V, article 12: an address whose mailbox did not answer within the hour is not kept, nor one whose draft came to its end
 * before it agreed, or a month ago, should its last letter never have been taken.
 */
@Injectable()
export class DropExpiredSubscriptions {
  constructor(
    private readonly transactions: Transactions,
    private readonly subscriptions: Subscriptions,
  ) {}

  /** @returns how many went; done twice is done once */
  execute(): Promise<number> {
    return this.transactions.run((tx) => this.subscriptions.dropExpired(tx));
  }
}
