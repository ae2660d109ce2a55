import {
  type ProcedureRefusal,
  type ProcedureRefusalName,
  ProcedureRefused,
  StandardAlreadyDrafted,
} from '#lib/drafting';
import type { PublicService } from '#lib/service-register';
import type { FormErrors } from '../../../pages-kit/form-errors.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import { titleField } from './new-procedure-form.js';

/** The field that mends it. */
const fieldOf: Readonly<Record<ProcedureRefusalName, string>> = {
  'kind-unknown': 'kind',
  'profile-unknown': 'profileFamily',
  'developer-unknown': 'kind',
  'no-register-entry': 'serviceCode',
  'name-differs': titleField('ru'),
  'title-missing': titleField('ru'),
  'title-not-text': titleField('ru'),
  'developer-not-central': 'kind',
  'developer-not-competent': 'serviceCode',
  'profile-not-of-standards': 'profileFamily',
};

/** Puts a refusal beside its field. @returns false for an error that is none of the form's */
export function addProcedureFaults(
  error: unknown,
  service: PublicService | undefined,
  errors: FormErrors,
  visit: PageVisit,
): boolean {
  if (error instanceof StandardAlreadyDrafted) {
    errors.add('serviceCode', visit.t('drafting.refused.already-drafted'));
    return true;
  }
  if (!(error instanceof ProcedureRefused)) return false;
  for (const refusal of error.details['refusals'] as readonly ProcedureRefusal[])
    errors.add(placeOf(refusal), words(refusal, service, visit));
  return true;
}

const placeOf = ({ refusal, language }: ProcedureRefusal): string =>
  language ? titleField(language) : fieldOf[refusal];

function words(
  { refusal, clause, language = 'ru' }: ProcedureRefusal,
  service: PublicService | undefined,
  { t }: PageVisit,
): string {
  if (refusal === 'kind-unknown') return t('drafting.kind-missing');
  const name = service ? inLanguage(service.name, language).text : '';
  return t(`drafting.refused.${refusal}`, { clause, name, language: t(`language.${language}`) });
}
