import { type Official, Officials, type OpenInvitation, WithdrawInvitation } from '#lib/identity';
import { pageRequest } from '#lib/kernel';
import { OFFICE_ZONE } from '#lib/localisation';
import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { May } from '../../../rights/may.js';
import { roleNames } from '../../role-choices.js';
import { type OfficialsModel, officialsView } from './officials.view.js';

const PAGE = 50;

/** Who has an account, and who is invited. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/officials`)
export class OfficialsPage {
  constructor(
    private readonly officials: Officials,
    private readonly withdrawInvitation: WithdrawInvitation,
  ) {}

  @Get()
  @May('officials.manage')
  async show(
    @Visit() visit: PageVisit,
    @Officer() officer: OfficerActor,
    @Query('q') q?: string,
    @Query('after') after?: string,
  ): Promise<PageAnswer> {
    const search = typeof q === 'string' ? q.slice(0, 200).replaceAll('\0', '') : '';
    const from = typeof after === 'string' ? after.replaceAll('\0', '') || undefined : undefined;
    const { items, next } = await this.officials.list(pageRequest(PAGE, from), search, officer);
    const invitations = await this.officials.openInvitations(officer);
    const here = visit.to(`officer/officials?q=${encodeURIComponent(search)}`);
    const model: OfficialsModel = {
      search,
      action: visit.to('officer/officials'),
      inviteHref: visit.to('officer/invitations/new'),
      officials: items.map((official) => officialLine(official, visit)),
      invitations: invitations.map((invitation) => invitationLine(invitation, visit)),
      pages: {
        ...(next ? { next: `${here}&after=${encodeURIComponent(next)}` } : {}),
        ...(from ? { first: here } : {}),
      },
    };
    return visit.show(officialsView, model, { title: visit.t('access.officials-title') });
  }

  @Post('invitations/:invitationId/withdraw')
  @May('officials.manage')
  async withdraw(
    @Visit() visit: PageVisit,
    @Param('invitationId') invitationId: string,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    await this.withdrawInvitation.execute(invitationId, officer);
    return visit.go('officer/officials');
  }
}

const officialLine = (official: Official, visit: PageVisit): OfficialsModel['officials'][number] => ({
  href: visit.to(`officer/officials/${official.id}`),
  name: official.name,
  email: official.email,
  body: inLanguage(official.body, visit.language).text,
  roles: roleNames(visit, official.roles),
  state: official.isActive ? null : visit.t('access.official-closed'),
});

const invitationLine = (
  { id, email, roles, expiresAt }: OpenInvitation,
  visit: PageVisit,
): OfficialsModel['invitations'][number] => ({
  email,
  roles: roleNames(visit, roles),
  until: visit.t('access.invitation-until', { at: visit.when(expiresAt, OFFICE_ZONE) }),
  withdrawAction: visit.to(`officer/officials/invitations/${id}/withdraw`),
});
