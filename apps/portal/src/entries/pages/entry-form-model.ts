import { type DiscussionDetails, entryChannels, TEXT_LIMIT } from '#lib/discussion';
import type { StoredClause } from '#lib/drafting';
import { languages } from '#lib/kernel';
import { profileById } from '#lib/time-limits';
import type { KeptFile } from '../../discussion/attachments.js';
import { fileLimits } from '../../discussion/file-limits.js';
import { clauseItems } from '../../discussion/pages/clause-items.js';
import { closeText } from '../../discussion/pages/standing.js';
import { type FormErrors, noErrors, withErrors } from '../../pages-kit/form-errors.js';
import { inLanguage } from '../../pages-kit/titles.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import type { TypedEntry } from './entry-form.js';
import type { EntryFormModel } from './entry-form.view.js';

interface EntryFormFacts {
  readonly visit: PageVisit;
  readonly discussion: DiscussionDetails;
  readonly clauses: readonly StoredClause[];
  readonly typed: TypedEntry;
  readonly errors?: FormErrors;
  readonly scans?: readonly KeptFile[];
  readonly files?: readonly KeptFile[];
}

/** The form for a letter, empty or as it was typed. */
export function entryFormModel(facts: EntryFormFacts): EntryFormModel {
  const { visit, discussion, clauses, typed, errors, scans = [], files = [] } = facts;
  const { t, language } = visit;
  const title = inLanguage(discussion.title, language);
  const list = `officer/discussions/${discussion.id}/entries`;
  const { zoneTitle } = profileById(discussion.profileId).closing;
  return {
    ...(errors ? withErrors(errors) : noErrors),
    back: { href: visit.to(list), text: t('entry.list-title') },
    title: title.text,
    titleLanguage: title.language,
    close: closeText(discussion, visit),
    action: visit.fileFormAction(`${list}/new`),
    key: typed.key,
    values: typed,
    ...choices(visit),
    clauses: clauseItems(clauses, language, t),
    timeHint: t('entry.arrival-time-hint', { zone: zoneTitle[language] }),
    textLimit: TEXT_LIMIT,
    fileLimits,
    keptScans: boxesOf(scans),
    keptFiles: boxesOf(files),
  };
}

function choices({ t }: PageVisit) {
  return {
    channels: entryChannels.map((value) => ({ value, text: t(`entry.channel.${value}`) })),
    senderKinds: [
      { value: 'INDIVIDUAL', text: t('author.kind.individual') },
      { value: 'LEGAL_ENTITY', text: t('author.kind.legal-entity') },
      { value: 'GROUP', text: t('author.kind.group') },
    ],
    kinds: [
      { value: 'REMARK', text: t('remark.kind.remark') },
      { value: 'PROPOSAL', text: t('remark.kind.proposal') },
    ],
    letterLanguages: languages.map((value) => ({ value, text: t(`language.${value}`) })),
  };
}

const boxesOf = (files: readonly KeptFile[]) => files.map(({ id, name }) => ({ value: id, text: name, checked: true }));
