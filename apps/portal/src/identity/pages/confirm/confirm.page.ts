import { ConfirmIdentity, SignInFailed, type SessionNow } from '#lib/identity';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { seeOther } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { FormErrors, noErrors, withErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Officer, type OfficerActor, Session } from '../../../rights/person.js';
import { BeforeFactor, ByPerson } from '../../../rights/recent.js';
import { May } from '../../../rights/may.js';
import { type ConfirmModel, confirmView, resumeView } from './confirm.view.js';
import { ownPath, readKept } from './kept-form.js';

/** "Confirm that it is you": before signing, hiding, and changing how one gets in. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/confirm`)
export class ConfirmPage {
  constructor(private readonly confirmIdentity: ConfirmIdentity) {}

  @Get()
  @May('account.keep')
  @ByPerson()
  @BeforeFactor()
  show(@Visit() visit: PageVisit, @Session() { hasFactor }: SessionNow, @Query('next') next?: string): PageAnswer {
    const model: ConfirmModel = {
      action: visit.to('officer/confirm'),
      asksCode: hasFactor,
      next: ownPath(next) ?? visit.to('officer'),
      keptAction: '',
      kept: '',
      ...noErrors,
    };
    return visit.show(confirmView, model, { title: visit.t('access.confirm-title') });
  }

  @Post()
  @May('account.keep')
  @ByPerson()
  @BeforeFactor()
  async confirm(
    @Visit() visit: PageVisit,
    @Session() { id: sessionId, hasFactor }: SessionNow,
    @Officer() officer: OfficerActor,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const form = new Form(body);
    const [next, keptAction, kept] = [form.text('next'), form.text('keptAction'), form.typed('kept')];
    try {
      const given = { sessionId, password: form.typed('password'), code: form.text('code') };
      await this.confirmIdentity.execute(given, officer);
    } catch (error) {
      if (!(error instanceof SignInFailed) || error.details['waitSeconds']) throw error;
      const errors = new FormErrors();
      errors.add('password', visit.t(hasFactor ? 'access.confirm-wrong-code' : 'access.confirm-wrong'));
      const action = visit.to('officer/confirm');
      const model = { action, asksCode: hasFactor, next, keptAction, kept, ...withErrors(errors) };
      return visit.showAgain(confirmView, model, { title: visit.t('access.confirm-title') });
    }
    const waiting = readKept(keptAction, kept);
    if (waiting) return visit.show(resumeView, waiting, { title: visit.t('access.confirmed-title') });
    return seeOther(ownPath(next) ?? visit.to('officer'));
  }
}
