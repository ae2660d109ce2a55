import { type DiscussionSummary, ListDiscussions } from '#lib/discussion';
import { pageRequest } from '#lib/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { inLanguage } from '../../pages-kit/titles.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Public } from '../../rights/public.js';
import { type ListModel, listView } from './list.view.js';
import { closeText } from './standing.js';

const tabs = [
  { status: 'open', text: 'list.open' },
  { status: 'closed', text: 'list.closed' },
  { status: 'reported', text: 'list.reported' },
] as const;

@ApiExcludeController()
@Controller(LANGUAGE)
export class ListPage {
  constructor(private readonly discussions: ListDiscussions) {}

  @Get()
  @Public()
  async show(
    @Visit() visit: PageVisit,
    @Query('state') state?: string,
    @Query('after') after?: string,
  ): Promise<PageAnswer> {
    const current = tabs.find(({ status }) => status === state) ?? tabs[0];
    const { items, next } = await this.discussions.execute(
      { status: current.status },
      pageRequest(20, typeof after === 'string' ? after : undefined),
    );
    const address = visit.to(`?state=${current.status}`);
    const model: ListModel = {
      tabs: tabs.map(({ status, text }) => ({
        text: visit.t(text),
        href: visit.to(`?state=${status}`),
        isCurrent: status === current.status,
      })),
      discussions: items.map((summary) => this.card(summary, visit)),
      pages: {
        ...(next ? { next: `${address}&after=${encodeURIComponent(next)}` } : {}),
        ...(after ? { first: address } : {}),
      },
    };
    return visit.show(listView, model, { title: visit.t('list.title') });
  }

  private card(summary: DiscussionSummary, visit: PageVisit): ListModel['discussions'][number] {
    const title = inLanguage(summary.title, visit.language);
    return {
      href: visit.to(`discussions/${summary.id}`),
      title: title.text,
      titleLanguage: title.language,
      developer: inLanguage(summary.developer, visit.language).text,
      remarks: visit.t('remarks.count', { count: summary.remarks }),
      close: closeText(summary, visit),
    };
  }
}
