import { CloseDiscussion, DueDiscussions } from '#lib/discussion';
import { Injectable, Logger } from '@nestjs/common';

@Injectable()
export class CloseDueDiscussions {
  private readonly logger = new Logger('Reconciler');

  constructor(
    private readonly due: DueDiscussions,
    private readonly closeDiscussion: CloseDiscussion,
  ) {}

  /** One that fails does not hold up the others. */
  async run(): Promise<void> {
    for (const discussionId of await this.due.list()) {
      await this.closeDiscussion.execute(discussionId).catch((error: unknown) => {
        this.logger.error({ msg: 'closing failed', discussionId, error: String(error) });
      });
    }
  }
}
