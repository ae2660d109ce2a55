import { type Dossier, isEditPossible } from '#lib/drafting';
import { type Language, languages } from '#lib/kernel';
import { type FormErrors, noErrors, withErrors } from '../../../pages-kit/form-errors.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { TypedDraft } from '../../typed-draft.js';
import type { Focus } from './editor-act.js';
import type { EditorModel, EditorSide } from './editor.view.js';
import { editorRow } from './editor-row.js';

export interface Edited {
  readonly draft: TypedDraft;
  readonly hasEnglish: boolean;
  readonly isUnsaved: boolean;
  readonly focus?: Focus;
  readonly errors?: FormErrors;
  readonly hasNewer?: boolean;
  readonly saved?: EditorModel['saved'];
}

export function editorModel(visit: PageVisit, dossier: Dossier, edited: Edited): EditorModel {
  const { draft, hasEnglish, isUnsaved, focus, errors, hasNewer = false, saved = null } = edited;
  const { t, language } = visit;
  const here = visit.to(`officer/procedures/${dossier.id}`);
  const title = inLanguage(dossier.title, language);
  const shown = languages.filter((each) => each !== 'en' || hasEnglish);
  return {
    ...(errors ? withErrors(errors) : noErrors),
    back: { href: here, text: t('desk.dossier') },
    title: title.text,
    titleLanguage: title.language,
    lead: draft.basedOn > 0 ? t('drafting.edit-from', { number: draft.basedOn }) : t('drafting.edit-first'),
    saved,
    action: `${here}/text`,
    dossierId: dossier.id,
    basedOn: draft.basedOn,
    isUnsaved,
    hasEnglish,
    titles: shown.map((each) => titleSide(draft, each, visit)),
    rows: draft.clauses.map((_, index) => editorRow(draft.clauses, index + 1, { shown, focus, visit })),
    first: isEditPossible(draft.clauses, 'add', 0)
      ? { value: 'add-0', text: t('drafting.edit-add-first'), isFocused: false }
      : null,
    newestHref: hasNewer ? here : null,
    mayOffer: !isUnsaved && saved === null,
  };
}

const titleSide = ({ title }: TypedDraft, language: Language, { t }: PageVisit): EditorSide => ({
  field: `title-${language}`,
  language,
  label: t(`drafting.title-${language}`),
  value: title[language] ?? '',
  rows: 2,
});
