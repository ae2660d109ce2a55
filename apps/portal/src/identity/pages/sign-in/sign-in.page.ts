import { SignIn } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { FormErrors, noErrors, withErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { originOf } from '../../../request/origin.js';
import { SessionCookie } from '../../../request/session-cookie.js';
import { Public } from '../../../rights/public.js';
import { signInView } from './sign-in.view.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/sign-in`)
export class SignInPage {
  constructor(
    private readonly signIn: SignIn,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  @Public()
  show(@Visit() visit: PageVisit, @Query('again') again?: string, @Query('new') isNew?: string): PageAnswer {
    const model = { email: '', hasEnded: again !== undefined, isSet: isNew !== undefined, ...noErrors };
    return visit.show(signInView, model, { title: visit.t('sign-in.title') });
  }

  @Post()
  @Public()
  async enter(
    @Visit() visit: PageVisit,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    const form = new Form(body);
    const email = form.text('email');
    try {
      const origin = originOf(visit.request);
      const outcome = await this.signIn.execute({ email, password: form.typed('password'), ...origin });
      if (outcome.kind === 'code-awaited') {
        this.cookie.setPending(reply, outcome.pendingToken);
        return visit.go('sign-in/code');
      }
      this.cookie.enter(reply, outcome);
      return visit.go('officer');
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'sign-in-failed' || error.details['waitSeconds'])
        throw error;
      const errors = new FormErrors();
      errors.add('email', visit.t('sign-in.failed'));
      const model = { email, hasEnded: false, isSet: false, ...withErrors(errors) };
      return visit.showAgain(signInView, model, { title: visit.t('sign-in.title') });
    }
  }
}
