import { DiscussionById } from '#lib/discussion';
import { NotFound } from '#lib/identity';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import { view } from '../../../pages-kit/view.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Public } from '../../../rights/public.js';
import { PublishedReports } from '../../published-report.js';
import { type ChangeWords, changeWords } from './change-words.js';
import { resultsPath } from './results-address.js';
import { readAsked } from './results-filter.js';
import { remarkHref } from './table-model.js';

export interface ReportChangesModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly title: string;
  readonly titleLanguage: string;
  readonly range: string;
  readonly compareHref: string;
  readonly changes: readonly ChangeWords[];
  readonly pages: { readonly next?: string; readonly first?: string };
}

const changesView = view<ReportChangesModel>('reports/changes');
const PAGE = 20;

/** Every change of the draft that a published report tells, with both wordings and what stands behind it (AMB-14). */
@ApiExcludeController()
@Controller(`${LANGUAGE}/discussions/:id/report/changes`)
export class ReportChangesPage {
  constructor(
    private readonly discussions: DiscussionById,
    private readonly published: PublishedReports,
  ) {}

  @Get()
  @Public()
  async show(@Visit() visit: PageVisit, @Param('id') id: string, @Query() query: object): Promise<PageAnswer> {
    const { title } = await this.discussions.execute(id);
    const { erratum } = readAsked(query, []);
    const published = await this.published.at(id, erratum);
    if (!published) throw new NotFound('report');
    const { changes, draft } = published.report.head;
    const here = visit.to(`discussions/${id}/report/changes`);
    const results = visit.to(`discussions/${id}/report`);
    const asked = new Form(query).text('from');
    const from = /^\d{1,6}$/.test(asked) ? Number(asked) : 0;
    const shown = changes.slice(from, from + PAGE);
    const said = inLanguage(title, visit.language);
    const addressOf = (start: number) =>
      `${here}?${new URLSearchParams({ ...(erratum === null ? {} : { erratum: String(erratum) }), from: String(start) }).toString()}`;
    const model: ReportChangesModel = {
      back: { href: visit.to(resultsPath(id, erratum)), text: visit.t('results.title') },
      title: said.text,
      titleLanguage: said.language,
      range: visit.t('compare.range', {
        first: shown.length === 0 ? 0 : from + 1,
        last: from + shown.length,
        total: changes.length,
      }),
      compareHref: visit.to(`discussions/${id}/compare?from=${draft.discussed.version}&to=${draft.revised.version}`),
      changes: shown.map((change) => changeWords(change, visit, remarkHref(results, erratum))),
      pages: {
        ...(from + PAGE < changes.length ? { next: addressOf(from + PAGE) } : {}),
        ...(from > 0 ? { first: addressOf(0) } : {}),
      },
    };
    return visit.show(changesView, model, { title: visit.t('results.part.changes') });
  }
}
