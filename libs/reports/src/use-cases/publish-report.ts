import { type Transaction, Transactions } from '#lib/database';
import { Placements } from '#lib/discussion';
import { Procedures } from '#lib/drafting';
import { type Actor, DomainError, isId, system } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { ReportNotFound } from '../domain/errors.js';
import { reportAddress } from '../domain/report-address.js';
import { reportPublished } from '../events.js';
import { lockForReport } from '../persistence/lock-for-report.js';
import { Reports } from '../persistence/reports.repository.js';
import { ReportActs } from './report-acts.js';

export interface PublishReportInput {
  readonly reportId: string;
  /** Origin of the portal, as `https://talqy.example.kz`. */
  readonly publicUrl: string;
}

@Injectable()
export class PublishReport {
  constructor(
    private readonly transactions: Transactions,
    private readonly reports: Reports,
    private readonly placements: Placements,
    private readonly procedures: Procedures,
    private readonly acts: ReportActs,
  ) {}

  /**
   * Places the signed report on the portal's page (R8.3, REQ-65); the procedure is REPORTED. Twice is once; of a discussion
   * withdrawn meanwhile nothing is placed (AMB-18). An erratum gets an address of its own (REQ-66).
   * @throws DomainError `not-found`, `wrong-state` when the report is not signed
   */
  execute(input: PublishReportInput, actor?: Actor): Promise<void> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(
    tx: Transaction,
    { reportId, publicUrl }: PublishReportInput,
    actor: Actor = system('worker'),
  ): Promise<void> {
    const known = isId(reportId) ? await this.reports.byId(tx, reportId) : undefined;
    if (!known) throw new ReportNotFound({ reportId });
    const discussion = await lockForReport(tx, known.discussionId);
    const report = (await this.reports.byId(tx, reportId)) ?? known;
    if (report.state === 'PUBLISHED' || discussion?.state === 'WITHDRAWN') return;
    if (report.state !== 'SIGNED') {
      throw new DomainError('wrong-state', 'only a signed report is published', { reportId, state: report.state });
    }
    const { discussionId, dataSha256 } = report;
    const erratum = report.head.erratum?.number ?? null;
    const at = this.acts.now();
    await this.reports.publish(tx, report.id, at);
    const url = reportAddress(publicUrl, discussionId, erratum);
    const page = { channel: 'OWN_RESOURCE', url, placedAt: at, proofSha256: dataSha256 } as const;
    await this.placements.record(tx, discussionId, 'REPORT', page, actor);
    if (erratum === null) await this.procedures.move(tx, report.procedureId, 'REPORTED');
    const { version } = report;
    const act = { act: 'report.published', event: reportPublished } as const;
    await this.acts.tell(tx, { ...act, actor, reportId, discussionId, version, hash: dataSha256 });
  }
}
