import type { Transaction } from '#lib/database';
import { Outbox } from '#lib/jobs';
import { type Instant, plusMilliseconds } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { isLast } from '../domain/subscription.js';
import { subscriberAwaitsLetter, subscribersToTell } from '../jobs/subscription-events.js';
import { SubscriberAddresses } from '../mailboxes/subscriber-addresses.js';
import { type Notice, type Occasion, SubscriberNotices } from '../persistence/subscriber-notices.js';
import { type Subscription, Subscriptions } from '../persistence/subscriptions.js';

const START = '00000000-0000-0000-0000-000000000000';
const END = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
/** Letters of a page, and the pause after it: 1,200 a minute of one notice at most, so that receipts never stand behind tens of thousands. */
const PAGE = 200;
const PAUSE_MS = 10_000;

/** What a letter to one subscriber says. */
export interface SubscriberLetter {
  readonly notice: Notice;
  readonly subscription: Subscription;
  /** Of the links by which it ends. */
  readonly secret: string;
}

/** Tells subscribers of what happened, each once, page by page: however many there are, a page is all that is held. */
@Injectable()
export class TellSubscribers {
  constructor(
    private readonly notices: SubscriberNotices,
    private readonly subscriptions: Subscriptions,
    private readonly addresses: SubscriberAddresses,
    private readonly outbox: Outbox,
  ) {}

  /** What was written down before is not told again. @returns how many are new */
  async note(tx: Transaction, occasions: readonly Occasion[]): Promise<number> {
    if (occasions.length === 0) return 0;
    const added = await this.notices.add(tx, occasions);
    if (added.length > 0)
      await this.outbox.emitMany(
        tx,
        subscribersToTell,
        added.map((noticeId) => ({ noticeId, after: START })),
      );
    return added.length;
  }

  /** One page: a letter is owed to each of it, and the next page a moment later. With the caller's transaction all of it, or nothing; twice is once. */
  async page(tx: Transaction, { noticeId, after }: { noticeId: string; after: string }): Promise<void> {
    const notice = await this.notices.at(tx, noticeId, after);
    if (!notice) return;
    const told = await this.notices.page(tx, notice, PAGE);
    const goesOn = told.length === PAGE ? told.at(-1) : undefined;
    // At the end an id from which no page begins: the last page, were it to come again, would otherwise begin with the first mailbox.
    await this.notices.reach(tx, notice, goesOn?.id ?? END, goesOn?.mailbox ?? null);
    await this.outbox.emitMany(
      tx,
      subscriberAwaitsLetter,
      told.map(({ id: subscriptionId }) => ({ noticeId, subscriptionId })),
    );
    if (!goesOn) return;
    const [clock] = await tx.query<{ now: Instant }>('select clock_timestamp() as now');
    await this.outbox.emit(
      tx,
      subscribersToTell,
      { noticeId, after: goesOn.id },
      clock && plusMilliseconds(clock.now, PAUSE_MS),
    );
  }

  /** Undefined when the subscription ended meanwhile. */
  async letter(
    tx: Transaction,
    { noticeId, subscriptionId }: { noticeId: string; subscriptionId: string },
  ): Promise<SubscriberLetter | undefined> {
    const [notice, subscription] = [
      await this.notices.byId(tx, noticeId),
      await this.subscriptions.byId(tx, subscriptionId),
    ];
    return notice && subscription && { notice, subscription, secret: this.addresses.secretOf(subscription.id) };
  }

  /** After the letter: one about a draft ends with the last that is told of it. */
  async sent(tx: Transaction, { notice, subscription }: SubscriberLetter): Promise<void> {
    if (isLast(notice.happening) && subscription.discussionId !== null)
      await this.subscriptions.remove(tx, [subscription.id]);
  }
}
