import { type SessionNow, VisitProvider } from '#lib/identity';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type PageAnswer, toProvider } from '../../../pages-kit/answer.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { SessionCookie } from '../../../request/session-cookie.js';
import { Session } from '../../../rights/person.js';
import { BeforeFactor, ByPerson } from '../../../rights/recent.js';
import { May } from '../../../rights/may.js';
import { ownPath } from '../confirm/kept-form.js';

/** The provider asks anew who is at a session that it opened. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/confirm/provider`)
export class ProviderConfirmPage {
  constructor(
    private readonly visitProvider: VisitProvider,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  @May('account.keep')
  @ByPerson()
  @BeforeFactor()
  async go(
    @Visit() visit: PageVisit,
    @Session() { id: sessionId }: SessionNow,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('next') next?: string,
  ): Promise<PageAnswer> {
    const { language } = visit;
    const given = { purpose: 'CONFIRMATION', language, sessionId, nextPath: ownPath(next) ?? '' } as const;
    const { token, address } = await this.visitProvider.execute(given);
    this.cookie.setVisit(reply, token);
    return toProvider(address);
  }
}
