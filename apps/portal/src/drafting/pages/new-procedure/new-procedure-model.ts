import { procedureKinds } from '#lib/drafting';
import { languages } from '#lib/kernel';
import type { PublicService } from '#lib/service-register';
import { profileFamilies, procedureProfiles } from '#lib/time-limits';
import { kindName } from '../../../discussion/pages/list/list-model.js';
import type { Form } from '../../../pages-kit/form.js';
import { type FormErrors, noErrors, withErrors } from '../../../pages-kit/form-errors.js';
import { selectOptions } from '../../../pages-kit/select-options.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import { titleField } from './new-procedure-form.js';
import type { NewProcedureModel } from './new-procedure.view.js';

export function newProcedureModel(
  visit: PageVisit,
  services: readonly PublicService[],
  form: Form,
  errors?: FormErrors,
): NewProcedureModel {
  const { t, language } = visit;
  return {
    ...(errors ? withErrors(errors) : noErrors),
    back: { href: visit.to('officer/procedures'), text: t('drafting.list') },
    action: visit.to('officer/procedures/new'),
    kinds: procedureKinds.map((kind) => ({ value: kind, text: kindName(kind, visit) })),
    kind: form.text('kind'),
    services: selectOptions(
      services.map(({ code, name }) => [code, `${code} ${inLanguage(name, language).text}`]),
      form.text('serviceCode'),
      t('drafting.service-none'),
    ),
    hasServices: services.length > 0,
    rules: selectOptions(
      profileFamilies.map((family) => [family, rulesTitle(family, visit)]),
      form.text('profileFamily') || profileFamilies[0],
    ),
    titles: languages.map((each) => ({
      id: titleField(each),
      language: each,
      label: t(`drafting.title-${each}`),
      value: form.text(titleField(each)),
    })),
  };
}

/** As the newest edition of the family is called. */
const rulesTitle = (family: (typeof profileFamilies)[number], { language }: PageVisit): string =>
  procedureProfiles.findLast((profile) => profile.family === family)?.title[language] ?? family;
