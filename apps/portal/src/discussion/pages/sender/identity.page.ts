import { DiscussionById } from '#lib/discussion';
import { SendersProvider } from '#lib/identity';
import { profileById } from '#lib/time-limits';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { view } from '../../../pages-kit/view.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Public } from '../../../rights/public.js';
import { ConfirmedSenders } from '../confirmed-sender.js';
import { standingOf } from '../standing.js';
import { atClause, type GateModel, gateModel } from './gate-model.js';

interface IdentityModel extends GateModel {
  readonly words: string;
  readonly refused: string | null;
  /** To the provider; null when nobody can be confirmed on line. */
  readonly go: { readonly href: string; readonly text: string } | null;
}

const identityView = view<IdentityModel>('discussion/sender/identity');

/** Before a remark where the profile asks whom an identity provider names (AMB-20): what is asked, and the way to it. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/discussions/:id/sender/identity`)
export class SenderIdentityPage {
  constructor(
    private readonly discussions: DiscussionById,
    private readonly senders: ConfirmedSenders,
    private readonly provider: SendersProvider,
  ) {}

  @Get()
  @Public()
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Query('sender') sender?: string,
    @Query('clause') clause?: string,
  ): Promise<PageAnswer> {
    const discussion = await this.discussions.execute(id);
    if (standingOf(discussion) !== 'open') return visit.go(`discussions/${id}`);
    if (this.senders.gateOf(visit, discussion) !== 'sender/identity') return visit.go(`discussions/${id}/remark`);
    const { t } = visit;
    const { name: provider } = this.provider;
    const model = {
      ...gateModel(visit, discussion),
      ...(profileById(discussion.profileId).identity === 'national-body'
        ? { words: t('sender.national-body'), go: null }
        : provider === undefined
          ? { words: t('sender.no-provider'), go: null }
          : {
              words: t('sender.identity-lead', { provider }),
              go: {
                href: visit.to(`discussions/${id}/sender${atClause(clause)}`),
                text: t('sender.confirm', { provider }),
              },
            }),
      refused: sender === 'refused' && provider !== undefined ? t('sender.refused-here', { provider }) : null,
    };
    return visit.show(identityView, model, { title: t('sender.gate-title') });
  }
}
