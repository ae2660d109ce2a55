import { may } from '#lib/identity';
import type { DiscussionDetails } from '#lib/discussion';
import { clauseNames, type StoredClause } from '#lib/drafting';
import { languages } from '#lib/kernel';
import { MOST_ROWS, type SheetImport } from '#lib/sheets';
import { type FormErrors, noErrors, withErrors } from '../../pages-kit/form-errors.js';
import { inLanguage } from '../../pages-kit/titles.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import { formTokenOf } from '../../request/form-token.js';
import type { OfficerActor } from '../../rights/person.js';
import { MEGABYTES } from './refused-sheet.js';
import type { SheetModel } from './sheet.view.js';

export interface SheetPageFacts {
  readonly visit: PageVisit;
  readonly discussion: DiscussionDetails;
  readonly clauses: readonly StoredClause[];
  readonly own: readonly SheetImport[];
  readonly officer: OfficerActor;
  readonly errors?: FormErrors;
}

/** Where the sheet is downloaded, and where it comes back. */
export function sheetModel({ visit, discussion, clauses, own, officer, errors }: SheetPageFacts): SheetModel {
  const { t, language } = visit;
  const here = visit.to(`officer/discussions/${discussion.id}/sheet`);
  const title = inLanguage(discussion.title, language);
  const mayUpload = discussion.state === 'CLOSED' && may(officer, 'sheet.fill');
  return {
    ...(errors ? withErrors(errors) : noErrors),
    back: { href: visit.to(`officer/discussions/${discussion.id}/queue`), text: t('queue.title') },
    title: title.text,
    titleLanguage: title.language,
    note: discussion.state === 'CLOSED' ? null : t('queue.before-close'),
    downloadAction: `${here}/file`,
    downloadHint: t('sheet.download-hint', { limit: MOST_ROWS }),
    languageOptions: languages.map((value) => ({ value, text: t(`language.${value}`), selected: value === language })),
    kinds: [
      { value: '', text: t('queue.any') },
      { value: 'REMARK', text: t('remark.kind.remark') },
      { value: 'PROPOSAL', text: t('remark.kind.proposal') },
    ],
    clauses: [
      { value: '', text: t('queue.any') },
      { value: 'whole-draft', text: t('draft.whole') },
      ...[...clauseNames(clauses, language, t)].map(([value, text]) => ({ value, text })),
    ],
    uploadAction: mayUpload ? `${here}${tokenOf(visit)}` : null,
    fileHint: t('sheet.file-hint', { megabytes: MEGABYTES }),
    own: ownSheets(own, `${here}/imports`, discussion.zone, visit),
  };
}

/** The body of a form with a file is read after the guards, so its token goes in the address of the action. */
export const tokenOf = ({ request }: PageVisit): string =>
  request.sessionToken ? `?csrf=${formTokenOf(request.sessionToken)}` : '';

/** The officer's own sheets, to come back to. */
export const ownSheets = (own: readonly SheetImport[], list: string, zone: string, { t, when }: PageVisit) =>
  own.map(({ id, fileName, uploadedAt, appliedAt }) => ({
    href: `${list}/${id}`,
    name: fileName,
    state: appliedAt
      ? t('sheet.applied-at', { at: when(appliedAt, zone) })
      : t('sheet.waiting', { at: when(uploadedAt, zone) }),
  }));
