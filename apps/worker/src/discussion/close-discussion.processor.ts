import { CloseDiscussion, closeDiscussionJob } from '#lib/discussion';
import type { Transaction } from '#lib/database';
import type { Processor } from '#lib/jobs';
import { Injectable } from '@nestjs/common';

@Injectable()
export class CloseDiscussionProcessor implements Processor<{ discussionId: string }> {
  readonly job = closeDiscussionJob;

  constructor(private readonly closeDiscussion: CloseDiscussion) {}

  async process({ discussionId }: { discussionId: string }, tx: Transaction): Promise<void> {
    await this.closeDiscussion.within(tx, discussionId);
  }
}
