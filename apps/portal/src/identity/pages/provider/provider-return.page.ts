import { ProviderRefused, ReturnFromProvider, type Returned } from '#lib/identity';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type PageAnswer, seeOther } from '../../../pages-kit/answer.js';
import { languageOf } from '../../../pages-kit/language.js';
import { originOf } from '../../../request/origin.js';
import { SessionCookie } from '../../../request/session-cookie.js';
import { Public } from '../../../rights/public.js';
import { BeforeFactor } from '../../../rights/recent.js';
import { ownPath } from '../confirm/kept-form.js';

/** Where the provider sends people back to: one address for every language and purpose, as it is registered there. */
@ApiExcludeController()
@Controller('sign-in/provider/return')
export class ProviderReturnPage {
  constructor(
    private readonly returnFromProvider: ReturnFromProvider,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  @Public()
  @BeforeFactor()
  async arrive(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<PageAnswer> {
    const token = this.cookie.readVisit(request) ?? '';
    const query = new URLSearchParams(request.url.split('?')[1] ?? '');
    const sessionId = request.session?.id;
    void reply.header('cache-control', 'no-store');
    this.cookie.clearVisit(reply);
    try {
      const given = { token, query, ...(sessionId === undefined ? {} : { sessionId }), ...originOf(request) };
      return this.onwards(await this.returnFromProvider.execute(given), reply, request);
    } catch (error) {
      if (!(error instanceof ProviderRefused)) throw error;
      return seeOther(`/${languageOf(request)}/sign-in?provider=${error.reason}`);
    }
  }

  private onwards(returned: Returned, reply: FastifyReply, request: FastifyRequest): PageAnswer {
    const { language, purpose, outcome } = returned;
    const to = (path: string) => seeOther(`/${language}/${path}`);
    const next = ownPath(returned.nextPath);
    const nextQuery = next === undefined ? '' : `next=${encodeURIComponent(next)}`;
    if (outcome.kind === 'refused') {
      request.log.warn({ err: outcome.refusal.cause ?? outcome.refusal }, 'the provider did not let a person in');
      const why = `provider=${outcome.refusal.reason}`;
      if (purpose === 'CONFIRMATION') return to(`officer/confirm?${why}&${nextQuery}`);
      return to(purpose === 'BINDING' ? `officer/account?${why}` : `sign-in?${why}`);
    }
    if (outcome.kind === 'bound') return to('officer/account?done=bound');
    if (outcome.kind === 'confirmed') return next === undefined ? to('officer') : seeOther(next);
    if (outcome.kind === 'confirmation-awaits-code') return to(`officer/confirm?${nextQuery}`);
    if (outcome.kind === 'code-awaited') {
      this.cookie.setPending(reply, outcome.pendingToken);
      return to('sign-in/code');
    }
    this.cookie.enter(reply, outcome);
    return to('officer');
  }
}
