import { type Transaction, Transactions } from '#lib/database';
import { type Actor, CLOCK, type Clock, DomainError, isId, system } from '#lib/kernel';
import { Inject, Injectable } from '@nestjs/common';
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
    private readonly acts: ReportActs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Places the signed report on the portal's page (R8.3, REQ-65); the procedure is REPORTED. Twice is once; of a discussion
   * withdrawn meanwhile nothing is placed (AMB-18).
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
    const { discussionId, version, dataSha256: hash } = report;
    const url = reportAddress(publicUrl, discussionId);
    await this.reports.publish(tx, report, { url, actor, at: this.clock.now() });
    await this.acts.tell(tx, {
      actor,
      act: 'report.published',
      event: reportPublished,
      reportId,
      discussionId,
      version,
      hash,
    });
  }
}
