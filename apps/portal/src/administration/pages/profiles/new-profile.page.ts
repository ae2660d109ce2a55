import { DomainError } from '#lib/kernel';
import { AddProcedureProfile, type ProfileFault, ProfileRefused, ProfileRegister } from '#lib/procedure-profiles';
import { knownProfiles, type ProcedureProfile, profileById } from '#lib/time-limits';
import { LoadWorkingCalendar } from '#lib/working-calendar';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { ChangesLanguage } from '../../../pages-kit/changes-language.js';
import { Form } from '../../../pages-kit/form.js';
import { FormErrors, withErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { May } from '../../../rights/may.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { Recent } from '../../../rights/recent.js';
import { basesView, profileCheckView, profileFormView, type ProfileFormModel } from './new-profile.view.js';
import { profileCheckModel } from './profile-check-model.js';
import { profileErrors } from './profile-faults.js';
import { profileParts } from './profile-fields.js';
import { profileLine } from './profile-line.js';
import { newProfileOf, ownFaults, valuesOf } from './profile-values.js';

/** Adds rules without a release: what they are based on, one form, a look at what follows, and then for good (REQ-120). */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/profiles/new`)
export class NewProfilePage {
  constructor(
    private readonly addProfile: AddProcedureProfile,
    private readonly register: ProfileRegister,
    private readonly calendar: LoadWorkingCalendar,
  ) {}

  @Get()
  @May('profiles.manage')
  async bases(@Visit() visit: PageVisit): Promise<PageAnswer> {
    const { t } = visit;
    await this.register.load();
    const model = {
      back: { href: visit.to('officer/profiles'), text: t('profile.list-title') },
      bases: knownProfiles().map((profile) => profileLine(profile, visit, 'officer/profiles/new')),
    };
    return visit.show(basesView, model, { title: t('profile-form.add') });
  }

  @Get(':profileId')
  @May('profiles.manage')
  @Recent()
  async form(@Visit() visit: PageVisit, @Param('profileId') profileId: string): Promise<PageAnswer> {
    const base = await this.base(profileId);
    return formPage(new Form(valuesOf(base)), base, visit);
  }

  @Post(':profileId')
  @ChangesLanguage()
  @May('profiles.manage')
  @Recent()
  async send(
    @Visit() visit: PageVisit,
    @Param('profileId') profileId: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const base = await this.base(profileId);
    const form = new Form(body);
    const step = form.oneOf('step', ['change', 'add']);
    const isOfCheck = form.text('page') === 'check';
    if (step === 'change' || (form.changesLanguage && !isOfCheck)) return formPage(form, base, visit);
    const own = ownFaults(form, base);
    const isAdding = step === 'add' && !form.changesLanguage && own.length === 0;
    return isAdding ? this.add(form, base, visit, officer) : this.check(form, base, own, visit);
  }

  /** Also one that another process added a moment ago. */
  private async base(profileId: string): Promise<ProcedureProfile> {
    try {
      return profileById(profileId);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'not-found') throw error;
      await this.register.load();
      return profileById(profileId);
    }
  }

  private async check(
    form: Form,
    base: ProcedureProfile,
    own: readonly ProfileFault[],
    visit: PageVisit,
  ): Promise<PageAnswer> {
    const added = newProfileOf(form, base);
    const { profile, faults } = await this.addProfile.tryOut(added);
    const all = [...own, ...faults];
    if (all.length > 0) return again(form, base, all, visit);
    const calendar = await this.calendar.execute();
    const parts = profileParts(form, base.family, visit);
    const model = profileCheckModel({ added, base, profile, calendar, parts, form }, visit);
    const carried = { id: 'profile', address: model.action };
    return visit.show(profileCheckView, model, { title: visit.t('profile-form.check-title'), carried });
  }

  private async add(form: Form, base: ProcedureProfile, visit: PageVisit, officer: OfficerActor): Promise<PageAnswer> {
    const added = newProfileOf(form, base);
    try {
      await this.addProfile.execute(added, officer);
      return visit.go(`officer/profiles/${added.id}?added=1`);
    } catch (error) {
      if (!(error instanceof ProfileRefused)) throw error;
      return again(form, base, error.faults, visit);
    }
  }
}

function again(form: Form, base: ProcedureProfile, faults: readonly ProfileFault[], visit: PageVisit): PageAnswer {
  const errors = profileErrors(faults, profileParts(form, base.family, visit), visit);
  return formPage(form, base, visit, errors);
}

function formPage(form: Form, base: ProcedureProfile, visit: PageVisit, errors?: FormErrors): PageAnswer {
  const model = formModel(form, base, visit, errors);
  const carried = { id: 'profile', address: model.action };
  return visit.showForm(profileFormView, model, { title: visit.t('profile-form.add'), carried });
}

const formModel = (
  form: Form,
  base: ProcedureProfile,
  visit: PageVisit,
  errors = new FormErrors(),
): ProfileFormModel => ({
  ...withErrors(errors),
  back: { href: visit.to('officer/profiles/new'), text: visit.t('profile-form.another-base') },
  action: visit.to(`officer/profiles/new/${base.id}`),
  basedOn: `${base.title[visit.language]} (${base.id})`,
  parts: profileParts(form, base.family, visit),
});
