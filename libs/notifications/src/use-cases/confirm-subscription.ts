import { Database, Transactions } from '#lib/database';
import { linkHash, LinkNotValid } from '#lib/privacy';
import { Injectable } from '@nestjs/common';
import { SubscriberAddresses } from '../mailboxes/subscriber-addresses.js';
import { type AskedSubscription, Subscriptions } from '../persistence/subscriptions.js';
import type { OwnSubscription } from './end-subscription.js';

/** Who reads the mailbox agrees to get the letters that were asked for. */
@Injectable()
export class ConfirmSubscription {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly subscriptions: Subscriptions,
    private readonly addresses: SubscriberAddresses,
  ) {}

  /** What the link of a letter asks; looking changes nothing. @throws LinkNotValid */
  async look(token: string): Promise<AskedSubscription> {
    return found(await this.subscriptions.look(this.database, linkHash(token)));
  }

  /** Uses the link up; of a draft that has ended nothing is kept. @throws LinkNotValid, also for one that was used before */
  async execute(token: string): Promise<OwnSubscription & AskedSubscription> {
    const hash = linkHash(token);
    const agreed = found(await this.transactions.run((tx) => this.subscriptions.confirm(tx, hash)));
    return { ...agreed, secret: this.addresses.secretOf(agreed.id) };
  }
}

function found(subscription: AskedSubscription | undefined): AskedSubscription {
  if (!subscription) throw new LinkNotValid();
  return subscription;
}
