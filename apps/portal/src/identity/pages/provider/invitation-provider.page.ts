import { AcceptInvitation, OfficialsProvider, VisitProvider } from '#lib/identity';
import { Controller, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { SessionCookie } from '../../../request/session-cookie.js';
import { Public } from '../../../rights/public.js';
import { toProviderView } from './to-provider.view.js';

/** An invitation accepted by whom the provider knows, without a password of ours. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/invitations/:token/provider`)
export class InvitationProviderPage {
  constructor(
    private readonly acceptInvitation: AcceptInvitation,
    private readonly visitProvider: VisitProvider,
    private readonly provider: OfficialsProvider,
    private readonly cookie: SessionCookie,
  ) {}

  @Post()
  @Public()
  async go(
    @Visit() visit: PageVisit,
    @Param('token') invitation: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    const { language } = visit;
    const { email } = await this.acceptInvitation.look(invitation);
    const { token, address } = await this.visitProvider.execute({ purpose: 'INVITATION', language, invitation });
    this.cookie.setVisit(reply, token);
    const lead = visit.t('provider.join-lead', { email, provider: this.provider.name ?? '' });
    const title = visit.t('access.invitation-title');
    return visit.show(toProviderView, { heading: title, lead, href: address.href }, { title });
  }
}
