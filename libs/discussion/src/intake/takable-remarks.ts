import { SignatureRefused } from '#lib/signatures';
import { Injectable } from '@nestjs/common';
import { assertConfirmed, assertSound } from '../domain/acceptable-remark.js';
import type { Arrival } from '../domain/acknowledgement.js';
import { idempotencyKey } from '../domain/idempotency-key.js';
import { SenderNotConfirmed } from '../domain/refusals.js';
import { AttachedFiles } from './attached-files.js';
import { IntakeAnswers } from './intake-answers.js';
import { type KnownDiscussion, KnownDiscussions } from './known-discussions.js';
import { RemarkSignatures } from './remark-signatures.js';
import type { SubmitRemarkInput, TakenRemark } from './taken-remark.js';

interface Takable {
  /** The discussion that the remark is for. */
  readonly discussion: KnownDiscussion;
  readonly remark: TakenRemark;
  /** SHA-256 of each of its attachments, hex. */
  readonly hashes: readonly string[];
}

/** What may be taken, and so be held until its turn. */
@Injectable()
export class TakableRemarks {
  constructor(
    private readonly discussions: KnownDiscussions,
    private readonly files: AttachedFiles,
    private readonly signatures: RemarkSignatures,
    private readonly answers: IntakeAnswers,
  ) {}

  /**
   * A retry gets what its first try got, though the confirmation of its sender has lapsed meanwhile (REQ-37).
   * @throws RemarkNotAcceptable, SignatureRefused, SenderNotConfirmed, DiscussionNotFound, IntakeTooBusy,
   *   DomainError `idempotency-key-invalid`, `attachment-refused`
   */
  async of(input: SubmitRemarkInput, arrival: Arrival): Promise<Takable> {
    const key = idempotencyKey(input.idempotencyKey);
    const discussion = await this.discussions.of(input.discussionId);
    assertSound(input, discussion);
    const hashes = await this.files.hashesOf(input.attachments);
    try {
      const remark = await this.signatures.verified(input, hashes, arrival);
      assertConfirmed(remark.sender, discussion);
      return { discussion, remark, hashes };
    } catch (error) {
      const isOfSender = error instanceof SenderNotConfirmed || error instanceof SignatureRefused;
      if (!isOfSender || !(await this.answers.knows(discussion.id, key))) throw error;
    }
    return { discussion, remark: input, hashes };
  }
}
