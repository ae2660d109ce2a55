import { OfficialsProvider, SignIn } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Limited } from '../../../limits/limited.js';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { FormErrors, withErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { originOf } from '../../../request/origin.js';
import { SessionCookie } from '../../../request/session-cookie.js';
import { Public } from '../../../rights/public.js';
import { refusalWords } from '../provider/provider-words.js';
import { type SignInModel, signInView } from './sign-in.view.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/sign-in`)
export class SignInPage {
  constructor(
    private readonly signIn: SignIn,
    private readonly cookie: SessionCookie,
    private readonly provider: OfficialsProvider,
  ) {}

  @Get()
  @Public()
  show(
    @Visit() visit: PageVisit,
    @Query('again') again?: string,
    @Query('new') isNew?: string,
    @Query('provider') refused?: string,
  ): PageAnswer {
    const errors = new FormErrors();
    const words = refusalWords(refused, visit.t, this.provider.name);
    if (words !== null) errors.add('provider', words);
    const notes = { hasEnded: again !== undefined, isSet: isNew !== undefined };
    const model = { email: '', ...notes, provider: this.providerLink(visit, words !== null), ...withErrors(errors) };
    return visit.show(signInView, model, { title: visit.t('sign-in.title'), hasErrors: !errors.isEmpty });
  }

  @Post()
  @Public()
  @Limited('sign-in')
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
      const provider = this.providerLink(visit);
      const model = { email, hasEnded: false, isSet: false, provider, ...withErrors(errors) };
      return visit.showAgain(signInView, model, { title: visit.t('sign-in.title') });
    }
  }

  /** @param isAnew the provider still knows whom it named in vain: it is to ask again */
  private providerLink(visit: PageVisit, isAnew = false): SignInModel['provider'] {
    const { name } = this.provider;
    if (name === undefined) return null;
    return {
      text: visit.t('provider.sign-in', { provider: name }),
      href: visit.to(`sign-in/provider${isAnew ? '?anew=1' : ''}`),
    };
  }
}
