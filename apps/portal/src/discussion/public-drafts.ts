import { type AnchoredRemarks, DiscussionById, type DiscussionDetails, RemarkCounts } from '#lib/discussion';
import { type DraftReadout, DraftTexts } from '#lib/drafting';
import { Injectable } from '@nestjs/common';

/** A placed draft as everybody reads it. */
export interface PublicDraft {
  readonly discussion: DiscussionDetails;
  readonly draft: DraftReadout;
  readonly counts: readonly AnchoredRemarks[];
}

@Injectable()
export class PublicDrafts {
  constructor(
    private readonly discussions: DiscussionById,
    private readonly texts: DraftTexts,
    private readonly counts: RemarkCounts,
  ) {}

  /** @throws DiscussionNotFound also for a draft that was never placed */
  async byDiscussion(id: string): Promise<PublicDraft> {
    const discussion = await this.discussions.execute(id);
    const [draft, counts] = await Promise.all([
      this.texts.byVersion(discussion.versionId),
      this.counts.of(discussion.id),
    ]);
    return { discussion, draft, counts };
  }
}
