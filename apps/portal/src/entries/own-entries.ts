import { type DiscussionDetails, EntryById, type EntryDetails } from '#lib/discussion';
import { Injectable } from '@nestjs/common';
import { OwnDiscussion } from '../consideration/own-discussion.js';
import type { OfficerActor } from '../rights/person.js';

/** Letters typed in, in the hands of the body that develops the draft. */
@Injectable()
export class OwnEntries {
  constructor(
    private readonly discussions: OwnDiscussion,
    private readonly entries: EntryById,
  ) {}

  /** @throws NotFound also for another body's */
  discussion(id: string, officer: OfficerActor): Promise<DiscussionDetails> {
    return this.discussions.of(id, officer);
  }

  /** @throws DomainError `not-found` also for another body's, or another discussion's */
  of(discussionId: string, entryId: string, officer: OfficerActor): Promise<EntryDetails> {
    return this.entries.execute({ discussionId, entryId }, officer);
  }
}
