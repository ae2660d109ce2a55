import { type DiscussionDetails, TEXT_LIMIT } from '#lib/discussion';
import type { StoredClause } from '#lib/drafting';
import { type FormErrors, noErrors, withErrors } from '../../pages-kit/form-errors.js';
import { inLanguage } from '../../pages-kit/titles.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import { clauseItems } from './clause-items.js';
import type { PersonalNotice } from './personal-notice.js';
import type { TypedRemark } from './remark-form.js';
import type { RemarkFormModel } from './remark-form.view.js';
import { closeText } from './standing.js';

export interface FormFacts {
  /** Address and number of the own remark. */
  readonly own: { readonly path: string; readonly number: string };
  readonly visit: PageVisit;
  readonly discussion: Pick<DiscussionDetails, 'id' | 'title' | 'closeAt' | 'zone'>;
  readonly clauses: readonly StoredClause[];
  readonly typed: TypedRemark;
  readonly errors?: FormErrors;
  readonly personal: PersonalNotice | null;
}

/** The form in which the text of an own remark is replaced, as it was typed; a new remark has a page for each of its questions. */
export function remarkFormModel(facts: FormFacts): RemarkFormModel {
  const { own, visit, discussion, clauses, typed, errors, personal } = facts;
  const { t, language } = visit;
  const title = inLanguage(discussion.title, language);
  return {
    ...(errors ? withErrors(errors) : noErrors),
    back: { href: visit.to(own.path), text: t('nav.back') },
    heading: t('own.replace-title', { number: own.number }),
    title: title.text,
    titleLanguage: title.language,
    // The form is shown only while they are taken.
    close: closeText({ ...discussion, isTakingRemarks: true }, visit),
    action: visit.fileFormAction(`${own.path}/replace`),
    values: typed,
    clauses: clauseItems(clauses, language, t),
    textLimit: TEXT_LIMIT,
    personal,
    submit: t(personal ? 'privacy.send-all-the-same' : 'remark.replace'),
  };
}
