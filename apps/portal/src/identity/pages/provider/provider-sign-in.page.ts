import { VisitProvider } from '#lib/identity';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Limited } from '../../../limits/limited.js';
import { type PageAnswer, toProvider } from '../../../pages-kit/answer.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { SessionCookie } from '../../../request/session-cookie.js';
import { Public } from '../../../rights/public.js';

/** By a link, not a form: the policy of our pages lets no form lead to another site. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/sign-in/provider`)
export class ProviderSignInPage {
  constructor(
    private readonly visitProvider: VisitProvider,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  @Public()
  @Limited('sign-in')
  async go(
    @Visit() visit: PageVisit,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('anew') anew?: string,
  ): Promise<PageAnswer> {
    // Whom the provider still knows would be signed in without a wish of theirs (v5.0.0-7.6.2).
    if (visit.request.headers['sec-fetch-site'] === 'cross-site') return visit.go('sign-in');
    const { language } = visit;
    const isAnew = anew !== undefined;
    const { token, address } = await this.visitProvider.execute({ purpose: 'SIGN_IN', language, isAnew });
    this.cookie.setVisit(reply, token);
    return toProvider(address);
  }
}
