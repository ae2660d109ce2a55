import { Database, Transactions } from '#lib/database';
import { isId } from '#lib/kernel';
import { LinkNotValid } from '#lib/privacy';
import { Injectable } from '@nestjs/common';
import { SubscriberAddresses } from '../mailboxes/subscriber-addresses.js';
import { type Subscription, Subscriptions } from '../persistence/subscriptions.js';

/** What the links of a letter name. */
export interface SubscriptionLink {
  readonly id: string;
  readonly secret: string;
}

/** A subscription with the secret of its own links. */
export interface OwnSubscription extends Subscription {
  readonly secret: string;
}

/** Who got a letter sees what else the mailbox gets, and ends what it likes; what has ended is not kept (law 94-V, article 8). */
@Injectable()
export class EndSubscription {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly subscriptions: Subscriptions,
    private readonly addresses: SubscriberAddresses,
  ) {}

  /** All of the mailbox; empty when this one has ended. Looking changes nothing. @throws LinkNotValid */
  async look(link: SubscriptionLink): Promise<OwnSubscription[]> {
    this.assertValid(link);
    const all = await this.subscriptions.beside(this.database, link.id);
    return all.map((each) => ({ ...each, secret: this.addresses.secretOf(each.id) }));
  }

  /** Done twice is done once. @returns what the mailbox still gets @throws LinkNotValid */
  async execute(link: SubscriptionLink): Promise<OwnSubscription[]> {
    const all = await this.look(link);
    await this.transactions.run((tx) => this.subscriptions.remove(tx, [link.id]));
    return all.filter(({ id }) => id !== link.id);
  }

  /** Ends everything of the mailbox. @throws LinkNotValid */
  async all(link: SubscriptionLink): Promise<void> {
    const ids = (await this.look(link)).map(({ id }) => id);
    await this.transactions.run((tx) => this.subscriptions.remove(tx, ids));
  }

  private assertValid({ id, secret }: SubscriptionLink): void {
    if (!isId(id)) throw new LinkNotValid();
    this.addresses.assertSecret(id, secret);
  }
}
