import { AskPasswordReset } from '#lib/identity';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Limited } from '../../../limits/limited.js';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { view } from '../../../pages-kit/view.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Public } from '../../../rights/public.js';

const forgottenPasswordView = view<{ readonly isAsked: boolean }>('identity/forgotten-password');

@ApiExcludeController()
@Controller(`${LANGUAGE}/forgotten-password`)
export class ForgottenPasswordPage {
  constructor(private readonly askPasswordReset: AskPasswordReset) {}

  @Get()
  @Public()
  show(@Visit() visit: PageVisit): PageAnswer {
    return visit.show(forgottenPasswordView, { isAsked: false }, { title: visit.t('access.forgotten-title') });
  }

  /** The same answer whoever asks: it tells nobody whether there is an account. */
  @Post()
  @Public()
  @Limited('password-reset')
  async ask(@Visit() visit: PageVisit, @Body() body: unknown): Promise<PageAnswer> {
    await this.askPasswordReset.execute(new Form(body).text('email').slice(0, 254));
    return visit.show(forgottenPasswordView, { isAsked: true }, { title: visit.t('access.forgotten-title') });
  }
}
