import { BindToProvider, OfficialsProvider, type SessionNow, VisitProvider } from '#lib/identity';
import { Controller, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { SessionCookie } from '../../../request/session-cookie.js';
import { Officer, type OfficerActor, Session } from '../../../rights/person.js';
import { ByPerson, Recent } from '../../../rights/recent.js';
import { May } from '../../../rights/may.js';
import { toProviderView } from './to-provider.view.js';

/** Whether the identity provider lets this official in. By POST: another site must not bind a stranger's account to theirs. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/account/provider`)
export class AccountProviderPage {
  constructor(
    private readonly visitProvider: VisitProvider,
    private readonly binding: BindToProvider,
    private readonly provider: OfficialsProvider,
    private readonly cookie: SessionCookie,
  ) {}

  @Post()
  @May('account.keep')
  @ByPerson()
  @Recent()
  async bind(
    @Visit() visit: PageVisit,
    @Session() { id: sessionId }: SessionNow,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    const { language } = visit;
    const { token, address } = await this.visitProvider.execute({ purpose: 'BINDING', language, sessionId });
    this.cookie.setVisit(reply, token);
    const title = visit.t('provider.bind-title', { provider: this.provider.name ?? '' });
    const model = { heading: title, lead: visit.t('provider.bind-lead'), href: address.href };
    return visit.show(toProviderView, model, { title });
  }

  @Post('end')
  @May('account.keep')
  @ByPerson()
  @Recent()
  async unbind(@Visit() visit: PageVisit, @Officer() officer: OfficerActor): Promise<PageAnswer> {
    await this.binding.remove(this.provider.open.issuer, officer);
    return visit.go('officer/account?done=unbound');
  }
}
