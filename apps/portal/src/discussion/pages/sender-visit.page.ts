import { ConfirmSender, LeaveProvider, SendersProvider } from '#lib/identity';
import { isId } from '#lib/kernel';
import { Controller, Get, Header, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Limited } from '../../limits/limited.js';
import { type PageAnswer, toProvider } from '../../pages-kit/answer.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { SenderCookie } from '../../request/sender-cookie.js';
import { Public } from '../../rights/public.js';
import { leftAnswer } from '../../identity/pages/sign-in/left.view.js';
import { ConfirmedSenders } from './confirmed-sender.js';
import { atClause } from './sender/gate-model.js';

/** A sender who wishes it is confirmed by the provider before writing; nobody has to (AMB-20). */
@ApiExcludeController()
@Controller(`${LANGUAGE}/discussions/:id/sender`)
export class SenderVisitPage {
  constructor(
    private readonly confirmSender: ConfirmSender,
    private readonly cookie: SenderCookie,
    private readonly senders: ConfirmedSenders,
    private readonly leaveProvider: LeaveProvider,
    private readonly provider: SendersProvider,
  ) {}

  @Get()
  @Public()
  @Limited('sender-visit')
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
    const isByProvider = this.senders.of(visit)?.kind === 'provider';
    this.cookie.clearPass(reply);
    if (!isId(id)) return visit.go('');
    return visit.go(`discussions/${id}/${isByProvider ? 'sender/left' : 'remark'}`);
  }

  /** The provider's own session is ended too, where it can be; then the form begins anew. */
  @Get('left')
  @Public()
  @Header('cache-control', 'no-store')
  async left(@Visit() visit: PageVisit, @Param('id') id: string): Promise<PageAnswer> {
    const { t, language, request } = visit;
    if (!isId(id)) return visit.go('');
    const isOurs = request.headers['sec-fetch-site'] !== 'cross-site';
    const address = isOurs ? await this.leaveProvider.ofSenders(`${language}.${id}`) : undefined;
    if (!address) return visit.go(`discussions/${id}/remark`);
    return leftAnswer(visit, { heading: t('sender.left-title'), provider: this.provider.name, address });
  }
}
