import { type DiscussionDetails, entryChannels } from '#lib/discussion';
import { attachmentLimits } from '#lib/files';
import { languages } from '#lib/kernel';
import type { SheetImport } from '#lib/sheets';
import { profileById } from '#lib/time-limits';
import type { KeptFile } from '../../discussion/attachments.js';
import { closeText } from '../../discussion/pages/standing.js';
import { type FormErrors, noErrors, withErrors } from '../../pages-kit/form-errors.js';
import { inLanguage } from '../../pages-kit/titles.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import type { TypedLetter } from './intake-form.js';
import type { IntakeModel } from './intake.view.js';
import { ownSheets } from './sheet-model.js';

export interface IntakeFacts {
  readonly visit: PageVisit;
  readonly discussion: DiscussionDetails;
  readonly own: readonly SheetImport[];
  readonly typed: TypedLetter;
  readonly errors?: FormErrors;
  readonly kept?: KeptFile | undefined;
}

/** The form for a sheet of remarks and the letter it came as, empty or as it was typed. */
export function intakeModel({ visit, discussion, own, typed, errors, kept }: IntakeFacts): IntakeModel {
  const { t, language } = visit;
  const title = inLanguage(discussion.title, language);
  const here = `officer/discussions/${discussion.id}/intake`;
  const { zoneTitle } = profileById(discussion.profileId).closing;
  return {
    ...(errors ? withErrors(errors) : noErrors),
    back: { href: visit.to(`officer/discussions/${discussion.id}/entries`), text: t('entry.list-title') },
    title: title.text,
    titleLanguage: title.language,
    close: closeText(discussion, visit),
    templates: languages.map((code) => ({
      code,
      href: `/${code}/discussions/${discussion.id}/remarks.xlsx`,
      text: t(`language.${code}`),
    })),
    action: visit.fileFormAction(here),
    values: typed,
    channels: entryChannels.map((value) => ({ value, text: t(`entry.channel.${value}`) })),
    letterLanguages: languages.map((value) => ({ value, text: t(`language.${value}`) })),
    timeHint: t('entry.arrival-time-hint', { zone: zoneTitle[language] }),
    fileHint: t('sheet.file-hint', attachmentLimits),
    kept: kept ? { id: kept.id, text: t('sheet.intake.kept', { name: kept.name }) } : null,
    own: ownSheets(own, visit.to(here), discussion.zone, visit),
  };
}
