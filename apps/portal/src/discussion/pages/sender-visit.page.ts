import { ConfirmSender } from '#lib/identity';
import { isId } from '#lib/kernel';
import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Limited } from '../../limits/limited.js';
import { type PageAnswer, toProvider } from '../../pages-kit/answer.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { SenderCookie } from '../../request/sender-cookie.js';
import { Public } from '../../rights/public.js';
import { atClause } from './sender/gate-model.js';

/** A sender who wishes it is confirmed by the provider before writing; nobody has to (AMB-20). */
@ApiExcludeController()
@Controller(`${LANGUAGE}/discussions/:id/sender`)
export class SenderVisitPage {
  constructor(
    private readonly confirmSender: ConfirmSender,
    private readonly cookie: SenderCookie,
  ) {}

  @Get()
  @Public()
  @Limited('sign-in')
  async go(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('clause') clause?: string,
  ): Promise<PageAnswer> {
    const next = isId(id) ? visit.to(`discussions/${id}/remark${atClause(clause)}`) : '';
    const { token, address } = await this.confirmSender.visit(visit.language, next);
    this.cookie.setVisit(reply, token);
    return toProvider(address);
  }

  @Post('forget')
  @Public()
  forget(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): PageAnswer {
    this.cookie.clearPass(reply);
    return visit.go(isId(id) ? `discussions/${id}/remark` : '');
  }
}
