import { ConfirmByCode, ConfirmIdentity, OfficialsProvider, SignInFailed, type SessionNow } from '#lib/identity';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { seeOther } from '../../../pages-kit/answer.js';
import { ChangesLanguage } from '../../../pages-kit/changes-language.js';
import { Form } from '../../../pages-kit/form.js';
import { FormErrors, withErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Officer, type OfficerActor, Session } from '../../../rights/person.js';
import { BeforeFactor, ByPerson } from '../../../rights/recent.js';
import { May } from '../../../rights/may.js';
import { refusalWords } from '../provider/provider-words.js';
import { confirmCarried, confirmModel } from './confirm-model.js';
import { confirmedBesideView, confirmView, keptView } from './confirm.view.js';
import { ownPath, readKept } from './kept-form.js';
import { keptPage } from './kept-page.js';

/** "Confirm that it is you": before signing, hiding, and changing how one gets in. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/confirm`)
export class ConfirmPage {
  constructor(
    private readonly confirmIdentity: ConfirmIdentity,
    private readonly confirmByCode: ConfirmByCode,
    private readonly provider: OfficialsProvider,
  ) {}

  @Get()
  @May('account.keep')
  @ByPerson()
  @BeforeFactor()
  show(
    @Visit() visit: PageVisit,
    @Session() session: SessionNow,
    @Query('next') next?: string,
    @Query('provider') refused?: string,
    @Query('done') done?: string,
  ): PageAnswer {
    const title = visit.t('access.confirm-title');
    if (done !== undefined && session.isRecent)
      return visit.show(confirmedBesideView, {}, { title: visit.t('access.confirmed-title') });
    const errors = new FormErrors();
    const words = refusalWords(refused, visit.t, this.provider.name);
    if (words !== null) errors.add('provider', words);
    const model = confirmModel({ language: visit.language, session, next, faults: withErrors(errors) });
    return visit.show(confirmView, model, { title, hasErrors: !errors.isEmpty });
  }

  @Post()
  @ChangesLanguage()
  @May('account.keep')
  @ByPerson()
  @BeforeFactor()
  async confirm(
    @Visit() visit: PageVisit,
    @Session() session: SessionNow,
    @Officer() officer: OfficerActor,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const form = new Form(body);
    const next = form.text('next');
    const kept = readKept(form.text('keptAction'), form.typed('kept'));
    const errors = new FormErrors();
    if (!form.changesLanguage)
      await this.proof(form, session, officer, (field, text) => errors.add(field, visit.t(text)));
    if (!errors.isEmpty || form.changesLanguage) {
      const model = confirmModel({ language: visit.language, session, next, kept, faults: withErrors(errors) });
      return visit.showForm(confirmView, model, { title: visit.t('access.confirm-title'), ...confirmCarried(model) });
    }
    if (kept) {
      const { model, facts } = keptPage(kept, 'confirmed', visit.language);
      return visit.show(keptView, model, facts);
    }
    return seeOther(ownPath(next) ?? visit.to('officer'));
  }

  /** By password and code; at a session of the provider by what it said, and the code where it asked for none. */
  private async proof(
    form: Form,
    session: SessionNow,
    officer: OfficerActor,
    fault: (
      field: string,
      text: 'access.code-wrong' | `access.confirm-wrong${'' | '-code'}` | 'provider.first',
    ) => void,
  ): Promise<void> {
    const { id: sessionId, issuer, isProved, isRecent, asksCode } = session;
    const code = form.text('code');
    try {
      if (issuer === null) {
        await this.confirmIdentity.execute({ sessionId, password: form.typed('password'), code }, officer);
      } else if (isProved) await this.confirmByCode.execute({ sessionId, code }, officer);
      else if (!isRecent) fault('provider', 'provider.first');
    } catch (error) {
      if (!(error instanceof SignInFailed) || error.details['waitSeconds']) throw error;
      if (issuer !== null) fault('code', 'access.code-wrong');
      else fault('password', asksCode ? 'access.confirm-wrong-code' : 'access.confirm-wrong');
    }
  }
}
