import { Transactions, type Transaction } from '#lib/database';
import { DomainError } from '#lib/kernel';
import { zonedText } from '#lib/time-limits';
import { Injectable } from '@nestjs/common';
import type { Acknowledgement, Arrival } from '../domain/acknowledgement.js';
import { RemarkNotAcceptable } from '../domain/refusals.js';
import { contentFaults, type RemarkContent } from '../domain/remark-content.js';
import { intakeFault } from '../intake/intake-fault.js';
import { KnownDiscussions } from '../intake/known-discussions.js';
import { type OwnRemark, OwnRemarks } from '../persistence/own-remark.js';
import { ReplacementRecords } from '../persistence/replacement-records.js';
import { commitmentOf, newSalt, normalisedHash, Receipts } from '../receipts.js';

export interface ReplaceRemarkInput {
  readonly number: string;
  /** From the receipt. */
  readonly secret: string;
  readonly content: RemarkContent;
}

/** REQ-38: the sender puts another text in the place of an own remark before the close; every version is kept. */
@Injectable()
export class ReplaceRemark {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnRemarks,
    private readonly discussions: KnownDiscussions,
    private readonly records: ReplacementRecords,
    private readonly receipts: Receipts,
  ) {}

  /**
   * A signed remark is withdrawn and sent anew: nobody has signed another text. After the close it is refused and the version that was
   * on time stays in force.
   * @returns the receipt of the new version, under the same number and secret; its `receivedAt` is that of the replacement
   * @throws ReceiptNotValid, RemarkNotAcceptable, DiscussionClosed, DiscussionWithdrawn, DomainError `wrong-state`
   */
  execute(input: ReplaceRemarkInput, arrival: Arrival): Promise<Acknowledgement> {
    return this.transactions.run(async (tx) => {
      const remark = await this.own.lock(tx, input, arrival);
      if (remark.isRedacted) {
        throw new DomainError('wrong-state', 'passages of the remark are redacted', { number: remark.number });
      }
      if (remark.isSigned) {
        throw new DomainError('wrong-state', 'a signed remark is withdrawn and sent anew', { number: remark.number });
      }
      const { clauses } = await this.discussions.of(remark.discussionId, tx);
      const faults = contentFaults(input.content, clauses);
      if (faults.length > 0) throw new RemarkNotAcceptable(faults);
      return this.replace(tx, remark, input.content);
    });
  }

  private async replace(tx: Transaction, remark: OwnRemark, content: RemarkContent): Promise<Acknowledgement> {
    const { id, number, discussionId, attachments, actedAt } = remark;
    const proposedWording = content.proposedWording?.trim() || undefined;
    const salt = newSalt();
    const commitment = commitmentOf(salt, { ...content, proposedWording, discussionId, number, attachments });
    await keepRevision(tx, remark);
    await tx
      .query(
        `update remark set kind = $2, language = $3, body = $4, proposed_wording = $5, anchors = $6, salt = $7,
           commitment = decode($8, 'hex'), normalised_hash = decode($9, 'hex'), revision = revision + 1, revised_at = $10
          where id = $1`,
        [
          id,
          content.kind,
          content.language,
          content.text,
          proposedWording ?? null,
          content.anchors,
          salt,
          commitment,
          normalisedHash(content.text),
          actedAt,
        ],
      )
      .catch((error: unknown) => {
        throw intakeFault(error, discussionId);
      });
    await this.records.add(tx, remark, commitment);
    return this.receiptOf(remark, salt.toString('hex'), commitment);
  }

  private receiptOf(remark: OwnRemark, salt: string, commitment: string): Acknowledgement {
    const { number, discussionId, actedAt, zone, profileId, closeAt } = remark;
    return {
      verdict: 'ON_TIME',
      number,
      discussionId,
      receivedAt: actedAt,
      receivedAtLocal: zonedText(actedAt, zone),
      zone,
      profileId,
      closeAt,
      commitment,
      salt,
      secret: this.receipts.secretOf(number),
    };
  }
}

async function keepRevision(tx: Transaction, { id, actedAt }: OwnRemark): Promise<void> {
  await tx.query(
    `insert into remark_revision (remark_id, revision, kind, language, body, proposed_wording, anchors, from_at, until_at, salt, commitment)
     select id, revision, kind, language, body, proposed_wording, anchors, coalesce(revised_at, received_at), $2, salt, commitment
       from remark where id = $1`,
    [id, actedAt],
  );
}
