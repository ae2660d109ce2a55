import {
  type FactorOffer,
  FactorNotSet,
  OfferFactor,
  RenewRecoveryCodes,
  SealBroken,
  SetFactor,
  type SessionNow,
} from '#lib/identity';
import { Settings } from '#lib/settings';
import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { FormErrors, withErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { qrPicture } from '../../../pages-kit/qr-picture.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { SessionCookie } from '../../../request/session-cookie.js';
import { Officer, type OfficerActor, Session } from '../../../rights/person.js';
import { BeforeFactor, ByPerson, Recent } from '../../../rights/recent.js';
import { May } from '../../../rights/may.js';
import { factorView, recoveryCodesView } from './account.view.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/account`)
export class FactorPage {
  constructor(
    private readonly offerFactor: OfferFactor,
    private readonly setFactor: SetFactor,
    private readonly renewCodes: RenewRecoveryCodes,
    private readonly cookie: SessionCookie,
    private readonly settings: Settings,
  ) {}

  @Get('second-factor')
  @May('account.keep')
  @ByPerson()
  @BeforeFactor()
  @Recent()
  async offer(
    @Visit() visit: PageVisit,
    @Session() session: SessionNow,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const offer = await this.offerFactor.execute(session.id, officer);
    return visit.show(factorView, this.model(visit, session, offer), { title: visit.t('access.factor-title') });
  }

  @Post('second-factor')
  @May('account.keep')
  @ByPerson()
  @BeforeFactor()
  @Recent()
  async set(
    @Visit() visit: PageVisit,
    @Session() session: SessionNow,
    @Officer() officer: OfficerActor,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    const form = new Form(body);
    const [offer, code] = [form.text('offer'), form.text('code')];
    try {
      const set = await this.setFactor.execute({ offer, code, sessionId: session.id }, officer);
      this.cookie.set(reply, set.token);
      visit.request.sessionToken = set.token;
      return this.showCodes(visit, set.recoveryCodes);
    } catch (error) {
      if (!(error instanceof FactorNotSet)) throw error;
      const errors = new FormErrors();
      errors.add('code', visit.t('access.code-wrong'));
      const again = await this.offeredAgain(offer, session.id, officer);
      const model = this.model(visit, session, again, errors);
      return visit.showAgain(factorView, model, { title: visit.t('access.factor-title') });
    }
  }

  @Post('recovery-codes')
  @May('account.keep')
  @ByPerson()
  @Recent()
  async renew(@Visit() visit: PageVisit, @Officer() officer: OfficerActor): Promise<PageAnswer> {
    return this.showCodes(visit, await this.renewCodes.execute(officer));
  }

  private showCodes(visit: PageVisit, codes: readonly string[]): PageAnswer {
    const model = { codes, onwards: visit.to('officer') };
    return visit.show(recoveryCodesView, model, { title: visit.t('access.recovery-title') });
  }

  private async offeredAgain(offer: string, sessionId: string, officer: OfficerActor): Promise<FactorOffer> {
    try {
      return await this.offerFactor.again(offer, sessionId, officer);
    } catch (error) {
      if (error instanceof SealBroken) return this.offerFactor.execute(sessionId, officer);
      throw error;
    }
  }

  private model(visit: PageVisit, { hasFactor }: SessionNow, offer: FactorOffer, errors = new FormErrors()) {
    return {
      action: visit.to('officer/account/second-factor'),
      isObligatory: this.settings.secondFactor === 'required' && !hasFactor,
      isReplaced: hasFactor,
      secret: offer.secret.replace(/(.{4})(?=.)/g, '$1 '),
      offer: offer.offer,
      picture: qrPicture(offer.address),
      back: { href: visit.to('officer/account'), text: visit.t('access.title') },
      ...withErrors(errors),
    };
  }
}
