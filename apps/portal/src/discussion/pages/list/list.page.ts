import { DiscussionFigures, ListDiscussions } from '#lib/discussion';
import { pageRequest } from '#lib/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { asks, Limited } from '../../../limits/limited.js';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Public } from '../../../rights/public.js';
import { addressOf, filterOf, readChoice } from './list-choice.js';
import { listModel } from './list-model.js';
import { listView } from './list.view.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/discussions`)
export class ListPage {
  constructor(
    private readonly discussions: ListDiscussions,
    private readonly figures: DiscussionFigures,
  ) {}

  @Get()
  @Public()
  @Limited('search', asks('q'))
  async show(@Visit() visit: PageVisit, @Query() query: Record<string, unknown>): Promise<PageAnswer> {
    const offered = await this.figures.offered();
    const choice = readChoice(query, offered);
    const filter = filterOf(choice, offered);
    const after = typeof query['after'] === 'string' && query['after'] ? query['after'] : undefined;
    const [page, count] = await Promise.all([
      this.discussions.execute(filter, pageRequest(20, after), choice.sort),
      this.discussions.count(filter),
    ]);
    const title = visit.t('list.title');
    return visit.show(listView, listModel({ choice, offered, count, page, after }, visit), {
      title: choice.q ? `${choice.q} – ${title}` : title,
      description: visit.t('list.lead'),
      feed: { href: visit.to(`discussions.atom${addressOf(choice)}`), title: visit.t('feed.of-list') },
      isForAll: true,
    });
  }
}
