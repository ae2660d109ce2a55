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
    const bodies = await this.figures.bodies();
    const choice = readChoice(query, bodies);
    const filter = filterOf(choice, bodies);
    const after = typeof query['after'] === 'string' && query['after'] ? query['after'] : undefined;
    const [page, count] = await Promise.all([
      this.discussions.execute(filter, pageRequest(20, after), choice.sort),
      this.discussions.count(filter),
    ]);
    const title = visit.t('list.title');
    return visit.show(listView, listModel({ choice, bodies, count, page, after }, visit), {
      title: choice.q ? `${choice.q} – ${title}` : title,
      description: visit.t('list.lead'),
      feed: { href: visit.to(`discussions.atom${addressOf(choice)}`), title: visit.t('feed.of-list') },
      isForAll: true,
    });
  }
}
