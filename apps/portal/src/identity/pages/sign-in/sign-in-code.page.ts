import { CompleteSignIn, SignInFailed, SignInLapsed } from '#lib/identity';
import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Limited } from '../../../limits/limited.js';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { FormErrors, type FormModel, noErrors, withErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { view } from '../../../pages-kit/view.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { originOf } from '../../../request/origin.js';
import { SessionCookie } from '../../../request/session-cookie.js';
import { Public } from '../../../rights/public.js';

const signInCodeView = view<FormModel>('identity/sign-in-code');

/** The second step: the password was right, its token waits in a cookie of its own. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/sign-in/code`)
export class SignInCodePage {
  constructor(
    private readonly completeSignIn: CompleteSignIn,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  @Public()
  show(@Visit() visit: PageVisit): PageAnswer {
    if (this.cookie.readPending(visit.request) === undefined) return visit.go('sign-in');
    return visit.show(signInCodeView, noErrors, { title: visit.t('access.code-title') });
  }

  @Post()
  @Public()
  @Limited('sign-in')
  async enter(
    @Visit() visit: PageVisit,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    const pendingToken = this.cookie.readPending(visit.request) ?? '';
    try {
      const code = new Form(body).text('code');
      const outcome = await this.completeSignIn.execute({ pendingToken, code, ...originOf(visit.request) });
      this.cookie.enter(reply, outcome);
      this.cookie.clearPending(reply);
      return visit.go('officer');
    } catch (error) {
      if (error instanceof SignInLapsed) {
        this.cookie.clearPending(reply);
        return visit.go('sign-in?again=1');
      }
      if (!(error instanceof SignInFailed) || error.details['waitSeconds']) throw error;
      const errors = new FormErrors();
      errors.add('code', visit.t('access.code-wrong'));
      return visit.showAgain(signInCodeView, withErrors(errors), { title: visit.t('access.code-title') });
    }
  }
}
