import { DiscussionFigures, type DiscussionSummary, ListDiscussions } from '#lib/discussion';
import { type Instant, pageRequest } from '#lib/kernel';
import { localDayOf } from '#lib/time-limits';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { addressOf, filterOf, readChoice } from '../discussion/pages/list/list-choice.js';
import { closeText } from '../discussion/pages/standing.js';
import { asks, Limited } from '../limits/limited.js';
import { LANGUAGE } from '../pages-kit/language.js';
import { inLanguage } from '../pages-kit/titles.js';
import { type PageVisit, Visit } from '../pages-kit/visit.js';
import { Public } from '../rights/public.js';
import type { AtomEntry } from './atom.js';
import { sendFeed, whole } from './send-feed.js';

const ENTRIES = 50;

/** The list as a feed, by the same query and with the filters of the same address; the latest placed first. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/discussions.atom`)
export class DiscussionsFeed {
  constructor(
    private readonly discussions: ListDiscussions,
    private readonly figures: DiscussionFigures,
  ) {}

  @Get()
  @Public()
  @Limited('search', asks('q'))
  async show(
    @Visit() visit: PageVisit,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const offered = await this.figures.offered();
    const choice = readChoice(query, offered);
    const filter = filterOf(choice, offered);
    const { items } = await this.discussions.execute(filter, pageRequest(ENTRIES), choice.sort ?? 'newest');
    const { request, t } = visit;
    const chosen = addressOf(choice);
    return sendFeed(request, reply, {
      self: whole(request, `${visit.to('discussions.atom')}${chosen}`),
      alternate: whole(request, `${visit.to('discussions')}${chosen}`),
      language: visit.language,
      title: `${t('list.title')} – ${t('site.name')}`,
      author: t('site.name'),
      entries: items.map((item) => entryOf(item, visit)),
    });
  }
}

function entryOf(summary: DiscussionSummary, visit: PageVisit): AtomEntry {
  const address = whole(visit.request, visit.to(`discussions/${summary.id}`));
  return {
    id: address,
    href: address,
    title: inLanguage(summary.title, visit.language).text,
    author: inLanguage(summary.developer, visit.language).text,
    published: summary.openAt,
    updated: changedAt(summary),
    summary: standsAs(summary, visit),
  };
}

const standsAs = (summary: DiscussionSummary, visit: PageVisit): string =>
  summary.withdrawnAt === null
    ? closeText(summary, visit)
    : visit.t('banner.withdrawn', { day: visit.day(localDayOf(summary.withdrawnAt, summary.zone)) });

/** The withdrawal, or the close when it has passed; what is read says no other instant. */
const changedAt = ({ openAt, closeAt, withdrawnAt, readAt }: DiscussionSummary): Instant =>
  withdrawnAt ?? (closeAt !== null && closeAt <= readAt ? closeAt : openAt);
