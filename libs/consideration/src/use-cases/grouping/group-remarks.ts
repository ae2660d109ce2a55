import { type Transaction, Transactions } from '#lib/database';
import { type Actor, CLOCK, type Clock, DomainError } from '#lib/kernel';
import { actorLabel } from '#lib/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { GroupNotFound, RemarksNotGroupable, TooFewForGroup } from '../../domain/grouping/errors.js';
import { assertGroupingOpen } from '../../persistence/grouping/open-discussion.js';
import { type GroupRow, RemarkGroups, type RemarkToGroup } from '../../persistence/grouping/remark-groups.js';
import type { ConfirmedGroup } from './confirm-group.js';
import { GroupActs } from './group-acts.js';
import { writtenNumbers } from './written-numbers.js';

export interface GroupRemarksInput {
  readonly discussionId: string;
  /** 2 to 500; one is enough to join a group. */
  readonly numbers: readonly string[];
  /** The group they are to join; without it they make a new one. */
  readonly joins?: number;
}

const MOST_BY_HAND = 500;

@Injectable()
export class GroupRemarks {
  constructor(
    private readonly transactions: Transactions,
    private readonly groups: RemarkGroups,
    private readonly acts: GroupActs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Makes a group of remarks an officer has chosen, or adds them to one (REQ-43, REQ-44): all or none. The earliest represents a
   * new group.
   * @throws DomainError as `ConfirmGroup`; `conflict` with the numbers of those that do not stand or are in a group already
   */
  execute(input: GroupRemarksInput, actor: Actor): Promise<ConfirmedGroup> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(
    tx: Transaction,
    { discussionId, numbers, joins }: GroupRemarksInput,
    actor: Actor,
  ): Promise<ConfirmedGroup> {
    await assertGroupingOpen(tx, discussionId, actor);
    const chosen = await this.groupable(tx, discussionId, writtenNumbers(numbers), joins === undefined ? 2 : 1);
    const group = await this.groupFor(tx, { discussionId, chosen, joins }, actor);
    const ids = chosen.map(({ id }) => id);
    const joined = await this.groups.addChosen(tx, group.id, ids);
    if (joined === undefined)
      throw new RemarksNotGroupable(
        'in-a-group',
        chosen.map(({ number }) => number),
      );
    const act = joins === undefined ? 'group.confirmed' : 'group.joined';
    const { members } = await this.acts.record(tx, { act, discussionId, group, data: { joined } }, actor);
    return { id: group.id, no: group.no, members };
  }

  private async groupable(tx: Transaction, discussionId: string, numbers: readonly string[], least: number) {
    if (numbers.length < least) throw new TooFewForGroup();
    if (numbers.length > MOST_BY_HAND) {
      throw new DomainError('invalid-input', `${MOST_BY_HAND} remarks at most are grouped by hand at once`, {
        faults: [{ field: 'numbers', fault: 'too-many', most: MOST_BY_HAND }],
      });
    }
    const found = await this.groups.find(tx, discussionId, numbers);
    const known = new Set(found.map(({ number }) => number));
    refuseSome(
      'unknown',
      numbers.filter((number) => !known.has(number)),
    );
    refuseSome(
      'not-standing',
      found.filter(({ isStanding }) => !isStanding).map(({ number }) => number),
    );
    refuseSome(
      'in-a-group',
      found.filter(({ isGrouped }) => isGrouped).map(({ number }) => number),
    );
    return found;
  }

  private async groupFor(
    tx: Transaction,
    { discussionId, chosen, joins }: { discussionId: string; chosen: readonly RemarkToGroup[]; joins?: number },
    actor: Actor,
  ): Promise<GroupRow> {
    if (joins === undefined) {
      const facts = { by: actorLabel(actor), at: this.clock.now() };
      return this.groups.add(tx, { discussionId, kind: 'BY_HAND', representativeId: chosen[0]?.id ?? '', ...facts });
    }
    const group = await this.groups.lock(tx, discussionId, { no: joins });
    if (!group) throw new GroupNotFound(joins);
    return group;
  }
}

function refuseSome(fault: 'unknown' | 'not-standing' | 'in-a-group', numbers: readonly string[]): void {
  if (numbers.length > 0) throw new RemarksNotGroupable(fault, numbers);
}
