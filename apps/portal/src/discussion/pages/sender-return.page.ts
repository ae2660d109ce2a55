import { ConfirmSender, ProviderRefused } from '#lib/identity';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type PageAnswer, seeOther } from '../../pages-kit/answer.js';
import { languageOf } from '../../pages-kit/language.js';
import { SenderCookie } from '../../request/sender-cookie.js';
import { Public } from '../../rights/public.js';

const remarkForm = /^\/(kk|ru|en)\/discussions\/[0-9a-f-]{36}\/remark(\?clause=[0-9a-f-]{36})?$/;

/** Where the provider of senders sends people back to. It opens no session, whoever comes. */
@ApiExcludeController()
@Controller('sender/return')
export class SenderReturnPage {
  constructor(
    private readonly confirmSender: ConfirmSender,
    private readonly cookie: SenderCookie,
  ) {}

  @Get()
  @Public()
  async arrive(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<PageAnswer> {
    const query = new URLSearchParams(request.url.split('?')[1] ?? '');
    void reply.header('cache-control', 'no-store');
    this.cookie.clearVisit(reply);
    try {
      const { language, nextPath, pass } = await this.confirmSender.execute(this.cookie.readVisit(request), query);
      if (pass !== undefined) this.cookie.setPass(reply, pass);
      const form = remarkForm.test(nextPath) ? nextPath : `/${language}`;
      return seeOther(pass === undefined ? `${form.split('?')[0]}?sender=refused` : form);
    } catch (error) {
      if (!(error instanceof ProviderRefused)) throw error;
      return seeOther(`/${languageOf(request)}/discussions`);
    }
  }
}
