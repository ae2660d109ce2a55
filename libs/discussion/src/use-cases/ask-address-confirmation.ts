import { type Transaction, Transactions } from '#lib/database';
import { Outbox } from '#lib/jobs';
import { type Language, newId } from '#lib/kernel';
import { linkHash, newToken } from '#lib/privacy';
import { Injectable } from '@nestjs/common';
import { RemarkNotAcceptable } from '../domain/refusals.js';
import { addressFaults } from '../domain/sender.js';
import { takesMailbox } from '../domain/sender-confirmation.js';
import { senderAddressGiven } from '../events.js';
import { KnownDiscussions } from '../intake/known-discussions.js';
import { AddressConfirmations } from '../persistence/address-confirmations.js';

export interface AskAddressConfirmationInput {
  readonly discussionId: string;
  readonly address: string;
  /** Lineage id of the clause at which the form was opened; one that is not of the draft is left out. */
  readonly clauseId?: string;
  /** Of the letter. */
  readonly language: Language;
}

type Given = Omit<AskAddressConfirmationInput, 'clauseId'> & { readonly clauseId: string | null };

/** AMB-20: who wants to send a remark says from which mailbox; the mailbox is asked by a letter. */
@Injectable()
export class AskAddressConfirmation {
  constructor(
    private readonly transactions: Transactions,
    private readonly discussions: KnownDiscussions,
    private readonly confirmations: AddressConfirmations,
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
    if (!takesMailbox(discussion.identity)) return;
    const clauseId = input.clauseId && discussion.clauses.has(input.clauseId) ? input.clauseId : null;
    await this.transactions.run((tx) => this.within(tx, { ...input, address, clauseId }));
  }

  private async within(tx: Transaction, given: Given): Promise<void> {
    const [id, token] = [newId(), newToken()];
    const asked = { ...given, id, token, tokenHash: linkHash(token) };
    if (await this.confirmations.insert(tx, asked))
      await this.outbox.emit(tx, senderAddressGiven, { confirmationId: id });
  }
}
