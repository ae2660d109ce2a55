import { DiscussionById } from '#lib/discussion';
import { type ReportData, ReportOf, type ReportView } from '#lib/reports';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { codeRow, row } from '../../pages-kit/summary-row.js';
import { inLanguage } from '../../pages-kit/titles.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Public } from '../../rights/public.js';
import { countRows, fileLinks, resultRow, sumsOf } from './report-table.js';
import { type ResultsModel, resultsView } from './results.view.js';

const ROWS = 50;

@ApiExcludeController()
@Controller(`${LANGUAGE}/discussions/:id/report`)
export class ResultsPage {
  constructor(
    private readonly discussions: DiscussionById,
    private readonly reports: ReportOf,
  ) {}

  @Get()
  @Public()
  async show(@Visit() visit: PageVisit, @Param('id') id: string, @Query('after') after?: string): Promise<PageAnswer> {
    const discussion = await this.discussions.execute(id);
    const title = inLanguage(discussion.title, visit.language);
    const heading = visit.t('results.title');
    const here = visit.to(`discussions/${id}`);
    const [report, data] = await Promise.all([this.reports.published(id), this.reports.publishedData(id)]);
    const from = Number(after) > 0 ? Math.trunc(Number(after)) : 0;
    const model: ResultsModel = {
      back: { href: here, text: visit.t('nav.back') },
      heading,
      title: title.text,
      titleLanguage: title.language,
      report: report && data ? published(report, data, from, discussion.zone, visit) : null,
      moderationHref: `${here}/moderation`,
      pages: {
        ...(data && data.rows.length > from + ROWS ? { next: `${here}/report?after=${from + ROWS}` } : {}),
        ...(from > 0 ? { first: `${here}/report` } : {}),
      },
    };
    return visit.show(resultsView, model, { title: heading });
  }
}

function published(report: ReportView, data: ReportData, from: number, zone: string, visit: PageVisit) {
  const { t } = visit;
  const { firstDay, closeAt } = data.period;
  const signed = report.signedAt ? [row(t('results.signed-at'), visit.when(report.signedAt, zone))] : [];
  const period = t('report.period', { first: visit.day(firstDay), close: visit.until(closeAt, data.period.zone) });
  return {
    facts: [row(t('results.period'), period), ...signed, codeRow(t('results.data-hash'), report.dataSha256)],
    counts: countRows(data.counts, visit),
    late: t('report.count-late', { count: data.counts.late }),
    sums: sumsOf(data.counts, visit),
    files: fileLinks(report, visit),
    rows: data.rows.slice(from, from + ROWS).map((each) => resultRow(each, visit)),
  };
}
