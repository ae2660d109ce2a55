import { type ListedToken, tokenAccesses, tokenTerm } from '#lib/identity';
import { OFFICE_ZONE } from '#lib/localisation';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import type { Form } from '../../../pages-kit/form.js';
import { FormErrors, withErrors } from '../../../pages-kit/form-errors.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { OfficerActor } from '../../../rights/person.js';
import { roleChoices, roleNames } from '../../role-choices.js';
import { type TokensModel, tokensView } from './tokens.view.js';

interface Reading {
  readonly visit: PageVisit;
  readonly officer: OfficerActor;
  readonly tokens: readonly ListedToken[];
  readonly form: Form;
  readonly errors?: FormErrors;
}

export function tokensPage(reading: Reading): PageAnswer {
  const model = tokensModel(reading);
  const carried = { id: 'token', address: model.action };
  return reading.visit.showForm(tokensView, model, { title: reading.visit.t('access.tokens-title'), carried });
}

function tokensModel({ visit, officer, tokens, form, errors = new FormErrors() }: Reading): TokensModel {
  return {
    back: { href: visit.to('officer/account'), text: visit.t('access.title') },
    action: visit.to('officer/account/tokens'),
    tokens: tokens.map((token) => tokenLine(token, visit)),
    name: form.text('name'),
    days: form.text('days') || '90',
    most: tokenTerm.greatest,
    chosenRoles: form.list('roles'),
    roleChoices: roleChoices(visit, officer.roles),
    chosenAccess: form.text('access') || 'READ',
    accessChoices: tokenAccesses.map((value) => ({ value, text: visit.t(`access.token-${value}`) })),
    ...withErrors(errors),
  };
}

function tokenLine(token: ListedToken, visit: PageVisit): TokensModel['tokens'][number] {
  const { t } = visit;
  const { id, name, prefix, roles, access, expiresAt, lastUsedAt, hasExpired } = token;
  return {
    name,
    prefix: `${prefix}…`,
    rights: `${t(`access.token-${access}`)}: ${roleNames(visit, roles)}`,
    until: t(hasExpired ? 'access.token-expired' : 'access.token-until', { at: visit.when(expiresAt, OFFICE_ZONE) }),
    used: lastUsedAt
      ? t('access.token-used', { at: visit.when(lastUsedAt, OFFICE_ZONE) })
      : t('access.token-never-used'),
    hasExpired,
    revokeAction: visit.to(`officer/account/tokens/${id}/revoke`),
  };
}
