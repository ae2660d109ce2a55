import { passwordLengths, ResetPassword } from '#lib/identity';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Limited } from '../../../limits/limited.js';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { FormErrors, type FormModel, withErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { view } from '../../../pages-kit/view.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Public } from '../../../rights/public.js';
import { addPasswordFaults } from '../password-faults.js';

const passwordResetView = view<FormModel & { readonly action: string; readonly least: number }>(
  'identity/password-reset',
);

/** Where the link of a forgotten password leads; looking changes nothing. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/password-resets/:token`)
export class PasswordResetPage {
  constructor(private readonly resetPassword: ResetPassword) {}

  @Get()
  @Public()
  async show(@Visit() visit: PageVisit, @Param('token') token: string): Promise<PageAnswer> {
    await this.resetPassword.look(token);
    return visit.show(passwordResetView, model(visit, token), { title: visit.t('access.reset-title') });
  }

  @Post()
  @Public()
  @Limited('password-reset')
  async reset(@Visit() visit: PageVisit, @Param('token') token: string, @Body() body: unknown): Promise<PageAnswer> {
    try {
      await this.resetPassword.execute({ token, password: new Form(body).typed('password') });
      return visit.go('sign-in?new=1');
    } catch (error) {
      const errors = new FormErrors();
      if (!addPasswordFaults(error, errors, visit)) throw error;
      return visit.showAgain(passwordResetView, model(visit, token, errors), { title: visit.t('access.reset-title') });
    }
  }
}

const model = (visit: PageVisit, token: string, errors = new FormErrors()) => ({
  action: visit.to(`password-resets/${token}`),
  least: passwordLengths.least,
  ...withErrors(errors),
});
