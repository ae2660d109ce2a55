import { type Transaction, Transactions } from '#lib/database';
import { type Actor, CLOCK, type Clock, DomainError } from '#lib/kernel';
import { actorLabel } from '#lib/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { decisionEntry } from '../decision-entry.js';
import { type DecisionInput, tidyDecision } from '../domain/decision.js';
import { AnswersChanged } from '../domain/errors.js';
import { GroupSplitApart } from '../domain/grouping/errors.js';
import { answersInView, membersOf } from '../persistence/answers-in-view.js';
import { checkDecision } from '../persistence/check-decision.js';
import { GroupPoints } from '../persistence/grouping/group-points.js';
import { type GroupName, GroupsUnderAnswer } from '../persistence/grouping/group-under-answer.js';
import { GroupActs } from './grouping/group-acts.js';

export interface DecideGroupInput extends DecisionInput, GroupName {
  /** Which point of each member, from 1. */
  readonly point?: number;
  /** What the officer saw in the preview (`AnswerPreview`). */
  readonly seen?: string;
}

@Injectable()
export class DecideGroup {
  constructor(
    private readonly transactions: Transactions,
    private readonly groups: GroupsUnderAnswer,
    private readonly points: GroupPoints,
    private readonly acts: GroupActs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Answers all standing remarks of a group once, or none (REQ-44): each gets the decision on a point of its own, counts by itself
   * and is told by itself. Who has this very decision already keeps it. One entry of the ledger tells of all, with their digest.
   * @returns on how many remarks the decision is new
   * @throws DomainError `not-found`, `not-allowed`, `wrong-state` (not closed; members split apart; nobody stands),
   *   `report-frozen`, `conflict` when it is not as it was seen, `invalid-input` with every fault and its clause
   */
  execute(input: DecideGroupInput, actor: Actor): Promise<number> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, input: DecideGroupInput, actor: Actor): Promise<number> {
    const { discussionId, no, point = 1, seen } = input;
    const group = await this.groups.lock(tx, { discussionId, no }, actor);
    if (seen !== undefined && (await answersInView(tx, membersOf(group.id), point)).seen !== seen) {
      throw new AnswersChanged();
    }
    const decision = tidyDecision(input);
    await checkDecision(tx, [group], decision);
    await this.points.ensureFirst(tx, group.id);
    const { points, numbers } = await this.points.unlike(tx, group.id);
    if (numbers.length > 0) throw new GroupSplitApart(no, numbers);
    if (point > points) throw new DomainError('invalid-input', `group ${no} has no point ${point}`, { point });
    const stamp = { by: actorLabel(actor), at: this.clock.now() };
    const decided = await this.points.decide(tx, { groupId: group.id, point, decision }, stamp);
    const data = { point, standing: group.standing, decided, ...decisionEntry(decision) };
    await this.acts.record(tx, { act: 'group.decided', discussionId, group, data }, actor);
    return decided;
  }
}
