import { MakeApiToken, OwnApiTokens, RevokeApiToken, TokenNotMade, tokenAccesses, tokenTerm } from '#lib/identity';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { FormErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { ByPerson, Recent } from '../../../rights/recent.js';
import { May } from '../../../rights/may.js';
import { rolesIn } from '../../role-choices.js';
import { tokensPage } from './tokens-model.js';
import { tokenMadeView } from './tokens.view.js';

/** Tokens for programs that act for this officer. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/account/tokens`)
export class TokensPage {
  constructor(
    private readonly own: OwnApiTokens,
    private readonly makeToken: MakeApiToken,
    private readonly revokeToken: RevokeApiToken,
  ) {}

  @Get()
  @May('account.keep')
  @ByPerson()
  @Recent()
  async show(@Visit() visit: PageVisit, @Officer() officer: OfficerActor): Promise<PageAnswer> {
    return tokensPage({ visit, officer, tokens: await this.own.of(officer.id), form: new Form({}) });
  }

  @Post()
  @May('account.keep')
  @ByPerson()
  @Recent()
  async make(@Visit() visit: PageVisit, @Officer() officer: OfficerActor, @Body() body: unknown): Promise<PageAnswer> {
    const form = new Form(body);
    if (form.changesLanguage) return tokensPage({ visit, officer, tokens: await this.own.of(officer.id), form });
    const facts = {
      name: form.text('name'),
      roles: rolesIn(form),
      access: form.oneOf('access', tokenAccesses) ?? ('READ' as const),
      days: Number(form.text('days') || Number.NaN),
    };
    try {
      const { token } = await this.makeToken.execute(facts, officer);
      const model = { token, name: facts.name, back: visit.to('officer/account/tokens') };
      return visit.show(tokenMadeView, model, { title: visit.t('access.token-made') });
    } catch (error) {
      if (!(error instanceof TokenNotMade)) throw error;
      const errors = new FormErrors();
      for (const { field } of error.details['faults'] as readonly { field: 'name' | 'roles' | 'access' | 'days' }[])
        errors.add(field, visit.t(`access.token-${field}-wrong`, { most: tokenTerm.greatest }));
      return tokensPage({ visit, officer, tokens: await this.own.of(officer.id), form, errors });
    }
  }

  @Post(':tokenId/revoke')
  @May('account.keep')
  @ByPerson()
  async revoke(
    @Visit() visit: PageVisit,
    @Param('tokenId') tokenId: string,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    await this.revokeToken.execute(tokenId, officer);
    return visit.go('officer/account/tokens');
  }
}
