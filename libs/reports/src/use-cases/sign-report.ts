import { type Transaction, Transactions } from '#lib/database';
import { type Actor, DomainError, isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { ReportFrozen, ReportNotFound } from '../domain/errors.js';
import { isFrozen, mayMove } from '../domain/report-lifecycle.js';
import { reportSigned } from '../events.js';
import { lockForReport } from '../persistence/lock-for-report.js';
import { Reports, type StoredReport } from '../persistence/reports.repository.js';
import type { ElectronicSignature } from '../persistence/report-signatures.repository.js';
import { signingSheet } from '../signing-sheet.js';
import { FreezeReport } from './freeze-report.js';
import { ReportActs } from './report-acts.js';
import { SigningCheck } from './signing-check.js';

export interface SignReportInput {
  readonly reportId: string;
  /** The signer has seen the warnings, and signs all the same; they stand in the report (REQ-53). */
  readonly acknowledgesWarnings?: boolean;
  /** Verified before (`SignReportElectronically`). */
  readonly electronic?: ElectronicSignature;
}

@Injectable()
export class SignReport {
  constructor(
    private readonly transactions: Transactions,
    private readonly reports: Reports,
    private readonly check: SigningCheck,
    private readonly freezeReport: FreezeReport,
    private readonly acts: ReportActs,
  ) {}

  /**
   * Freezes the report, the draft version it names and the decisions (REQ-61, REQ-66); the procedure is CONSIDERED. The facts are
   * compared remark by remark: a report is signed only when they still are what was assembled.
   * @returns hex SHA-256 of the signed data
   * @throws DomainError `not-found` (also for another body's), `not-allowed` without the role, `report-frozen` when signed
   *   already, `wrong-state` when a newer version was assembled, `report-blocked` with `details.blockers`
   */
  execute(input: SignReportInput, actor: Actor): Promise<{ hash: string }> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(
    tx: Transaction,
    { reportId, acknowledgesWarnings = false, electronic }: SignReportInput,
    actor: Actor,
  ): Promise<{ hash: string }> {
    const { id: signer, report } = await this.authorise(tx, reportId, actor);
    if (isFrozen(report.state)) throw new ReportFrozen(reportId);
    if (!mayMove(report.state, 'SIGNED')) {
      throw new DomainError('wrong-state', 'a newer version of the report was assembled', { reportId });
    }
    if (electronic && electronic.sheet !== signingSheet(report)) {
      throw new DomainError('conflict', 'the signature is over another report', { reportId });
    }
    await this.check.assertSignable(tx, report, acknowledgesWarnings);
    await this.freezeReport.within(tx, report, { signer, at: this.acts.now(), electronic: electronic ?? null });
    const { discussionId, version, dataSha256: hash } = report;
    await this.acts.tell(tx, {
      actor,
      act: 'report.signed',
      event: reportSigned,
      reportId,
      discussionId,
      version,
      hash,
    });
    return { hash };
  }

  private async authorise(
    tx: Transaction,
    reportId: string,
    actor: Actor,
  ): Promise<{ id: string; report: StoredReport }> {
    const found = isId(reportId) ? await this.reports.byId(tx, reportId) : undefined;
    if (!found || actor.kind !== 'officer' || actor.bodyId !== found.developerId)
      throw new ReportNotFound({ reportId });
    if (!actor.roles.includes('signer')) throw new DomainError('not-allowed', 'a signer signs the report');
    await lockForReport(tx, found.discussionId);
    // Read again under the lock: another signature or assembly may have come first.
    return { id: actor.id, report: (await this.reports.byId(tx, reportId)) ?? found };
  }
}
