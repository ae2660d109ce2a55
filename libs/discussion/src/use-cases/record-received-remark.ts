import { performance } from 'node:perf_hooks';
import { type Transaction, Transactions } from '#lib/database';
import { Procedures } from '#lib/drafting';
import { requireOwnBody, requireRole } from '#lib/identity';
import { type Actor, DomainError, type Instant } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { Fault } from '../domain/fault.js';
import { contentFaults, type RemarkContent } from '../domain/remark-content.js';
import { DiscussionNotOpen, DiscussionWithdrawn, RemarkNotAcceptable } from '../domain/refusals.js';
import { lineFaults, type Sender, senderFaults } from '../domain/sender.js';
import { AttachedFiles } from '../intake/attached-files.js';
import type { Judgement, RecordedChannel } from '../intake/intake-row.js';
import { IntakeRows } from '../intake/intake-rows.js';
import { type KnownDiscussion, KnownDiscussions } from '../intake/known-discussions.js';
import { type QueuedRow, queuedRow } from '../intake/queued-row.js';
import { writeRecorded } from '../intake/write-recorded.js';

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
/** Once the answers are signed for, nothing is added to what they answer (REQ-41). */
const openToRecords = ['OPEN', 'CLOSED', 'WITHDRAWN'];

/** REQ-41: what came by post, over the counter, by e-mail or from another system, also after the close. */
@Injectable()
export class RecordReceivedRemark {
  constructor(
    private readonly transactions: Transactions,
    private readonly procedures: Procedures,
    private readonly discussions: KnownDiscussions,
    private readonly files: AttachedFiles,
    private readonly rows: IntakeRows,
  ) {}

  /** @throws as `recordMany` */
  async execute(discussionId: string, received: ReceivedRemark, actor: Actor): Promise<RecordedRemark> {
    const [recorded] = await this.recordMany(discussionId, [received], actor);
    if (!recorded) throw new Error('nothing was recorded');
    return recorded;
  }

  /**
   * All or none, in the order given, by the same statement and the same test of lateness as what comes on line.
   * @throws RemarkNotAcceptable (faults carry the row), DiscussionNotFound, DiscussionNotOpen, DiscussionWithdrawn,
   *   DomainError `invalid-input` (an arrival in the future), `wrong-state` (considered already), `not-allowed`
   */
  async recordMany(discussionId: string, received: readonly ReceivedRemark[], actor: Actor): Promise<RecordedRemark[]> {
    return this.transactions.run((tx) => this.within(tx, discussionId, received, actor));
  }

  async within(
    tx: Transaction,
    discussionId: string,
    received: readonly ReceivedRemark[],
    actor: Actor,
  ): Promise<RecordedRemark[]> {
    requireRole(actor, 'officer');
    const discussion = await this.discussions.of(discussionId, tx);
    assertAcceptable(received, discussion);
    await this.assertOpenToRecords(tx, discussionId, actor);
    const recorded: RecordedRemark[] = [];
    for (let start = 0; start < received.length; start += CHUNK) {
      const rows = await this.rowsOf(tx, discussion, received.slice(start, start + CHUNK));
      const judgements = await writeRecorded(tx, rows, actor);
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

  private async assertOpenToRecords(tx: Transaction, discussionId: string, actor: Actor): Promise<void> {
    const [row] = await tx.query<{ procedureId: string }>(
      'select procedure_id as "procedureId" from discussion where id = $1',
      [discussionId],
    );
    const { developerId, state } = await this.procedures.byId(tx, row?.procedureId ?? '');
    requireOwnBody(actor, developerId, 'discussion');
    if (openToRecords.includes(state)) return;
    throw new DomainError('wrong-state', 'the remarks of this discussion are considered already', { state });
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
