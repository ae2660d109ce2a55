import { type DiscussionDetails, TEXT_LIMIT } from '#lib/discussion';
import type { StoredClause } from '#lib/drafting';
import { type FormErrors, noErrors, withErrors } from '../../pages-kit/form-errors.js';
import { inLanguage } from '../../pages-kit/titles.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import type { KeptFile } from '../attachments.js';
import { clauseItems } from './clause-items.js';
import type { SenderConfirmation } from './confirmed-sender.js';
import type { PersonalNotice } from './personal-notice.js';
import type { TypedRemark } from './remark-form.js';
import type { RemarkFormModel } from './remark-form.view.js';
import { closeText } from './standing.js';

export interface FormFacts {
  readonly visit: PageVisit;
  readonly discussion: Pick<DiscussionDetails, 'id' | 'title' | 'closeAt' | 'zone'>;
  readonly clauses: readonly StoredClause[];
  readonly typed: TypedRemark;
  readonly errors?: FormErrors;
  readonly files?: readonly KeptFile[];
  readonly personal?: PersonalNotice | null;
  readonly confirmation?: SenderConfirmation | null;
}

/** The form for a new remark, empty or as it was typed. */
export function remarkFormModel(facts: FormFacts): RemarkFormModel {
  const { visit, discussion, clauses, typed, errors, files = [], personal = null, confirmation = null } = facts;
  const { t, language } = visit;
  const title = inLanguage(discussion.title, language);
  const here = visit.to(`discussions/${discussion.id}`);
  return {
    ...(errors ? withErrors(errors) : noErrors),
    back: { href: here, text: t('nav.back') },
    heading: t('remark.title'),
    title: title.text,
    titleLanguage: title.language,
    // The form is shown only while they are taken.
    close: closeText({ ...discussion, isTakingRemarks: true }, visit),
    action: visit.fileFormAction(`discussions/${discussion.id}/remark`),
    key: typed.key,
    values: typed,
    clauses: clauseItems(clauses, language, t),
    textLimit: TEXT_LIMIT,
    sender: true,
    confirmation,
    kept: files.map(({ id, name }) => ({ value: id, text: name, checked: true })),
    personal,
    submit: t(personal ? 'privacy.send-all-the-same' : 'remark.submit'),
  };
}
