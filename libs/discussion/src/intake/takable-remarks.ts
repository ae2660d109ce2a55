import { Injectable } from '@nestjs/common';
import { assertAcceptable } from '../domain/acceptable-remark.js';
import { idempotencyKey } from '../domain/idempotency-key.js';
import { SenderNotConfirmed } from '../domain/refusals.js';
import type { SubmitRemarkInput } from '../use-cases/submit-remark.js';
import { IntakeAnswers } from './intake-answers.js';
import { type KnownDiscussion, KnownDiscussions } from './known-discussions.js';

/** What may be taken, and so be held until its turn. */
@Injectable()
export class TakableRemarks {
  constructor(
    private readonly discussions: KnownDiscussions,
    private readonly answers: IntakeAnswers,
  ) {}

  /**
   * A retry gets what its first try got, though the confirmation of its sender has lapsed meanwhile (REQ-37).
   * @returns the discussion that the remark is for
   * @throws RemarkNotAcceptable, SenderNotConfirmed, DiscussionNotFound, DomainError `idempotency-key-invalid`
   */
  async discussionOf(input: SubmitRemarkInput): Promise<KnownDiscussion> {
    const key = idempotencyKey(input.idempotencyKey);
    const discussion = await this.discussions.of(input.discussionId);
    try {
      assertAcceptable(input, discussion);
    } catch (error) {
      const isRetry = error instanceof SenderNotConfirmed && (await this.answers.knows(discussion.id, key));
      if (!isRetry) throw error;
    }
    return discussion;
  }
}
