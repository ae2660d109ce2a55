import { CLOCK, type Clock } from '#lib/kernel';
import { knownProfiles, type ProcedureProfile, profileById, profilesInForceAt } from '#lib/time-limits';
import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { May } from '../../../rights/may.js';
import { profileModel } from './profile-model.js';
import { sinceWords, termWords } from './profile-words.js';
import { type ProfilesModel, profilesView, profileView } from './profiles.view.js';

/** The dated rules of each kind of discussion (REQ-120): data of the release, to be read and not to be changed here. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/profiles`)
export class ProfilesPage {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @Get()
  @May('administration.read')
  list(@Visit() visit: PageVisit): PageAnswer {
    const { t } = visit;
    const inForce = profilesInForceAt(this.clock.now());
    const model: ProfilesModel = {
      back: { href: visit.to('officer/administration'), text: t('administration.title') },
      inForce: inForce.map((profile) => line(profile, visit)),
      before: knownProfiles().filter((each) => !inForce.includes(each)).map((profile) => line(profile, visit)),
    };
    return visit.show(profilesView, model, { title: t('profile.list-title') });
  }

  @Get(':profileId')
  @May('administration.read')
  show(@Visit() visit: PageVisit, @Param('profileId') profileId: string): PageAnswer {
    const profile = profileById(profileId);
    return visit.show(profileView, profileModel(profile, visit), { title: profile.title[visit.language] });
  }
}

const line = (profile: ProcedureProfile, visit: PageVisit): ProfilesModel['inForce'][number] => ({
  href: visit.to(`officer/profiles/${profile.id}`),
  title: profile.title[visit.language],
  id: profile.id,
  term: termWords(profile.term, visit),
  since: sinceWords(profile, visit),
});
