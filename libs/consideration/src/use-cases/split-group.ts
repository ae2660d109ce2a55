import { type Transaction, Transactions } from '#lib/database';
import { type Actor, CLOCK, type Clock } from '#lib/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { sha256 } from '../decision-entry.js';
import { SplitRefused } from '../domain/errors.js';
import { type PointSpan, splitFaults } from '../domain/point.js';
import { GroupPoints } from '../persistence/grouping/group-points.js';
import { type GroupName, GroupsUnderAnswer } from '../persistence/grouping/group-under-answer.js';
import { GroupActs } from './grouping/group-acts.js';

export interface SplitGroupInput extends GroupName {
  /** The passages of each point in the remark that stands for the group; one point without passages is the whole remark. */
  readonly points: readonly (readonly PointSpan[])[];
}

@Injectable()
export class SplitGroup {
  constructor(
    private readonly transactions: Transactions,
    private readonly groups: GroupsUnderAnswer,
    private readonly points: GroupPoints,
    private readonly acts: GroupActs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Splits all standing remarks of a group into the same points (REQ-44, REQ-51). A member's point quotes the passage where it has
   * these very words; where its words differ, the point stands without a quote. Points of before are retired with their decisions.
   * @returns how many passages were found in the members
   * @throws DomainError `invalid-input` with `details.faults`; otherwise as `DecideGroup`
   */
  execute(input: SplitGroupInput, actor: Actor): Promise<number> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, { discussionId, no, points }: SplitGroupInput, actor: Actor): Promise<number> {
    const group = await this.groups.lock(tx, { discussionId, no }, actor);
    const faults = splitFaults(points, group);
    if (faults.length > 0) throw new SplitRefused(group.number, faults);
    await this.points.splitAnew(tx, group.id, points.length, this.clock.now());
    const found = await this.points.quote(tx, group.id, group.representativeId, points);
    const data = { points: points.length, passagesSha256: sha256(JSON.stringify(points)) };
    await this.acts.record(tx, { act: 'group.split', discussionId, group, data }, actor);
    return found;
  }
}
