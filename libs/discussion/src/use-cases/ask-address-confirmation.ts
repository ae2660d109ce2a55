import { type Transaction, Transactions } from '#lib/database';
import { linkHash, newLinkToken } from '#lib/identity';
import { Outbox } from '#lib/jobs';
import { type Language, newId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { RemarkNotAcceptable } from '../domain/refusals.js';
import { comparableValue } from '../domain/same-sender.js';
import { addressFaults } from '../domain/sender.js';
import { senderAddressGiven } from '../events.js';
import { KnownDiscussions } from '../intake/known-discussions.js';
import { AddressConfirmations } from '../persistence/address-confirmations.js';
import { Senders } from '../sealing/senders.js';

export interface AskAddressConfirmationInput {
  readonly discussionId: string;
  readonly address: string;
  /** Of the letter. */
  readonly language: Language;
}

/** AMB-20: who wants to send a remark says from which mailbox; the mailbox is asked by a letter. */
@Injectable()
export class AskAddressConfirmation {
  constructor(
    private readonly transactions: Transactions,
    private readonly discussions: KnownDiscussions,
    private readonly confirmations: AddressConfirmations,
    private readonly senders: Senders,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Sends a link, good once and for an hour, to the address; three letters an hour at most, whoever asks. Whether one goes cannot be
   * told by the answer.
   * @throws RemarkNotAcceptable for what is no address; DiscussionNotFound
   */
  async execute(input: AskAddressConfirmationInput): Promise<void> {
    const address = input.address.trim();
    const faults = addressFaults(address);
    if (faults.length > 0) throw new RemarkNotAcceptable(faults);
    const discussion = await this.discussions.of(input.discussionId);
    if (discussion.identity !== 'confirmed-email') return;
    await this.transactions.run((tx) => this.within(tx, { ...input, address }));
  }

  private async within(
    tx: Transaction,
    { discussionId, address, language }: AskAddressConfirmationInput,
  ): Promise<void> {
    const [id, token] = [newId(), newLinkToken()];
    const addressIndex = Buffer.from(this.senders.digest('email-to-confirm', comparableValue(address) ?? ''), 'hex');
    const asked = { id, discussionId, language, address, addressIndex, token, tokenHash: linkHash(token) };
    if (await this.confirmations.insert(tx, asked))
      await this.outbox.emit(tx, senderAddressGiven, { confirmationId: id });
  }
}
