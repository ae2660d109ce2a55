import { ConsiderationQueue, UndecidedRemarks } from '#lib/consideration';
import { type DiscussionDetails, type OutagesOfDiscussion, OutagesWithin } from '#lib/discussion';
import { DomainError, type LegalDay, pageRequest } from '#lib/kernel';
import { type Checklist, ClosingChecklist } from '#lib/reports';
import { dutyDates, hasDuty, profileById } from '#lib/time-limits';
import { LoadWorkingCalendar } from '#lib/working-calendar';
import { Injectable } from '@nestjs/common';
import type { OfficerActor } from '../rights/person.js';

/** Numbers that are named; the rest is for the queue. */
const NAMED = 20;

/** What has still to be done, and what a signer is warned of, as it is now. */
export interface ClosingState {
  readonly checklist: Checklist;
  /** The first undecided remarks by number. */
  readonly undecided: readonly string[];
  /** The first decided ones that wait for a second officer; null where the profile asks for none. */
  readonly unconfirmed: { readonly numbers: readonly string[]; readonly hasMore: boolean } | null;
  readonly outages: OutagesOfDiscussion;
  /** By when the report is to be there; a target, no term of the Rules (AMB-13, REQ-69). */
  readonly target: LegalDay | null;
}

@Injectable()
export class ClosingFacts {
  constructor(
    private readonly checklist: ClosingChecklist,
    private readonly undecided: UndecidedRemarks,
    private readonly queue: ConsiderationQueue,
    private readonly outages: OutagesWithin,
    private readonly calendar: LoadWorkingCalendar,
  ) {}

  /** @throws DomainError `not-found` for another body's discussion */
  async of(discussion: DiscussionDetails, officer: OfficerActor): Promise<ClosingState> {
    const { id } = discussion;
    return {
      checklist: await this.checklist.of(discussion, officer),
      undecided: await this.undecided.of(id, NAMED),
      unconfirmed: await this.unconfirmedOf(discussion, officer),
      outages: await this.outages.execute(id),
      target: await this.targetOf(discussion),
    };
  }

  private async unconfirmedOf(
    { id, profileId }: DiscussionDetails,
    officer: OfficerActor,
  ): Promise<ClosingState['unconfirmed']> {
    if (!profileById(profileId).secondOfficer.decisions) return null;
    const { items, next } = await this.queue.of(id, officer, pageRequest(NAMED), { unconfirmedOnly: true });
    return { numbers: items.map(({ number }) => number), hasMore: next !== undefined };
  }

  private async targetOf({ profileId, lastDay }: DiscussionDetails): Promise<LegalDay | null> {
    const profile = profileById(profileId);
    if (lastDay === null || !hasDuty(profile, 'publish-report')) return null;
    try {
      return dutyDates(profile, 'publish-report', lastDay, await this.calendar.execute()).lastDay;
    } catch (error) {
      // A year without a calendar: no target is better than a wrong one.
      if (error instanceof DomainError && error.code === 'term-not-computable') return null;
      throw error;
    }
  }
}
