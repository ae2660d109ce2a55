import { type Transaction, Transactions } from '#lib/database';
import { type NewPlacement, Placements } from '#lib/discussion';
import { requireRole } from '#lib/identity';
import { type Actor, DomainError } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { ReportNotFound } from '../domain/errors.js';
import { lockForReport } from '../persistence/lock-for-report.js';

export interface RecordReportPlacementInput {
  readonly discussionId: string;
  readonly placement: NewPlacement;
}

@Injectable()
export class RecordReportPlacement {
  constructor(
    private readonly transactions: Transactions,
    private readonly placements: Placements,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Records that the published report stands on a channel (R8.3, REQ-65): the same channels as the draft's, each with its instant,
   * address and proof.
   * @throws DomainError `not-found` (also another body's), `not-allowed`, `wrong-state` before publication, `invalid-input`,
   *   `conflict` for an address that was recorded before
   */
  execute(input: RecordReportPlacementInput, actor: Actor): Promise<void> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, { discussionId, placement }: RecordReportPlacementInput, actor: Actor): Promise<void> {
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
}
