import { type Transaction, Transactions } from '#lib/database';
import { type Actor, CLOCK, type Clock, DomainError, isId } from '#lib/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { type Blocker, blocker } from '../domain/blockers.js';
import { changedSince } from '../domain/changed-since.js';
import { ReportBlocked, ReportFrozen, ReportNotFound } from '../domain/errors.js';
import type { ReportData } from '../domain/report-data.js';
import { isFrozen, mayMove } from '../domain/report-lifecycle.js';
import { sha256 } from '../data-hash.js';
import { reportSigned } from '../events.js';
import { lockForReport } from '../persistence/lock-for-report.js';
import { Reports, type StoredReport } from '../persistence/reports.repository.js';
import { type PreparedReport, PrepareReport } from './prepare-report.js';
import { ReportActs } from './report-acts.js';

export interface SignReportInput {
  readonly reportId: string;
}

@Injectable()
export class SignReport {
  constructor(
    private readonly transactions: Transactions,
    private readonly prepare: PrepareReport,
    private readonly reports: Reports,
    private readonly acts: ReportActs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Freezes the report, the draft version it names and the decisions (REQ-61, REQ-66); the procedure is CONSIDERED.
   * The facts are read and counted anew: a report is signed only when they still are what was assembled.
   * @returns hex SHA-256 of the signed data
   * @throws DomainError `not-found` (also for another body's), `not-allowed` without the role, `report-frozen` when signed
   *   already, `wrong-state` when a newer version was assembled, `report-blocked` with `details.blockers`
   */
  execute({ reportId }: SignReportInput, actor: Actor): Promise<{ hash: string }> {
    return this.transactions.run(async (tx) => {
      const { id: signer, report } = await this.authorise(tx, reportId, actor);
      if (isFrozen(report.state)) throw new ReportFrozen(reportId);
      if (!mayMove(report.state, 'SIGNED')) {
        throw new DomainError('wrong-state', 'a newer version of the report was assembled', { reportId });
      }
      const prepared = await this.prepare.within(tx, report.discussionId);
      const blockers = [...(await this.changes(tx, report, prepared)), ...prepared.blockers];
      if (blockers.length > 0) throw new ReportBlocked(blockers);
      await this.reports.sign(tx, report, signer, this.clock.now());
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
    });
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

  /** What differs from the assembled data; and whether the stored data still are those that were hashed. */
  private async changes(tx: Transaction, report: StoredReport, now: PreparedReport): Promise<readonly Blocker[]> {
    const text = await this.reports.dataOf(tx, report.id);
    if (sha256(text) !== report.dataSha256) return [blocker('data-altered', 'REQ-66', { detail: report.dataSha256 })];
    if (report.dataSha256 === now.hash) return [];
    return changedSince(JSON.parse(text) as ReportData, now.data);
  }
}
