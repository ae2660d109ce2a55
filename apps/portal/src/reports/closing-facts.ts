import { ConsiderationQueue, UndecidedRemarks } from '#lib/consideration';
import { type DiscussionDetails, type OutagesOfDiscussion, OutagesWithin } from '#lib/discussion';
import { pageRequest } from '#lib/kernel';
import { type Checklist, ClosingChecklist, LegalClock, type LegalTerm } from '#lib/reports';
import { profileById } from '#lib/time-limits';
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
  /** Of the first report; a target, no term of the Rules (AMB-13, REQ-69). Undefined where the profile sets none. */
  readonly term: LegalTerm | undefined;
}

@Injectable()
export class ClosingFacts {
  constructor(
    private readonly checklist: ClosingChecklist,
    private readonly undecided: UndecidedRemarks,
    private readonly queue: ConsiderationQueue,
    private readonly outages: OutagesWithin,
    private readonly clock: LegalClock,
  ) {}

  /** @throws DomainError `not-found` for another body's discussion */
  async of(discussion: DiscussionDetails, officer: OfficerActor): Promise<ClosingState> {
    const { id } = discussion;
    return {
      checklist: await this.checklist.of(discussion, officer),
      undecided: await this.undecided.of(id, NAMED),
      unconfirmed: await this.unconfirmedOf(discussion, officer),
      outages: await this.outages.execute(id),
      term: (await this.clock.of(id))?.terms.find((term) => term.id === 'publish-report'),
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
}
