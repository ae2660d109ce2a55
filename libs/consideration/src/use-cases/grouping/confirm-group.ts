import { type Transaction, Transactions } from '#lib/database';
import { type Actor, CLOCK, type Clock } from '#lib/kernel';
import { actorLabel } from '#lib/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { RemarksNotGroupable, SuggestionChanged, TooFewForGroup } from '../../domain/grouping/errors.js';
import { patiently } from '../../persistence/grouping/at-length.js';
import { assertGroupingOpen } from '../../persistence/grouping/open-discussion.js';
import {
  type OpenSuggestion,
  OpenSuggestions,
  type SuggestionSet,
} from '../../persistence/grouping/open-suggestions.js';
import { type GroupRow, RemarkGroups } from '../../persistence/grouping/remark-groups.js';
import { GroupActs } from './group-acts.js';
import { writtenNumbers } from './written-numbers.js';

export interface ConfirmGroupInput {
  readonly discussionId: string;
  readonly suggestionId: string;
  /** The digest of the remarks the officer saw, as the query of the suggestion gives it. */
  readonly seen: string;
  /** Numbers of the remarks that are not to be in the group. */
  readonly leaveOut?: readonly string[];
}

export interface ConfirmedGroup {
  readonly id: string;
  readonly no: number;
  /** All that are in it now. */
  readonly members: number;
}

@Injectable()
export class ConfirmGroup {
  constructor(
    private readonly transactions: Transactions,
    private readonly suggestions: OpenSuggestions,
    private readonly groups: RemarkGroups,
    private readonly acts: GroupActs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Makes a group of the suggested remarks, or lets them join the group they resemble (REQ-44): all but those left out, or none.
   * Each keeps its number, sender and instant.
   * @throws DomainError `not-found` (also for another body's), `not-allowed`, `wrong-state` before the close, `report-frozen`,
   *   `conflict` when the suggestion is no longer what was seen, `invalid-input` for a number that is none of it, or too few left
   */
  execute(input: ConfirmGroupInput, actor: Actor): Promise<ConfirmedGroup> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, input: ConfirmGroupInput, actor: Actor): Promise<ConfirmedGroup> {
    const { discussionId, suggestionId } = input;
    await assertGroupingOpen(tx, discussionId, actor);
    await patiently(tx);
    const { suggestion, set } = await this.suggestions.lockAsSeen(tx, discussionId, input);
    const leftOut = writtenNumbers(input.leaveOut ?? []);
    await this.assertConfirmable(tx, suggestion, set, leftOut);
    const group = await this.groupFor(tx, discussionId, suggestion, actor);
    const joined = await this.groups.addSuggested(tx, group.id, suggestionId, leftOut);
    if (joined !== set.size - leftOut.length) throw new SuggestionChanged();
    await this.groups.keepApart(tx, group.id, discussionId, leftOut);
    await this.suggestions.settle(tx, suggestionId, 'CONFIRMED');
    const represented = await this.representedBySomebodyInIt(tx, group);
    const act = suggestion.joinsGroupId === null ? 'group.confirmed' : 'group.joined';
    const { members } = await this.acts.record(tx, { act, discussionId, group: represented, data: { joined } }, actor);
    return { id: group.id, no: group.no, members };
  }

  private async assertConfirmable(
    tx: Transaction,
    suggestion: OpenSuggestion,
    { size }: SuggestionSet,
    leftOut: readonly string[],
  ): Promise<void> {
    const strangers = await this.suggestions.strangersAmong(tx, suggestion.id, leftOut);
    if (strangers.length > 0) throw new RemarksNotGroupable('unknown', strangers);
    if (size - leftOut.length < (suggestion.joinsGroupId === null ? 2 : 1)) throw new TooFewForGroup();
  }

  private async groupFor(
    tx: Transaction,
    discussionId: string,
    { kind, representativeId, joinsGroupId }: OpenSuggestion,
    actor: Actor,
  ): Promise<GroupRow> {
    if (joinsGroupId === null) {
      return this.groups.add(tx, { discussionId, kind, representativeId, by: actorLabel(actor), at: this.clock.now() });
    }
    const group = await this.groups.lock(tx, discussionId, { id: joinsGroupId });
    if (!group) throw new SuggestionChanged();
    return group;
  }

  /** The suggested representative may have been left out. */
  private async representedBySomebodyInIt(tx: Transaction, group: GroupRow): Promise<GroupRow> {
    if (await this.groups.has(tx, group.id, group.representativeId)) return group;
    const representativeId = (await this.groups.earliest(tx, group.id)) ?? group.representativeId;
    await this.groups.represent(tx, group.id, representativeId);
    return { ...group, representativeId };
  }
}
