import { DiscussionById, type DiscussionDetails } from '#lib/discussion';
import { requireOwnBody } from '#lib/identity';
import { Injectable } from '@nestjs/common';
import type { OfficerActor } from '../rights/person.js';

/** A discussion in the hands of the body that develops the draft. */
@Injectable()
export class OwnDiscussion {
  constructor(private readonly discussions: DiscussionById) {}

  /** @throws NotFound also for another body's */
  async of(id: string, officer: OfficerActor): Promise<DiscussionDetails> {
    const discussion = await this.discussions.execute(id);
    requireOwnBody(officer, discussion.developerId, 'discussion');
    return discussion;
  }
}
