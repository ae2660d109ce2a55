import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import type { Acknowledgement, Arrival } from '../domain/acknowledgement.js';
import { IntakeRows } from '../intake/intake-rows.js';
import { queuedRow } from '../intake/queued-row.js';
import { RemarkIntake } from '../intake/remark-intake.js';
import { IntakeAnswers } from '../intake/intake-answers.js';
import { TakableRemarks } from '../intake/takable-remarks.js';
import type { SubmitRemarkInput } from '../intake/taken-remark.js';

export type { SubmitRemarkInput };

/** REQ-30..39: takes one remark or proposal sent on line. */
@Injectable()
export class SubmitRemark {
  constructor(
    private readonly takable: TakableRemarks,
    private readonly rows: IntakeRows,
    private readonly intake: RemarkIntake,
    private readonly answers: IntakeAnswers,
  ) {}

  /**
   * Acknowledged means committed, and on time by the database clock (R8.4). The same key again gives the same acknowledgement.
   * @param arrival milliseconds since the complete request arrived, by the caller's monotonic clock; or the instant of a ticket
   * @throws RemarkNotAcceptable, SignatureRefused, SenderNotConfirmed, DiscussionNotFound, DiscussionClosed (with the number of the refusal notice),
   *   DiscussionWithdrawn, DiscussionNotOpen, IntakeTooBusy, RequestInProgress, IdempotencyKeyReused,
   *   DomainError `idempotency-key-invalid`, `attachment-refused`
   */
  async execute(input: SubmitRemarkInput, arrival: Arrival): Promise<Acknowledgement> {
    const completeAt = performance.now() - arrival.elapsedMs;
    const { discussion, remark, hashes } = await this.takable.of(input, arrival);
    const row = this.rows.of(remark, hashes, arrival.arrivedAt);
    const judgement = await this.intake.submit(queuedRow(row, discussion.no, completeAt));
    return this.answers.answer(row, judgement);
  }
}
