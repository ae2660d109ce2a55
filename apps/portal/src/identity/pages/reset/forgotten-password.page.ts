import { AskPasswordReset } from '#lib/identity';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Limited } from '../../../limits/limited.js';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { type FormModel, noErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { view } from '../../../pages-kit/view.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Public } from '../../../rights/public.js';

interface ForgottenModel extends FormModel {
  readonly isAsked: boolean;
  readonly email: string;
}

const forgottenPasswordView = view<ForgottenModel>('identity/forgotten-password');

@ApiExcludeController()
@Controller(`${LANGUAGE}/forgotten-password`)
export class ForgottenPasswordPage {
  constructor(private readonly askPasswordReset: AskPasswordReset) {}

  @Get()
  @Public()
  show(@Visit() visit: PageVisit): PageAnswer {
    return form(visit, '');
  }

  /** The same answer whoever asks: it tells nobody whether there is an account. */
  @Post()
  @Public()
  @Limited('password-reset')
  async ask(@Visit() visit: PageVisit, @Body() body: unknown): Promise<PageAnswer> {
    const typed = new Form(body);
    const email = typed.text('email').slice(0, 254);
    if (typed.changesLanguage) return form(visit, email);
    await this.askPasswordReset.execute(email);
    const model = { ...noErrors, isAsked: true, email: '' };
    return visit.show(forgottenPasswordView, model, { title: visit.t('access.forgotten-title') });
  }
}

function form(visit: PageVisit, email: string): PageAnswer {
  const carried = { id: 'forgotten', address: visit.to('forgotten-password') };
  const facts = { title: visit.t('access.forgotten-title'), carried };
  return visit.show(forgottenPasswordView, { ...noErrors, isAsked: false, email }, facts);
}
