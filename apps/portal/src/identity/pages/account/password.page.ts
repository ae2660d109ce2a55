import { ChangePassword, passwordLengths, type SessionNow } from '#lib/identity';
import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { FormErrors, withErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { SessionCookie } from '../../../request/session-cookie.js';
import { Officer, type OfficerActor, Session } from '../../../rights/person.js';
import { ByPerson, Recent } from '../../../rights/recent.js';
import { May } from '../../../rights/may.js';
import { addPasswordFaults } from '../password-faults.js';
import { type PasswordModel, passwordView } from './account.view.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/account/password`)
export class PasswordPage {
  constructor(
    private readonly changePassword: ChangePassword,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  @May('account.keep')
  @ByPerson()
  @Recent()
  show(@Visit() visit: PageVisit): PageAnswer {
    return visit.show(passwordView, model(visit), { title: visit.t('access.password-title') });
  }

  @Post()
  @May('account.keep')
  @ByPerson()
  @Recent()
  async change(
    @Visit() visit: PageVisit,
    @Session() { id: sessionId }: SessionNow,
    @Officer() officer: OfficerActor,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    try {
      const password = new Form(body).typed('password');
      this.cookie.set(reply, await this.changePassword.execute({ password, sessionId }, officer));
      return visit.go('officer/account?done=password');
    } catch (error) {
      const errors = new FormErrors();
      if (!addPasswordFaults(error, errors, visit)) throw error;
      return visit.showAgain(passwordView, model(visit, errors), { title: visit.t('access.password-title') });
    }
  }
}

const model = (visit: PageVisit, errors = new FormErrors()): PasswordModel => ({
  action: visit.to('officer/account/password'),
  least: passwordLengths.least,
  back: { href: visit.to('officer/account'), text: visit.t('access.title') },
  ...withErrors(errors),
});
