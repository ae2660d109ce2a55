import { DiscussionById, type DiscussionDetails, mayStillHappen } from '#lib/discussion';
import { isApproved } from '#lib/drafting';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Limited } from '../../limits/limited.js';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { Form } from '../../pages-kit/form.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { inLanguage } from '../../pages-kit/titles.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Public } from '../../rights/public.js';
import { type Standing, standingOf } from '../../discussion/pages/standing.js';
import { type AskFrame, Asking } from './asking.js';

type Told = 'EXTENDED' | 'CLOSING_SOON' | 'CLOSED' | 'REPORTED' | 'CORRECTED' | 'ENDED';

/** What is still to come. */
const toldWhile: Readonly<Record<Standing, readonly Told[]>> = {
  open: ['EXTENDED', 'CLOSING_SOON', 'CLOSED', 'REPORTED', 'CORRECTED', 'ENDED'],
  closed: ['REPORTED', 'CORRECTED', 'ENDED'],
  reported: ['CORRECTED', 'ENDED'],
  withdrawn: [],
};

/** Letters about one draft are asked for here; the mailbox is asked by a letter. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/discussions/:id/letters`)
export class DraftLettersPage {
  constructor(
    private readonly discussions: DiscussionById,
    private readonly asking: Asking,
  ) {}

  @Get()
  @Public()
  async show(@Visit() visit: PageVisit, @Param('id') id: string): Promise<PageAnswer> {
    return this.asking.show(visit, frameOf(visit, await this.discussions.execute(id)));
  }

  @Post()
  @Public()
  @Limited('subscription')
  async ask(@Visit() visit: PageVisit, @Param('id') id: string, @Body() body: unknown): Promise<PageAnswer> {
    const frame = frameOf(visit, await this.discussions.execute(id));
    if (frame.isOver) return this.asking.show(visit, frame);
    return this.asking.ask(visit, frame, new Form(body), { discussionId: id });
  }
}

function frameOf(visit: PageVisit, discussion: DiscussionDetails): AskFrame {
  const { t } = visit;
  const { text: name, language: nameLanguage } = inLanguage(discussion.title, visit.language);
  const here = `discussions/${discussion.id}`;
  return {
    back: { href: visit.to(here), text: t('subscribe.to-draft') },
    title: t('subscribe.title'),
    name,
    nameLanguage,
    lead: t('subscribe.lead'),
    told: toldWhile[standingOf(discussion)].map((each) => t(`subscribe.told-${each}`)),
    scopes: null,
    scope: 'ALL',
    action: visit.to(`${here}/letters`),
    isOver: !mayStillHappen(discussion.state, isApproved(discussion.procedureState)),
  };
}
