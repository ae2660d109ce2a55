import { DiscussionById } from '#lib/discussion';
import { ReportOf, type ReportRow, ReportRowsOf, type ReportView } from '#lib/reports';
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
    private readonly rows: ReportRowsOf,
  ) {}

  @Get()
  @Public()
  async show(@Visit() visit: PageVisit, @Param('id') id: string, @Query('after') after?: string): Promise<PageAnswer> {
    const discussion = await this.discussions.execute(id);
    const title = inLanguage(discussion.title, visit.language);
    const heading = visit.t('results.title');
    const here = visit.to(`discussions/${id}`);
    const report = await this.reports.published(id);
    const page = report ? await this.rows.page(report.id, { size: ROWS, after }) : { items: [] };
    const model: ResultsModel = {
      back: { href: here, text: visit.t('nav.back') },
      heading,
      title: title.text,
      titleLanguage: title.language,
      report: report ? published({ report, rows: page.items, here, zone: discussion.zone }, visit) : null,
      moderationHref: `${here}/moderation`,
      pages: {
        ...(page.next ? { next: `${here}/report?after=${page.next}` } : {}),
        ...(after ? { first: `${here}/report` } : {}),
      },
    };
    return visit.show(resultsView, model, { title: heading });
  }
}

interface Published {
  readonly report: ReportView;
  readonly rows: readonly ReportRow[];
  readonly here: string;
  readonly zone: string;
}

function published({ report, rows, here, zone }: Published, visit: PageVisit): ResultsModel['report'] {
  const { t } = visit;
  const { head } = report;
  const { firstDay, closeAt } = head.period;
  const { discussed, revised, isChanged } = head.draft;
  const compare = isChanged ? `${here}/compare?from=${discussed.version}&to=${revised.version}` : null;
  const signed = report.signedAt ? [row(t('results.signed-at'), visit.when(report.signedAt, zone))] : [];
  const period = t('report.period', { first: visit.day(firstDay), close: visit.until(closeAt, head.period.zone) });
  return {
    facts: [row(t('results.period'), period), ...signed, codeRow(t('results.data-hash'), report.dataSha256)],
    compareHref: compare,
    counts: countRows(head.counts, visit),
    late: t('report.count-late', { count: head.counts.late }),
    sums: sumsOf(head.counts, visit),
    files: fileLinks(report, visit),
    rows: rows.map((each) => resultRow(each, compare, visit)),
  };
}
