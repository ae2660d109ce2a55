import { ProfileUse } from '#lib/discussion';
import { CLOCK, type Clock, type Instant } from '#lib/kernel';
import {
  type ListedProfile,
  listedProfiles,
  ProfileRegister,
  ProfileStays,
  WithdrawProcedureProfile,
} from '#lib/procedure-profiles';
import { hasBegun, isInForceAt, knownProfiles, type ProcedureProfile, profileById } from '#lib/time-limits';
import { Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { FormErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { May } from '../../../rights/may.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { Recent } from '../../../rights/recent.js';
import { profileLine } from './profile-line.js';
import { profilePageModel } from './profile-page-model.js';
import { type ProfilePageModel, type ProfilesModel, profilesView, profileView } from './profiles.view.js';

/** The dated rules of each kind of discussion (REQ-120): of the release and added, to be read; none is ever changed. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/profiles`)
export class ProfilesPage {
  constructor(
    private readonly register: ProfileRegister,
    private readonly use: ProfileUse,
    private readonly withdrawProfile: WithdrawProcedureProfile,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @May('administration.read')
  async list(@Visit() visit: PageVisit, @Query() query: object): Promise<PageAnswer> {
    const { t } = visit;
    const now = this.clock.now();
    const added = new Set((await this.added(now)).map(({ id }) => id));
    const lines = (isAmong: (profile: ProcedureProfile) => boolean) =>
      knownProfiles()
        .filter(isAmong)
        .map((each) =>
          profileLine(each, visit, undefined, t(added.has(each.id) ? 'profile.added' : 'profile.shipped')),
        );
    const model: ProfilesModel = {
      back: { href: visit.to('officer/administration'), text: t('administration.title') },
      addHref: visit.to('officer/profiles/new'),
      done: 'withdrawn' in query ? t('profile.was-withdrawn') : null,
      inForce: lines((each) => isInForceAt(each, now)),
      toCome: lines((each) => !hasBegun(each, now)),
      before: lines((each) => hasBegun(each, now) && !isInForceAt(each, now)),
    };
    return visit.show(profilesView, model, { title: t('profile.list-title') });
  }

  @Get(':profileId')
  @May('administration.read')
  async show(
    @Visit() visit: PageVisit,
    @Param('profileId') profileId: string,
    @Query() query: object,
  ): Promise<PageAnswer> {
    const done = 'added' in query ? visit.t('profile.was-added') : null;
    const model = { ...(await this.model(profileId, visit)), done };
    return visit.show(profileView, model, { title: model.title });
  }

  @Post(':profileId/withdrawal')
  @May('profiles.manage')
  @Recent()
  async withdraw(
    @Visit() visit: PageVisit,
    @Param('profileId') profileId: string,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    try {
      await this.withdrawProfile.execute(profileId, officer);
      return visit.go('officer/profiles?withdrawn=1');
    } catch (error) {
      if (!(error instanceof ProfileStays) || error.reason === 'withdrawn') throw error;
      const errors = new FormErrors();
      errors.add('withdrawal', visit.t(`profile.stays-${error.reason}`));
      const model = await this.model(profileId, visit, errors);
      return visit.showAgain(profileView, model, { title: model.title }, 409);
    }
  }

  private async added(now: Instant): Promise<ListedProfile[]> {
    return listedProfiles(await this.register.load(), now);
  }

  private async model(profileId: string, visit: PageVisit, errors?: FormErrors): Promise<ProfilePageModel> {
    const added = (await this.added(this.clock.now())).find(({ id }) => id === profileId);
    const profile = profileById(profileId);
    return profilePageModel({ profile, added, uses: await this.use.count(profileId), errors }, visit);
  }
}
