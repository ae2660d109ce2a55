import { may } from '#lib/identity';
import type { KeptTemplate } from '#lib/consideration';
import { type DecisionReason, knownProfiles } from '#lib/time-limits';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { type FormErrors, noErrors, withErrors } from '../../../pages-kit/form-errors.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { OfficerActor } from '../../../rights/person.js';
import { type TemplatesModel, templatesView, type TypedTemplate } from './templates.view.js';

interface TemplatesFacts {
  readonly visit: PageVisit;
  readonly officer: OfficerActor;
  readonly templates: readonly KeptTemplate[];
  readonly typed: TypedTemplate;
  readonly errors?: FormErrors;
  readonly done: string | null;
}

/** The reasons of all profiles, each once. */
const reasons: readonly DecisionReason[] = [
  ...new Map(
    knownProfiles()
      .flatMap(({ decisions }) => decisions.reasons)
      .map((reason) => [reason.code, reason]),
  ).values(),
];

export function templatesPage(facts: TemplatesFacts): PageAnswer {
  const model = templatesModel(facts);
  const carried = model.form ? { carried: { id: 'template', address: model.form.action } } : {};
  return facts.visit.showForm(templatesView, model, { title: facts.visit.t('templates.title'), ...carried });
}

/** The grounds a body keeps to start from, and the form for the next. */
function templatesModel({ visit, officer, templates, typed, errors, done }: TemplatesFacts): TemplatesModel {
  const { t, language } = visit;
  const here = visit.to('officer/templates');
  const nameOf = (code: string) => reasons.find((reason) => reason.code === code)?.title[language] ?? code;
  return {
    ...(errors ? withErrors(errors) : noErrors),
    back: { href: visit.to('officer'), text: t('nav.desk') },
    done,
    items: templates.map(({ id, name, reasonCode, groundKk, groundRu }) => ({
      name,
      reason: nameOf(reasonCode),
      groundKk,
      groundRu,
      editHref: `${here}?edit=${id}#template`,
      archiveAction: `${here}/${id}/archive`,
    })),
    form: may(officer, 'grounds.save')
      ? {
          action: here,
          heading: t(typed.id === '' ? 'templates.new' : 'templates.change'),
          typed,
          reasons: [
            { value: '', text: t('decide.choose') },
            ...reasons.map(({ code, title }) => ({
              value: code,
              text: title[language],
              selected: code === typed.reasonCode,
            })),
          ],
        }
      : null,
  };
}
