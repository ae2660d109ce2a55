import type { Transaction } from '#lib/database';
import { type Actor, system } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { reportAssembled } from '../events.js';
import { lockForReport } from '../persistence/lock-for-report.js';
import { type StoredRun } from '../persistence/report-runs.repository.js';
import { Reports } from '../persistence/reports.repository.js';
import { ReportActs } from './report-acts.js';

@Injectable()
export class PresentReport {
  constructor(
    private readonly reports: Reports,
    private readonly acts: ReportActs,
  ) {}

  /**
   * The version whose documents are all there takes the place of the unsigned one before it.
   * @returns false when nothing is to be reported any more: the discussion was withdrawn, or a report was signed meanwhile
   */
  async within(tx: Transaction, run: StoredRun, actor: Actor = system('worker')): Promise<boolean> {
    const discussion = await lockForReport(tx, run.discussionId);
    const report = run.reportId === null ? undefined : await this.reports.byId(tx, run.reportId);
    if (!report) return false;
    if (discussion?.state !== 'CLOSED' || (await this.reports.isClosed(tx, run.discussionId))) {
      await this.reports.abandon(tx, report.id);
      return false;
    }
    await this.reports.present(tx, report);
    const { id: reportId, discussionId, version, dataSha256: hash } = report;
    await this.acts.tell(tx, {
      actor,
      act: 'report.assembled',
      event: reportAssembled,
      reportId,
      discussionId,
      version,
      hash,
    });
    return true;
  }
}
