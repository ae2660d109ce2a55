import { Database, Transactions } from '#lib/database';
import { Injectable } from '@nestjs/common';
import { sumBlockers } from '../domain/blockers.js';
import { Reconciliation } from '../domain/reconcile.js';
import type { ReportRemark, ReportRow } from '../domain/report-data.js';
import type { Progress } from '../domain/run-cancelled.js';
import { remarkTexts, rowTexts } from '../persistence/report-rows.js';
import { Reports } from '../persistence/reports.repository.js';

const STRIDE = 1_000;

@Injectable()
export class CheckData {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly reports: Reports,
  ) {}

  /**
   * Adds up what was written down: received = decided + undecided + withdrawn + hidden, taken + not = decided points, every remark
   * once and answered (REQ-64, I3-I5). What does not agree blocks the signature, and names the remark.
   */
  async execute(reportId: string, progress: Progress): Promise<void> {
    const report = await this.reports.byId(this.database, reportId);
    if (!report) throw new Error(`there is no report ${reportId} to check`);
    const reconciliation = new Reconciliation(report.head);
    const { total } = report.head.counts.received;
    let passed = 0;
    for await (const text of rowTexts(this.database, reportId)) reconciliation.addRow(JSON.parse(text) as ReportRow);
    for await (const text of remarkTexts(this.database, reportId)) {
      reconciliation.addRemark(JSON.parse(text) as ReportRemark);
      passed += 1;
      if (passed % STRIDE === 0) await progress(passed, total);
    }
    const faults = sumBlockers(reconciliation.result());
    if (faults.length === 0) return;
    await this.transactions.run((tx) => this.reports.addBlockers(tx, reportId, faults));
  }
}
