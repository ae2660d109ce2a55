import { AcceptInvitation, OfficialsProvider, type OpenInvitation, passwordLengths } from '#lib/identity';
import { StateBodies } from '#lib/service-register';
import { DomainError } from '#lib/kernel';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { FormErrors, type FormModel, withErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import { view } from '../../../pages-kit/view.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Public } from '../../../rights/public.js';
import { roleNames } from '../../role-choices.js';
import { addPasswordFaults } from '../password-faults.js';

interface InvitationModel extends FormModel {
  readonly action: string;
  readonly email: string;
  readonly body: string;
  readonly roles: string;
  readonly name: string;
  readonly least: number;
  /** The identity provider by which the invitation may be accepted; null when there is none. */
  readonly provider: { readonly text: string; readonly action: string } | null;
}
const invitationView = view<InvitationModel>('identity/invitation');

/** Where the link of an invitation leads; looking changes nothing, and mail scanners look. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/invitations/:token`)
export class InvitationPage {
  constructor(
    private readonly acceptInvitation: AcceptInvitation,
    private readonly bodies: StateBodies,
    private readonly provider: OfficialsProvider,
  ) {}

  @Get()
  @Public()
  async show(@Visit() visit: PageVisit, @Param('token') token: string): Promise<PageAnswer> {
    return this.page(visit, token, await this.acceptInvitation.look(token));
  }

  @Post()
  @Public()
  async accept(@Visit() visit: PageVisit, @Param('token') token: string, @Body() body: unknown): Promise<PageAnswer> {
    const form = new Form(body);
    const name = form.text('name');
    const invitation = await this.acceptInvitation.look(token);
    if (form.changesLanguage) return this.page(visit, token, invitation, { name });
    try {
      await this.acceptInvitation.execute({ token, name, password: form.typed('password') });
      return visit.go('sign-in?new=1');
    } catch (error) {
      const errors = new FormErrors();
      if (hasNameFault(error)) errors.add('name', visit.t('access.name-wrong'));
      if (!addPasswordFaults(error, errors, visit)) throw error;
      return this.page(visit, token, invitation, { name, ...withErrors(errors) });
    }
  }

  /** A password that was typed is never shown again. */
  private async page(
    visit: PageVisit,
    token: string,
    invitation: OpenInvitation,
    shown: Partial<InvitationModel> = {},
  ): Promise<PageAnswer> {
    const model = { ...(await this.model(visit, token, invitation)), ...shown };
    const carried = { id: 'invitation', address: model.action };
    return visit.showForm(invitationView, model, { title: visit.t('access.invitation-title'), carried });
  }

  private async model(visit: PageVisit, token: string, invitation: OpenInvitation): Promise<InvitationModel> {
    const { name } = this.provider;
    const body = await this.bodies.byId(invitation.bodyId);
    return {
      action: visit.to(`invitations/${token}`),
      email: invitation.email,
      body: body ? inLanguage(body.name, visit.language).text : '',
      roles: roleNames(visit, invitation.roles),
      name: '',
      least: passwordLengths.least,
      provider:
        name === undefined
          ? null
          : { text: visit.t('provider.join', { provider: name }), action: visit.to(`invitations/${token}/provider`) },
      ...withErrors(new FormErrors()),
    };
  }
}

function hasNameFault(error: unknown): boolean {
  const faults = error instanceof DomainError ? error.details['faults'] : undefined;
  return Array.isArray(faults) && faults.some(({ field }: { field: string }) => field === 'name');
}
