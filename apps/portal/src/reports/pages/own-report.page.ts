import { type Blocker, ReportOf, type ReportView, RequestReport, SignReport } from '#lib/reports';
import { DiscussionById } from '#lib/discussion';
import { DomainError } from '#lib/kernel';
import { isMessageKey } from '#lib/localisation';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { inLanguage } from '../../pages-kit/titles.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { Recent } from '../../rights/recent.js';
import { Roles } from '../../rights/roles.js';
import { countRows, fileLinks, sumsOf } from './report-table.js';
import { type OwnReportModel, ownReportView } from './own-report.view.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/discussions/:id/report`)
export class OwnReportPage {
  constructor(
    private readonly discussions: DiscussionById,
    private readonly reports: ReportOf,
    private readonly requestReport: RequestReport,
    private readonly signReport: SignReport,
  ) {}

  @Get()
  @Roles('officer', 'signer')
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const model = await this.model(visit, id, officer);
    return visit.show(ownReportView, model, { title: visit.t('report.page-title') });
  }

  @Post('assemble')
  @Roles('officer', 'signer')
  async assemble(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    await this.requestReport.execute(id, officer);
    return visit.go(`officer/discussions/${id}/report`);
  }

  @Post('sign')
  @Roles('signer')
  @Recent()
  async sign(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const [latest] = await this.reports.versions(id, officer);
    if (!latest) throw new DomainError('wrong-state', 'there is no report to sign yet');
    try {
      await this.signReport.execute({ reportId: latest.id, acknowledgesWarnings: true }, officer);
      return visit.go(`officer/discussions/${id}/report`);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'report-blocked') throw error;
      const model = await this.model(visit, id, officer, error.details['blockers'] as readonly Blocker[]);
      return visit.showAgain(ownReportView, model, { title: visit.t('report.page-title') }, 409);
    }
  }

  private async model(visit: PageVisit, id: string, officer: OfficerActor, refused: readonly Blocker[] = []) {
    const [latest] = await this.reports.versions(id, officer);
    const discussion = await this.discussions.execute(id);
    const isClosed = discussion.state === 'CLOSED';
    const isFrozen = latest?.signedAt !== undefined && latest.signedAt !== null;
    const standing = refused.length > 0 || isFrozen || !isClosed ? refused : (latest?.blockers ?? []);
    const title = inLanguage(discussion.title, visit.language);
    const model: OwnReportModel = {
      errors: refused.length > 0 ? [{ text: visit.t('error.report-blocked'), href: '#blockers' }] : [],
      back: { href: visit.to('officer'), text: visit.t('nav.desk') },
      title: title.text,
      titleLanguage: title.language,
      isClosed,
      isFrozen,
      isSigner: officer.roles.includes('signer'),
      blockers: standing.map((blocker) => blockerLine(blocker, visit)),
      report: latest ? reportFacts(latest, discussion.zone, visit) : null,
      assembleAction: visit.to(`officer/discussions/${id}/report/assemble`),
      signAction: visit.to(`officer/discussions/${id}/report/sign`),
      queueHref: visit.to(`officer/discussions/${id}/queue`),
      compareHref: visit.to(`officer/procedures/${discussion.procedureId}/compare`),
      publicHref: latest?.publishedAt ? visit.to(`discussions/${id}/report`) : null,
    };
    return model;
  }
}

function blockerLine({ code, number, detail }: Blocker, visit: PageVisit) {
  const key = `blocker.${code}`;
  const text = isMessageKey(key)
    ? visit.t(key, { number: number ?? '', detail: detail ?? '' })
    : `${code} ${detail ?? ''}`;
  return { text, href: number ? visit.to(`officer/remarks/${number}`) : null };
}

function reportFacts(report: ReportView, zone: string, visit: PageVisit): OwnReportModel['report'] {
  const { t } = visit;
  const when = (at: ReportView['signedAt']) => (at ? visit.when(at, zone) : null);
  const state = report.publishedAt ? 'PUBLISHED' : report.signedAt ? 'SIGNED' : 'DRAFT';
  return {
    version: t('draft.version', { number: report.version }),
    state: t(`report.state.${state}`),
    dataSha256: report.dataSha256,
    assembledAt: visit.when(report.assembledAt, zone),
    signedAt: when(report.signedAt),
    publishedAt: when(report.publishedAt),
    counts: countRows(report.head.counts, visit),
    sums: sumsOf(report.head.counts, visit),
    late: t('report.count-late', { count: report.head.counts.late }),
    files: fileLinks(report, visit),
  };
}
