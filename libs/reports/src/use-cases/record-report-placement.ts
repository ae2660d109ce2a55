import { type Transaction, Transactions } from '#lib/database';
import { type NewPlacement, Placements } from '#lib/discussion';
import { StoredFiles } from '#lib/files';
import { requireRole } from '#lib/identity';
import { type Actor, DomainError } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { ReportNotFound } from '../domain/errors.js';
import { lockForReport } from '../persistence/lock-for-report.js';

export interface RecordReportPlacementInput {
  readonly discussionId: string;
  readonly placement: NewPlacement;
  /** A stored file of the purpose PROOF that nothing has yet; its hash becomes the placement's. */
  readonly proofFileId?: string;
}

@Injectable()
export class RecordReportPlacement {
  constructor(
    private readonly transactions: Transactions,
    private readonly placements: Placements,
    private readonly files: StoredFiles,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Records that the published report stands on a channel (R8.3, REQ-65): the same channels as the draft's, each with its instant,
   * address and proof.
   * @throws DomainError `not-found` (also another body's, and a proof that is not there), `not-allowed`, `wrong-state` before
   *   publication, `invalid-input`, `conflict` for an address that was recorded before
   */
  execute(input: RecordReportPlacementInput, actor: Actor): Promise<void> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, input: RecordReportPlacementInput, actor: Actor): Promise<void> {
    const { discussionId } = input;
    const discussion = await lockForReport(tx, discussionId);
    if (!discussion || actor.kind !== 'officer' || actor.bodyId !== discussion.developerId) {
      throw new ReportNotFound({ discussionId });
    }
    requireRole(actor, 'officer', 'signer');
    const [published] = await tx.query<{ id: string }>(
      `select id from report where discussion_id = $1 and state = 'PUBLISHED' order by version desc limit 1`,
      [discussionId],
    );
    if (!published) throw new DomainError('wrong-state', 'a published report is placed', { discussionId });
    const placement = await this.withProof(tx, input);
    await this.placements.assertSound(tx, [placement]);
    await this.placements.record(tx, discussionId, 'REPORT', placement, actor);
    const { channel, url, placedAt, proofSha256 = null } = placement;
    await this.ledger.record(tx, {
      actor,
      act: 'report.placed',
      subject: { kind: 'report', id: published.id },
      data: { discussionId, channel, url, placedAt, proofSha256 },
    });
  }

  private async withProof(
    tx: Transaction,
    { placement, proofFileId }: RecordReportPlacementInput,
  ): Promise<NewPlacement> {
    if (proofFileId === undefined) return placement;
    await this.files.claim(tx, [proofFileId], 'PROOF');
    const [proof] = await this.files.describe(tx, [proofFileId]);
    return proof ? { ...placement, proofSha256: proof.sha256 } : placement;
  }
}
