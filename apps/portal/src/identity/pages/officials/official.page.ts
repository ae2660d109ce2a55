import { ChangeRoles, type Official, Officials, ResetFactor, SetActivity } from '#lib/identity';
import { OFFICE_ZONE } from '#lib/localisation';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { FormErrors, withErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { row } from '../../../pages-kit/summary-row.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { Recent } from '../../../rights/recent.js';
import { May } from '../../../rights/may.js';
import { roleChoices, rolesIn } from '../../role-choices.js';
import { type OfficialModel, officialView } from './officials.view.js';

/** One official's account, in the hands of an administrator. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/officials/:officerId`)
export class OfficialPage {
  constructor(
    private readonly officials: Officials,
    private readonly changeRoles: ChangeRoles,
    private readonly setActivity: SetActivity,
    private readonly resetFactor: ResetFactor,
  ) {}

  @Get()
  @May('officials.manage')
  @Recent()
  async show(
    @Visit() visit: PageVisit,
    @Param('officerId') officerId: string,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const official = await this.officials.byId(officerId, officer);
    return visit.show(officialView, modelOf(official, officer, visit), { title: official.name });
  }

  @Post('roles')
  @May('officials.manage')
  @Recent()
  async roles(
    @Visit() visit: PageVisit,
    @Param('officerId') officerId: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const official = await this.officials.byId(officerId, officer);
    const roles = rolesIn(new Form(body));
    if (roles.length === 0) {
      const errors = new FormErrors();
      errors.add('roles', visit.t('access.roles-missing'));
      const model = { ...modelOf(official, officer, visit), chosenRoles: [], ...withErrors(errors) };
      return visit.showAgain(officialView, model, { title: official.name });
    }
    await this.changeRoles.execute({ officerId, roles }, officer);
    return visit.go(`officer/officials/${officerId}`);
  }

  @Post('activity')
  @May('officials.manage')
  @Recent()
  async activity(
    @Visit() visit: PageVisit,
    @Param('officerId') officerId: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const isActive = new Form(body).text('active') === 'yes';
    await this.setActivity.execute({ officerId, isActive }, officer);
    return visit.go(`officer/officials/${officerId}`);
  }

  @Post('second-factor/reset')
  @May('officials.manage')
  @Recent()
  async factor(
    @Visit() visit: PageVisit,
    @Param('officerId') officerId: string,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    await this.resetFactor.execute(officerId, officer);
    return visit.go(`officer/officials/${officerId}`);
  }
}

function modelOf(official: Official, { id: ownId }: OfficerActor, visit: PageVisit): OfficialModel {
  const { t } = visit;
  const { id, name, email, body, roles, isActive, hasFactor, createdAt } = official;
  const at = (path: string) => visit.to(`officer/officials/${id}/${path}`);
  return {
    back: { href: visit.to('officer/officials'), text: t('access.officials-title') },
    name,
    facts: [
      row(t('access.email'), email),
      row(t('access.official-body'), inLanguage(body, visit.language).text),
      row(t('access.official-since'), visit.when(createdAt, OFFICE_ZONE)),
      row(t('access.official-state'), t(isActive ? 'access.official-open' : 'access.official-closed')),
      row(t('access.factor-title'), t(hasFactor ? 'access.official-factor' : 'access.official-no-factor')),
    ],
    isOwn: id === ownId,
    isActive,
    hasFactor,
    chosenRoles: roles,
    roleChoices: roleChoices(visit),
    rolesAction: at('roles'),
    activityAction: at('activity'),
    factorAction: at('second-factor/reset'),
    ...withErrors(new FormErrors()),
  };
}
