import { InviteOfficer } from '#lib/identity';
import { DomainError, isLanguage, languages } from '#lib/kernel';
import { StateBodies } from '#lib/service-register';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { FormErrors, withErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { Recent } from '../../../rights/recent.js';
import { May } from '../../../rights/may.js';
import { roleChoices, rolesIn } from '../../role-choices.js';
import { type InviteModel, inviteView } from './officials.view.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/invitations/new`)
export class InvitePage {
  constructor(
    private readonly inviteOfficer: InviteOfficer,
    private readonly bodies: StateBodies,
  ) {}

  @Get()
  @May('officials.manage')
  @Recent()
  show(@Visit() visit: PageVisit): PageAnswer {
    return invitePage(visit, new Form({}));
  }

  @Post()
  @May('officials.manage')
  @Recent()
  async invite(
    @Visit() visit: PageVisit,
    @Body() typed: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const form = new Form(typed);
    if (form.changesLanguage) return invitePage(visit, form);
    const errors = new FormErrors();
    const language = form.text('language');
    const body = await this.bodies.byCode(form.text('bodyCode'));
    if (!body) errors.add('bodyCode', visit.t('access.body-unknown'));
    try {
      const input = { email: form.text('email'), roles: rolesIn(form), bodyId: body?.id ?? '' };
      if (body) {
        await this.inviteOfficer.execute({ ...input, language: isLanguage(language) ? language : 'kk' }, officer);
        return visit.go('officer/officials');
      }
    } catch (error) {
      if (!addInviteFaults(error, errors, visit)) throw error;
    }
    return invitePage(visit, form, errors);
  }
}

function invitePage(visit: PageVisit, form: Form, errors?: FormErrors): PageAnswer {
  const model = modelOf(visit, form, errors);
  const carried = { id: 'invite', address: model.action };
  return visit.showForm(inviteView, model, { title: visit.t('access.invite-title'), carried });
}

function addInviteFaults(error: unknown, errors: FormErrors, { t }: PageVisit): boolean {
  if (!(error instanceof DomainError)) return false;
  if (error.code === 'conflict') errors.add('email', t('access.address-taken'));
  const faults = error.details['faults'];
  for (const { field } of (Array.isArray(faults) ? faults : []) as readonly { field: string }[]) {
    if (field === 'email') errors.add('email', t('access.address-wrong'));
    if (field === 'roles') errors.add('roles', t('access.roles-missing'));
  }
  return !errors.isEmpty;
}

const modelOf = (visit: PageVisit, form: Form, errors = new FormErrors()): InviteModel => ({
  back: { href: visit.to('officer/officials'), text: visit.t('access.officials-title') },
  action: visit.to('officer/invitations/new'),
  email: form.text('email'),
  bodyCode: form.text('bodyCode'),
  chosenRoles: form.list('roles'),
  roleChoices: roleChoices(visit),
  chosenLanguage: form.text('language') || 'kk',
  languageChoices: languages.map((value) => ({ value, text: visit.t(`language.${value}`) })),
  ...withErrors(errors),
});
