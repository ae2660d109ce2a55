import { performance } from 'node:perf_hooks';
import type { Transaction } from '#lib/database';
import { DomainError, type Instant } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { Arrival } from '../domain/acknowledgement.js';
import { latenessNotice } from '../domain/lateness.js';
import { DiscussionClosed, DiscussionWithdrawn, ReceiptNotValid } from '../domain/refusals.js';
import { readRemarkNumber } from '../domain/remark-number.js';
import { isReplaceable, type RemarkState } from '../domain/remark-lifecycle.js';
import { Receipts } from '../receipts.js';
import { lockTogether } from './locked-discussion.js';

/** A remark in its sender's hands: locked, with the discussion held still, and the instant at which the sender acts. */
export interface OwnRemark {
  readonly id: string;
  readonly number: string;
  readonly discussionId: string;
  readonly state: RemarkState;
  readonly revision: number;
  readonly profileId: string;
  readonly closeAt: Instant | null;
  readonly zone: string;
  readonly language: string;
  /** By the database clock, less the time since the request was complete. */
  readonly actedAt: Instant;
  /** SHA-256 of the attachments, hex, in their order. */
  readonly attachments: readonly string[];
  readonly isErased: boolean;
  readonly isRedacted: boolean;
  /** The sender has signed this very text (decision 34). */
  readonly isSigned: boolean;
}

@Injectable()
export class OwnRemarks {
  constructor(private readonly receipts: Receipts) {}

  /**
   * The remark of a receipt, while its sender may still change it (REQ-38).
   * @throws ReceiptNotValid, DiscussionClosed, DiscussionWithdrawn, DomainError `wrong-state` for a withdrawn or hidden one
   */
  async lock(tx: Transaction, receipt: { number: string; secret: string }, arrival: Arrival): Promise<OwnRemark> {
    const completeAt = performance.now() - arrival.elapsedMs;
    const number = readRemarkNumber(receipt.number);
    if (number === undefined || !this.receipts.isSecretOf(number, receipt.secret)) throw new ReceiptNotValid();
    const [named] = await tx.query<{ discussionId: string }>(
      'select discussion_id as "discussionId" from remark where number = $1',
      [number],
    );
    if (!named) throw new ReceiptNotValid();
    const discussion = await lockTogether(tx, named.discussionId);
    await tx.query('select from remark where number = $1 for update', [number]);
    // Measured after every wait: what is spent on waiting for another is nobody's lateness (REQ-34).
    const remark = await read(tx, number, performance.now() - completeAt);
    if (discussion.state === 'WITHDRAWN') throw new DiscussionWithdrawn(discussion.id);
    const { closeAt, profileId, zone } = discussion;
    if (discussion.state === 'CLOSED' || (closeAt !== null && remark.actedAt >= closeAt)) {
      const notice = closeAt === null ? {} : latenessNotice({ profileId, zone, closeAt }, remark.actedAt);
      throw new DiscussionClosed({ ...notice, discussionId: discussion.id });
    }
    if (!isReplaceable(remark.state) || remark.isErased) {
      throw new DomainError('wrong-state', 'the remark was withdrawn, hidden or erased', {
        number,
        state: remark.state,
      });
    }
    return { ...remark, profileId, zone, closeAt };
  }
}

async function read(tx: Transaction, number: string, elapsedMs: number) {
  const [remark] = await tx.query<Omit<OwnRemark, 'profileId' | 'zone' | 'closeAt'>>(
    `select id, number, discussion_id as "discussionId", state, revision, language, erased_at is not null as "isErased",
            redaction_id is not null as "isRedacted", confirmation is not distinct from 'SIGNATURE' as "isSigned",
            clock_timestamp() - $2 * interval '1 millisecond' as "actedAt",
            array(select encode(f.sha256, 'hex') from remark_attachment a join stored_file f on f.id = a.file_id
                   where a.remark_id = remark.id order by a.position) as attachments
       from remark where number = $1`,
    [number, Math.max(0, elapsedMs)],
  );
  if (!remark) throw new ReceiptNotValid();
  return remark;
}
