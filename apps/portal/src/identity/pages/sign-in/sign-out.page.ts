import { OfficialsProvider, SignOut } from '#lib/identity';
import { Controller, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { SessionCookie } from '../../../request/session-cookie.js';
import { Public } from '../../../rights/public.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/sign-out`)
export class SignOutPage {
  constructor(
    private readonly signOut: SignOut,
    private readonly provider: OfficialsProvider,
    private readonly cookie: SessionCookie,
  ) {}

  @Post()
  @Public()
  async leave(
    @Visit() visit: PageVisit,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    if (request.sessionToken) await this.signOut.execute(request.sessionToken);
    this.cookie.clear(reply);
    const issuer = request.session?.issuer ?? undefined;
    // Who came by the provider leaves it too.
    return visit.go(issuer !== undefined && issuer === this.provider.issuer ? 'signed-out' : '');
  }
}
