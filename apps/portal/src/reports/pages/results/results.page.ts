import { DiscussionById, type DiscussionDetails } from '#lib/discussion';
import type { StoredClause } from '#lib/drafting';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Public } from '../../../rights/public.js';
import { type PublishedReport, PublishedReports } from '../../published-report.js';
import { ReportTable } from '../../report-table.js';
import { partFigures } from './part-figures.js';
import { publishedModel } from './published-model.js';
import { readAsked, type ResultsAsked } from './results-filter.js';
import { type ResultsModel, resultsView } from './results.view.js';
import { tableModel } from './table-model.js';

const ROWS = 20;

/** The published report for everybody: we asked, you said, we did, and the answer to every remark (R8.3). */
@ApiExcludeController()
@Controller(`${LANGUAGE}/discussions/:id/report`)
export class ResultsPage {
  constructor(
    private readonly discussions: DiscussionById,
    private readonly published: PublishedReports,
    private readonly table: ReportTable,
  ) {}

  @Get()
  @Public()
  async show(@Visit() visit: PageVisit, @Param('id') id: string, @Query() query: object): Promise<PageAnswer> {
    const discussion = await this.discussions.execute(id);
    const clauses = await this.table.clauses(discussion.versionId);
    const asked = readAsked(query, clauses);
    const published = await this.published.at(id, asked.erratum);
    const heading = visit.t('results.title');
    const title = inLanguage(discussion.title, visit.language);
    const here = visit.to(`discussions/${id}`);
    const model: ResultsModel = {
      back: { href: here, text: visit.t('receipt.to-draft') },
      heading,
      title: title.text,
      titleLanguage: title.language,
      ...(published
        ? await this.reported({ visit, discussion, clauses, asked, published })
        : { report: null, table: null }),
      moderationHref: `${here}/moderation`,
    };
    return visit.show(resultsView, model, {
      title: `${heading}: ${title.text}`,
      description: visit.t('results.description', { title: title.text }),
    });
  }

  private async reported({ visit, discussion, clauses, asked, published }: Reported) {
    const { report } = published;
    const { discussed, revised, isChanged } = report.head.draft;
    const here = visit.to(`discussions/${discussion.id}`);
    const compareHref = isChanged ? `${here}/compare?from=${discussed.version}&to=${revised.version}` : null;
    const { after, filter } = asked;
    const page = await this.table.page(report.id, { size: ROWS, ...(after ? { after } : {}) }, filter);
    const parts = partFigures(clauses, await this.table.clauseFigures(report.id), visit);
    const { number } = filter;
    return {
      report: publishedModel({ visit, discussion, published, parts, compareHref }),
      table: tableModel({
        visit,
        here: `${here}/report`,
        asked,
        clauses,
        page,
        withoutRow: number && page.items.length === 0 ? await this.table.withoutRow(report.id, number) : undefined,
        received: report.head.counts.received.total,
        context: { compareHref, profileId: report.head.profile.id },
      }),
    };
  }
}

interface Reported {
  readonly visit: PageVisit;
  readonly discussion: DiscussionDetails;
  readonly clauses: readonly StoredClause[];
  readonly asked: ResultsAsked;
  readonly published: PublishedReport;
}
