import { DiscussionById, type DiscussionDetails, type ModerationLine, ModerationLog } from '#lib/discussion';
import { pageRequest } from '#lib/kernel';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { inLanguage } from '../../pages-kit/titles.js';
import { view } from '../../pages-kit/view.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Public } from '../../rights/public.js';

export interface ModerationLogModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly title: string;
  readonly titleLanguage: string;
  readonly lines: readonly {
    readonly number: string;
    /** To the acts of the own body's officials; null for everybody else. */
    readonly href: string | null;
    /** The act, and of how many passages. */
    readonly act: string;
    readonly ground: string;
    readonly explanation: string;
    readonly explanationLanguage: string;
    readonly at: string;
  }[];
  readonly pages: { readonly next?: string; readonly first?: string };
}

const moderationLogView = view<ModerationLogModel>('moderation/log');

@ApiExcludeController()
@Controller(`${LANGUAGE}/discussions/:id/moderation`)
export class ModerationLogPage {
  constructor(
    private readonly discussions: DiscussionById,
    private readonly log: ModerationLog,
  ) {}

  /** What moderators did, for everybody to see (complaint 28). */
  @Get()
  @Public()
  async show(@Visit() visit: PageVisit, @Param('id') id: string, @Query('after') after?: string): Promise<PageAnswer> {
    const discussion = await this.discussions.execute(id);
    const { items, next } = await this.log.of(id, pageRequest(50, after || undefined));
    const title = inLanguage(discussion.title, visit.language);
    const here = visit.to(`discussions/${id}/moderation`);
    const model: ModerationLogModel = {
      back: { href: visit.to(`discussions/${id}`), text: visit.t('receipt.to-draft') },
      title: title.text,
      titleLanguage: title.language,
      lines: items.map((line) => lineOf(line, discussion, visit)),
      pages: {
        ...(next ? { next: `${here}?after=${encodeURIComponent(next)}` } : {}),
        ...(after ? { first: here } : {}),
      },
    };
    return visit.show(moderationLogView, model, { title: visit.t('moderation.title') });
  }
}

function lineOf(
  line: ModerationLine,
  { zone, developerId }: DiscussionDetails,
  visit: PageVisit,
): ModerationLogModel['lines'][number] {
  const isOwn = visit.request.officer?.bodyId === developerId;
  const { number, act, ground, passages, at } = line;
  const { t } = visit;
  const explanation = inLanguage(line.explanation, visit.language);
  return {
    number,
    href: isOwn ? visit.to(`officer/remarks/${number}/hiding`) : null,
    act: `${t(`moderation.act.${act}`)}${passages === null ? '' : `: ${t('redaction.count', { count: passages })}`}`,
    ground: t(`hiding.ground.${ground}`),
    explanation: explanation.text,
    explanationLanguage: explanation.language,
    at: visit.when(at, zone),
  };
}
