import { EndSession, type ListedSession, OfficialsProvider, OwnAccess, type SessionNow } from '#lib/identity';
import { OFFICE_ZONE } from '#lib/localisation';
import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Officer, type OfficerActor, Session } from '../../../rights/person.js';
import { ByPerson } from '../../../rights/recent.js';
import { May } from '../../../rights/may.js';
import { refusalWords } from '../provider/provider-words.js';
import { type AccountModel, accountView } from './account.view.js';

/** How one gets in: the second factor, the password, and where one is signed in. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/account`)
export class AccountPage {
  constructor(
    private readonly access: OwnAccess,
    private readonly endSession: EndSession,
    private readonly provider: OfficialsProvider,
  ) {}

  @Get()
  @May('account.keep')
  @ByPerson()
  async show(
    @Visit() visit: PageVisit,
    @Officer() { id }: OfficerActor,
    @Session() session: SessionNow,
    @Query('done') done?: string,
    @Query('provider') refused?: string,
  ): Promise<PageAnswer> {
    const factor = await this.access.factorOf(id);
    const sessions = await this.access.sessionsOf(id);
    const model: AccountModel = {
      factor: factor
        ? {
            enrolledAt: visit.when(factor.enrolledAt, OFFICE_ZONE),
            codesLeft: visit.t('access.codes-left', { count: factor.recoveryCodesLeft }),
          }
        : null,
      factorHref: visit.to('officer/account/second-factor'),
      codesAction: visit.to('officer/account/recovery-codes'),
      passwordHref: visit.to('officer/account/password'),
      tokensHref: visit.to('officer/account/tokens'),
      sessions: sessions.map((each) => sessionLine(each, session.id, visit)),
      endOthersAction: visit.to('officer/account/other-sessions/end'),
      note: noteOf(done, visit),
      provider: await this.byProvider(id, visit, refused),
    };
    return visit.show(accountView, model, { title: visit.t('access.title') });
  }

  private async byProvider(id: string, visit: PageVisit, refused?: string): Promise<AccountModel['provider']> {
    const { name: provider, issuer } = this.provider;
    if (provider === undefined) return null;
    const { hasPassword, boundAt } = await this.access.signInsOf(id, issuer);
    return {
      heading: visit.t('provider.sign-in', { provider }),
      text: boundAt
        ? visit.t('provider.bound-since', { at: visit.when(boundAt, OFFICE_ZONE) })
        : visit.t('provider.not-bound'),
      action: visit.to(boundAt ? 'officer/account/provider/end' : 'officer/account/provider'),
      isBound: boundAt !== undefined,
      refusal: refusalWords(refused, visit.t, provider),
      canEnd: hasPassword,
    };
  }

  @Post('sessions/:sessionId/end')
  @May('account.keep')
  @ByPerson()
  async end(
    @Visit() visit: PageVisit,
    @Param('sessionId') sessionId: string,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    await this.endSession.execute(sessionId, officer);
    return visit.go('officer/account');
  }

  @Post('other-sessions/end')
  @May('account.keep')
  @ByPerson()
  async endOthers(
    @Visit() visit: PageVisit,
    @Session() { id }: SessionNow,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    await this.endSession.others(id, officer);
    return visit.go('officer/account');
  }
}

const noteOf = (done: string | undefined, { t }: PageVisit): string | null => {
  if (done === 'password') return t('access.password-changed');
  if (done === 'bound') return t('provider.bound');
  return done === 'unbound' ? t('provider.unbound') : null;
};

const sessionLine = (
  { id, device, addressBlock, openedAt, seenAt }: ListedSession,
  own: string,
  visit: PageVisit,
): AccountModel['sessions'][number] => ({
  device: device || visit.t('access.device-unknown'),
  place: addressBlock || visit.t('access.place-unknown'),
  openedAt: visit.when(openedAt, OFFICE_ZONE),
  seenAt: visit.when(seenAt, OFFICE_ZONE),
  isThis: id === own,
  endAction: visit.to(`officer/account/sessions/${id}/end`),
});
