import type { DraftedClause, ImportedDraft } from '#lib/drafting';
import { type Language, languages } from '#lib/kernel';
import { type FormErrors, noErrors, withErrors } from '../../../pages-kit/form-errors.js';
import type { PageFacts } from '../../../pages-kit/page-facts.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import { fieldsOf, type TypedDraft } from '../../typed-draft.js';
import type { ReadDraftModel, SeenLine } from './import-draft.view.js';

interface Read extends Partial<Pick<ImportedDraft, 'faults' | 'notices'>> {
  readonly dossierId: string;
  readonly draft: TypedDraft;
  readonly errors?: FormErrors;
  readonly hasNewer?: boolean;
}

/** What the files gave, the languages beside each other, and the button that saves it. */
export function readDraftModel(visit: PageVisit, read: Read): ReadDraftModel {
  const { dossierId, draft, faults = [], notices = [], errors, hasNewer = false } = read;
  const { t } = visit;
  const here = visit.to(`officer/procedures/${dossierId}`);
  const shown = languages.filter((language) => language !== 'en' || draft.clauses.some(({ text }) => text.en));
  const sections = draft.clauses.filter(({ kind }) => kind === 'SECTION').length;
  return {
    ...(errors ? withErrors(errors) : noErrors),
    back: { href: `${here}/import`, text: t('drafting.import') },
    titles: shown.flatMap((language) => {
      const text = draft.title[language];
      return text ? [{ text, language }] : [];
    }),
    counts: t('drafting.read-counts', { sections, clauses: draft.clauses.length - sections }),
    faultsTitle: t('drafting.read-faults', { count: faults.length }),
    faultLines: faults.map((fault) => seenLine(fault, visit)),
    notices: notices.map((notice) => seenLine(notice, visit)),
    languages: shown.map((code) => ({ code, name: t(`language.${code}`) })),
    clauses: draft.clauses.map((clause) => line(clause, shown, visit)),
    save: faults.length > 0 ? null : { action: `${here}/import/version`, fields: fieldsOf(draft) },
    newestHref: hasNewer ? here : null,
  };
}

/** What was read travels in the page, into its other languages too. */
export const readFacts = ({ save }: ReadDraftModel, { t }: PageVisit): PageFacts => ({
  title: t('drafting.read'),
  ...(save ? { carried: { id: 'read', address: save.action } } : {}),
});

const seenLine = (
  { code, language, at, row, lackedBy }: (ImportedDraft['faults'] | ImportedDraft['notices'])[number],
  { t }: PageVisit,
): SeenLine => ({
  place: t('drafting.place', { language: t(`language.${language}`), at }),
  row,
  language,
  text: t(`drafting.seen.${code}`, { lackedBy: lackedBy ? t(`language.${lackedBy}`) : '' }),
});

const line = (
  { label, kind, text }: DraftedClause,
  shown: readonly Language[],
  { t }: PageVisit,
): ReadDraftModel['clauses'][number] => ({
  label,
  isSection: kind === 'SECTION',
  sides: shown.map((language) => ({ language, name: t(`language.${language}`), text: text[language] || null })),
});
