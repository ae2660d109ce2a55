import type { Transaction } from '#lib/database';
import { DraftVersions, Procedures } from '#lib/drafting';
import { canonicalJson, type Instant } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { type Blocker, blocker } from '../domain/blockers.js';
import { ReportBlocked } from '../domain/errors.js';
import type { ReportWarnings } from '../domain/report-data.js';
import { changesSince } from '../persistence/changes-since.js';
import { Errata } from '../persistence/errata.repository.js';
import { hashOfReport } from '../persistence/hash-of-report.js';
import { Reports, type StoredReport } from '../persistence/reports.repository.js';
import { WhatWaits } from '../persistence/what-waits.js';
import { signingSheet, statementOf } from '../signing-sheet.js';

/** Minutes that comparing and hashing a million remarks may take. */
const PATIENCE = '15min';

/** What waited when the version was made may be settled since; who waits now is asked anew. */
const settledByOthers: readonly string[] = ['entry-waits', 'hiding-waits'];

@Injectable()
export class FreezeReport {
  constructor(
    private readonly reports: Reports,
    private readonly errata: Errata,
    private readonly drafts: DraftVersions,
    private readonly procedures: Procedures,
    private readonly waits: WhatWaits,
  ) {}

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

  /** From here on nothing of it changes, nor what it reports on. */
  async within(tx: Transaction, report: StoredReport, { signer, at }: { signer: string; at: Instant }): Promise<void> {
    const revised = await this.drafts.latest(tx, report.procedureId);
    if (revised) await this.drafts.freeze(tx, revised.id);
    await tx.query('insert into report_signature (report_id, statement, sheet) values ($1, $2, $3)', [
      report.id,
      canonicalJson(statementOf()),
      signingSheet(report),
    ]);
    await this.reports.sign(tx, report.id, signer, at);
    const erratum = await this.errata.open(tx, report.discussionId);
    if (erratum) await this.errata.sign(tx, erratum.id, report.id);
    else await this.procedures.move(tx, report.procedureId, 'CONSIDERED');
  }

  /** Whether the stored data still are those that were hashed, piece by piece. */
  private async alterations(tx: Transaction, report: StoredReport): Promise<Blocker[]> {
    const isWhole = (await hashOfReport(tx, report.id, report.head)) === report.dataSha256;
    return isWhole ? [] : [blocker('data-altered', 'REQ-66', { detail: report.dataSha256 })];
  }
}

export const hasWarnings = ({ stockAnswers, stockPhrases, substantiveChanges }: ReportWarnings): boolean =>
  stockAnswers.length > 0 || stockPhrases > 0 || substantiveChanges > 0;
