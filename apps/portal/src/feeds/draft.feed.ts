import { DiscussionById } from '#lib/discussion';
import { NoticesOfDraft } from '#lib/notifications';
import { ErrataOf, FirstPublication } from '#lib/reports';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { LANGUAGE } from '../pages-kit/language.js';
import { inLanguage } from '../pages-kit/titles.js';
import { type PageVisit, Visit } from '../pages-kit/visit.js';
import { Public } from '../rights/public.js';
import { draftEvents } from './draft-events.js';
import { sendFeed, whole } from './send-feed.js';

/** What happens to one draft, as a feed: for who wants to hear of it without giving an address. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/discussions/:id/feed.atom`)
export class DraftFeed {
  constructor(
    private readonly discussions: DiscussionById,
    private readonly reports: FirstPublication,
    private readonly errata: ErrataOf,
    private readonly notices: NoticesOfDraft,
  ) {}

  @Get()
  @Public()
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const discussion = await this.discussions.execute(id);
    const [publishedAt, errata, notices] = await Promise.all([
      this.reports.of(id),
      this.errata.published(id),
      this.notices.public(id),
    ]);
    const history = { discussion, publishedAt, errata, notices };
    const page = whole(visit.request, visit.to(`discussions/${id}`));
    const title = inLanguage(discussion.title, visit.language).text;
    const author = inLanguage(discussion.developer, visit.language).text;
    return sendFeed(visit.request, reply, {
      self: `${page}/feed.atom`,
      alternate: page,
      language: visit.language,
      title,
      author,
      entries: draftEvents(history, visit).map(({ mark, at, title: what, summary }) => ({
        id: `${page}#${mark}`,
        href: page,
        title: `${what}: ${title}`,
        author,
        published: at,
        updated: at,
        summary,
      })),
    });
  }
}
