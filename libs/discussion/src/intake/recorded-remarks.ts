import { performance } from 'node:perf_hooks';
import type { Transaction } from '#lib/database';
import { type Actor, DomainError, type Instant } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { Fault } from '../domain/fault.js';
import { contentFaults, type RemarkContent } from '../domain/remark-content.js';
import { DiscussionNotOpen, DiscussionWithdrawn, RemarkNotAcceptable } from '../domain/refusals.js';
import { lineFaults, type Sender, senderFaults } from '../domain/sender.js';
import { AttachedFiles } from './attached-files.js';
import type { Judgement, RecordedChannel } from './intake-row.js';
import { IntakeRows } from './intake-rows.js';
import { type KnownDiscussion, KnownDiscussions } from './known-discussions.js';
import { type QueuedRow, queuedRow } from './queued-row.js';
import { type ClaimOfFiles, writeRecorded } from './write-recorded.js';

export interface ReceivedRemark {
  readonly channel: RecordedChannel;
  /** When it was in the body's hands, by the evidence (REQ-41, REQ-42). */
  readonly arrivedAt: Instant;
  readonly content: RemarkContent;
  readonly sender: Sender;
  readonly attachments?: readonly string[];
  /** The office's own number of the letter, one line up to 500 characters. */
  readonly registration?: string;
  /** Recording the same row under the same key again records nothing. */
  readonly idempotencyKey?: string;
}

/** How one of them was found by its arrival; a late one has the number of its refusal notice (R8.4). */
export interface RecordedRemark {
  readonly verdict: 'ON_TIME' | 'LATE' | 'RECORDED_BEFORE';
  /** Of the remark, or of the late arrival; null for what was recorded before. */
  readonly id: string | null;
  readonly number: string | null;
  readonly receivedAt: Instant;
  readonly closeAt: Instant | null;
  readonly profileId: string;
}

const CHUNK = 500;

/** Writes what did not come on line, by the statement and the test of lateness that take what does. */
@Injectable()
export class RecordedRemarks {
  constructor(
    private readonly discussions: KnownDiscussions,
    private readonly files: AttachedFiles,
    private readonly rows: IntakeRows,
  ) {}

  /**
   * All or none, in the order given. Whose discussion it is and whether it may still be recorded is the caller's question.
   * @throws RemarkNotAcceptable (faults carry the row), DiscussionNotFound, DiscussionNotOpen, DiscussionWithdrawn,
   *   DomainError `invalid-input` (an arrival in the future), `attachment-refused`
   */
  async write(
    tx: Transaction,
    discussionId: string,
    received: readonly ReceivedRemark[],
    actor: Actor,
    claim: ClaimOfFiles = 'now',
  ): Promise<RecordedRemark[]> {
    const discussion = await this.discussions.of(discussionId, tx);
    assertAcceptable(received, discussion);
    const recorded: RecordedRemark[] = [];
    for (let start = 0; start < received.length; start += CHUNK) {
      const rows = await this.rowsOf(tx, discussion, received.slice(start, start + CHUNK));
      const judgements = await writeRecorded(tx, rows, actor, claim);
      recorded.push(...rows.map((row, position) => recordedAs(row, judgements[position])));
    }
    return recorded;
  }

  private async rowsOf(
    tx: Transaction,
    { id: discussionId, no }: KnownDiscussion,
    received: readonly ReceivedRemark[],
  ) {
    const queued: QueuedRow[] = [];
    for (const { arrivedAt, registration, ...submission } of received) {
      const hashes = await this.files.hashesOf(submission.attachments, tx);
      const row = { ...this.rows.of({ ...submission, discussionId }, hashes), arrived_at: arrivedAt, registration };
      queued.push(queuedRow(row, no, performance.now()));
    }
    return queued;
  }
}

function assertAcceptable(received: readonly ReceivedRemark[], { clauses }: KnownDiscussion): void {
  const faults: (Fault & { readonly row: number })[] = received.flatMap(
    ({ content, sender, registration = '' }, index) =>
      [...contentFaults(content, clauses), ...senderFaults(sender), ...lineFaults('registration', registration)].map(
        (fault) => ({ ...fault, row: index + 1 }),
      ),
  );
  if (faults.length > 0) throw new RemarkNotAcceptable(faults);
}

function recordedAs({ row }: QueuedRow, judgement: Judgement | undefined): RecordedRemark {
  if (!judgement) throw new Error('the intake gave no verdict for a row');
  const { receivedAt, closeAt, profileId } = judgement;
  const facts = { receivedAt, closeAt, profileId };
  switch (judgement.verdict) {
    case 'accepted':
      return { verdict: 'ON_TIME', id: row.id, number: row.number, ...facts };
    case 'late':
      return { verdict: 'LATE', id: row.id, number: row.number, ...facts };
    case 'duplicate-key':
      return { verdict: 'RECORDED_BEFORE', id: null, number: null, ...facts };
    case 'withdrawn':
      throw new DiscussionWithdrawn(row.discussion_id);
    case 'future':
      throw new DomainError('invalid-input', 'an arrival lies in the future', {
        faults: [{ field: 'arrivedAt', fault: 'in-the-future' }],
      });
    default:
      throw new DiscussionNotOpen(row.discussion_id);
  }
}
