import { Transactions } from '#lib/database';
import { LetterAboutDraft } from '#lib/discussion';
import { TellSubscribers } from '#lib/notifications';
import { Injectable } from '@nestjs/common';

/** What no act tells of, and subscribers are to hear: that a close is near, and that a draft was approved. */
@Injectable()
export class NoteWhatIsDue {
  constructor(
    private readonly transactions: Transactions,
    private readonly drafts: LetterAboutDraft,
    private readonly tellSubscribers: TellSubscribers,
  ) {}

  /** What was noted before is not noted again. */
  run(): Promise<void> {
    return this.transactions.run(async (tx) => {
      const closing = await this.drafts.closingSoon(tx);
      const approved = await this.drafts.approvedUntold(tx);
      await this.tellSubscribers.note(tx, [
        ...closing.map(({ discussionId, developerId: bodyId, closeAt: about }) => ({
          discussionId,
          bodyId,
          happening: 'CLOSING_SOON' as const,
          about,
        })),
        ...approved.map(({ discussionId, developerId: bodyId, approvedAt: happenedAt }) => ({
          discussionId,
          bodyId,
          happening: 'APPROVED' as const,
          about: '',
          happenedAt,
        })),
      ]);
    });
  }
}
