import type { Transaction } from '#lib/database';
import { Injectable } from '@nestjs/common';
import { type Blocker, blocker } from '../domain/blockers.js';
import { ReportBlocked } from '../domain/errors.js';
import type { ReportWarnings } from '../domain/report-data.js';
import { changesSince } from '../persistence/changes-since.js';
import { hashOfReport } from '../persistence/hash-of-report.js';
import type { StoredReport } from '../persistence/reports.repository.js';
import { WhatWaits } from '../persistence/what-waits.js';

/** Minutes that comparing and hashing a million remarks may take. */
const PATIENCE = '15min';

/** What waited when the version was made may be settled since; who waits now is asked anew. */
const settledByOthers: readonly string[] = ['entry-waits', 'hiding-waits', 'text-waits', 'objection-waits'];

@Injectable()
export class SigningCheck {
  constructor(private readonly waits: WhatWaits) {}

  /** The caller holds the discussion alone. @throws ReportBlocked naming everything that stands in the way */
  async assertSignable(tx: Transaction, report: StoredReport, acknowledgesWarnings: boolean): Promise<void> {
    await tx.query(`select set_config('statement_timeout', $1, true)`, [PATIENCE]);
    const blockers = [
      ...(await this.alterations(tx, report)),
      ...(await changesSince(tx, report)),
      ...(await this.waits.of(tx, report.discussionId)),
      ...report.blockers.filter(({ code }) => !settledByOthers.includes(code)),
      ...(acknowledgesWarnings || !hasWarnings(report.head.warnings)
        ? []
        : [blocker('warnings-not-acknowledged', 'REQ-53')]),
    ];
    if (blockers.length > 0) throw new ReportBlocked(blockers);
  }

  /** Whether the stored data still are those that were hashed, piece by piece. */
  private async alterations(tx: Transaction, report: StoredReport): Promise<Blocker[]> {
    const isWhole = (await hashOfReport(tx, report.id, report.head)) === report.dataSha256;
    return isWhole ? [] : [blocker('data-altered', 'REQ-66', { detail: report.dataSha256 })];
  }
}

export const hasWarnings = ({ stockAnswers, stockPhrases, substantiveChanges }: ReportWarnings): boolean =>
  stockAnswers.length > 0 || stockPhrases > 0 || substantiveChanges > 0;
