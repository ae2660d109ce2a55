import { may } from '#lib/identity';
import type { DiscussionDetails } from '#lib/discussion';
import { clauseNames, type StoredClause } from '#lib/drafting';
import { attachmentLimits } from '#lib/files';
import { languages } from '#lib/kernel';
import { MOST_ROWS, type SheetImport } from '#lib/sheets';
import { type FormErrors, noErrors, withErrors } from '../../pages-kit/form-errors.js';
import { selectOptions } from '../../pages-kit/select-options.js';
import { inLanguage } from '../../pages-kit/titles.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import type { OfficerActor } from '../../rights/person.js';
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
  const here = `officer/discussions/${discussion.id}/sheet`;
  const title = inLanguage(discussion.title, language);
  const mayUpload = discussion.state === 'CLOSED' && may(officer, 'sheet.fill');
  return {
    ...(errors ? withErrors(errors) : noErrors),
    back: { href: visit.to(`officer/discussions/${discussion.id}/queue`), text: t('queue.title') },
    title: title.text,
    titleLanguage: title.language,
    note: discussion.state === 'CLOSED' ? null : t('queue.before-close'),
    downloadAction: visit.to(`${here}/file`),
    downloadHint: t('sheet.download-hint', { limit: MOST_ROWS }),
    languageOptions: selectOptions(
      languages.map((value) => [value, t(`language.${value}`)]),
      language,
    ),
    kinds: selectOptions(
      [
        ['REMARK', t('remark.kind.remark')],
        ['PROPOSAL', t('remark.kind.proposal')],
      ],
      undefined,
      t('queue.any'),
    ),
    clauses: selectOptions(
      [['whole-draft', t('draft.whole')], ...clauseNames(clauses, language, t)],
      undefined,
      t('queue.any'),
    ),
    uploadAction: mayUpload ? visit.fileFormAction(here) : null,
    fileHint: t('sheet.file-hint', attachmentLimits),
    own: ownSheets(own, visit.to(`${here}/imports`), discussion.zone, visit),
  };
}

/** The officer's own sheets, to come back to. */
export const ownSheets = (own: readonly SheetImport[], list: string, zone: string, { t, when }: PageVisit) =>
  own.map(({ id, fileName, uploadedAt, appliedAt }) => ({
    href: `${list}/${id}`,
    name: fileName,
    state: appliedAt
      ? t('sheet.applied-at', { at: when(appliedAt, zone) })
      : t('sheet.waiting', { at: when(uploadedAt, zone) }),
  }));
