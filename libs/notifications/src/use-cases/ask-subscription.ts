import { type Transaction, Transactions } from '#lib/database';
import { Outbox } from '#lib/jobs';
import { DomainError, type Language, newId } from '#lib/kernel';
import { newToken, tokenHash } from '#lib/privacy';
import { Injectable } from '@nestjs/common';
import { addressFault, type Subject } from '../domain/subscription.js';
import { subscriptionAsked } from '../jobs/subscription-events.js';
import { Subscriptions } from '../persistence/subscriptions.js';

export type AskSubscriptionInput = Subject & {
  readonly address: string;
  /** Of all letters, that which asks included. */
  readonly language: Language;
};

/** Who wants letters about a draft, or about the drafts of a body, says to which mailbox; the mailbox is asked by a letter. */
@Injectable()
export class AskSubscription {
  constructor(
    private readonly transactions: Transactions,
    private readonly subscriptions: Subscriptions,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Sends a link, good once and for an hour, to the address; three letters an hour at most, whoever asks. Neither whether one goes nor
   * whether the address is known can be told by the answer. That there is such a draft or body, the caller has seen.
   * @throws DomainError `invalid-input` with `details.faults` for what is no address
   */
  async execute(input: AskSubscriptionInput): Promise<void> {
    const fault = addressFault(input.address);
    if (fault)
      throw new DomainError('invalid-input', 'letters need an address', { faults: [{ field: 'address', fault }] });
    await this.transactions.run((tx) => this.within(tx, input));
  }

  private async within(tx: Transaction, input: AskSubscriptionInput): Promise<void> {
    const [id, token] = [newId(), newToken()];
    const asked = {
      id,
      discussionId: 'discussionId' in input ? input.discussionId : null,
      bodyId: 'bodyId' in input ? input.bodyId : null,
      scope: 'scope' in input ? input.scope : 'ALL',
      language: input.language,
      address: input.address.trim(),
      token,
      tokenHash: tokenHash(token),
    } as const;
    if (await this.subscriptions.insert(tx, asked))
      await this.outbox.emit(tx, subscriptionAsked, { subscriptionId: id });
  }
}
