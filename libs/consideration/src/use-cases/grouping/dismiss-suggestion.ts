import { type Transaction, Transactions } from '#lib/database';
import { type Actor, CLOCK, type Clock } from '#lib/kernel';
import { actorLabel, Ledger } from '#lib/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { patiently } from '../../persistence/grouping/at-length.js';
import { assertGroupingOpen } from '../../persistence/grouping/open-discussion.js';
import { OpenSuggestions } from '../../persistence/grouping/open-suggestions.js';

export interface DismissSuggestionInput {
  readonly discussionId: string;
  readonly suggestionId: string;
  /** The digest of the remarks the officer saw. */
  readonly seen: string;
}

@Injectable()
export class DismissSuggestion {
  constructor(
    private readonly transactions: Transactions,
    private readonly suggestions: OpenSuggestions,
    private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Says that the suggested remarks are no group; the same ones are not suggested again.
   * @throws DomainError as `ConfirmGroup`
   */
  execute(input: DismissSuggestionInput, actor: Actor): Promise<void> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, input: DismissSuggestionInput, actor: Actor): Promise<void> {
    const { discussionId, suggestionId } = input;
    await assertGroupingOpen(tx, discussionId, actor);
    await patiently(tx);
    const { suggestion, set } = await this.suggestions.lockAsSeen(tx, discussionId, input);
    await this.suggestions.dismiss(tx, discussionId, suggestion, { label: actorLabel(actor), at: this.clock.now() });
    await this.suggestions.settle(tx, suggestionId, 'DISMISSED');
    await this.ledger.record(tx, {
      actor,
      act: 'group.suggestion-dismissed',
      subject: { kind: 'discussion', id: discussionId },
      data: { members: set.size, membersSha256: set.digest },
    });
  }
}
