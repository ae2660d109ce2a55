import { procedureKinds } from '#lib/drafting';
import { languages } from '#lib/kernel';
import type { PublicService } from '#lib/service-register';
import { type ProcedureProfile } from '#lib/time-limits';
import { kindName } from '../../../discussion/pages/list/list-model.js';
import type { Form } from '../../../pages-kit/form.js';
import { type FormErrors, noErrors, withErrors } from '../../../pages-kit/form-errors.js';
import { selectOptions } from '../../../pages-kit/select-options.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import { titleField } from './new-procedure-form.js';
import type { NewProcedureModel } from './new-procedure.view.js';

/** What a draft of the body can be about, and under which rules. */
interface Offered {
  readonly services: readonly PublicService[];
  readonly rules: readonly ProcedureProfile[];
}

export function newProcedureModel(
  visit: PageVisit,
  { services, rules }: Offered,
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
      rules.map(({ family, title }) => [family, title[language]]),
      form.text('profileFamily') || rules[0]?.family,
    ),
    titles: languages.map((each) => ({
      id: titleField(each),
      language: each,
      label: t(`drafting.title-${each}`),
      value: form.text(titleField(each)),
    })),
  };
}
