import { may } from '#lib/identity';
import { type DiscussionDetails, type EntryDetails, entryMayBecome } from '#lib/discussion';
import { clauseNames, type StoredClause } from '#lib/drafting';
import { isShown } from '#lib/files';
import { zonedText } from '#lib/time-limits';
import { fileLine } from '../../pages-kit/file-words.js';
import { type FormErrors, noErrors, withErrors } from '../../pages-kit/form-errors.js';
import { codeRow, row, type SummaryRow } from '../../pages-kit/summary-row.js';
import { inLanguage } from '../../pages-kit/titles.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import type { OfficerActor } from '../../rights/person.js';
import { arrivalOf, officialAt, stateTag } from './entry-words.js';
import type { EntryModel } from './entry.view.js';

export interface EntryFacts {
  readonly visit: PageVisit;
  readonly discussion: DiscussionDetails;
  readonly clauses: readonly StoredClause[];
  readonly entry: EntryDetails;
  readonly officer: OfficerActor;
  readonly done: string | null;
  readonly typedReason?: string;
  readonly errors?: FormErrors;
}

/** Everything a letter says beside its scan, and what may be done with it now. */
export function entryModel(facts: EntryFacts): EntryModel {
  const { visit, discussion, clauses, entry, done, errors } = facts;
  const { t } = visit;
  const list = visit.to(`officer/discussions/${discussion.id}/entries`);
  const here = `${list}/${entry.id}`;
  const files = (file: EntryDetails['scans'][number]) => fileLine(file, `${here}/files/${file.fileId}`, visit);
  return {
    ...(errors ? withErrors(errors) : noErrors),
    back: { href: list, text: t('entry.list-title') },
    heading: t('entry.title', { registration: entry.registration }),
    state: stateTag(entry.state, visit),
    done: done === 'made' && entry.state === 'ENTERED' ? t('entry.made') : null,
    warning: entry.isRegistrationRepeated ? t('entry.repeated') : null,
    became: becameOf(entry, discussion, visit),
    facts: factsOf(entry, discussion.zone, visit),
    sender: senderRows(entry, visit),
    about: aboutOf(entry, clauses, visit),
    text: entry.content?.text ?? null,
    textLanguage: entry.content?.language ?? visit.language,
    proposedWording: entry.content?.proposedWording ?? null,
    scans: entry.scans.map((scan) => ({
      ...files(scan),
      isPicture: scan.mediaType.startsWith('image/') && isShown(scan.state),
    })),
    noScan: entry.scans.length > 0 ? null : noScanOf(entry, visit),
    files: entry.attachments.map(files),
    ...settling(facts, here, list),
  };
}

function factsOf(entry: EntryDetails, zone: string, visit: PageVisit): SummaryRow[] {
  const { t } = visit;
  const { settledBy, settledAt, state, postmarkDay, content } = entry;
  const settled = t(state === 'CONFIRMED' ? 'entry.confirmed-by' : 'entry.refused-by');
  return [
    codeRow(t('entry.registration'), entry.registration),
    row(t('entry.channel-row'), t(`entry.channel.${entry.channel}`)),
    row(
      t('entry.arrival-row'),
      `${arrivalOf(entry, zone, visit)}; ${t('entry.backdated', { days: entry.backdatedDays })}`,
    ),
    codeRow(t('entry.counts-from'), zonedText(entry.arrivedAt, zone)),
    ...(postmarkDay ? [row(t('entry.postmark-row'), visit.day(postmarkDay))] : []),
    ...(content
      ? [row(t('own.kind'), t(content.kind === 'REMARK' ? 'remark.kind.remark' : 'remark.kind.proposal'))]
      : []),
    row(t('entry.entered-by'), officialAt(entry.enteredBy, entry.enteredAt, zone, visit)),
    ...(settledBy && settledAt ? [row(settled, officialAt(settledBy, settledAt, zone, visit))] : []),
  ];
}

function senderRows({ sender, senderName }: EntryDetails, { t }: PageVisit): SummaryRow[] {
  if (!sender) return [row(t('entry.column-from'), senderName ?? t('privacy.sender-erased'))];
  const optional = (key: string, text?: string) => (text ? [row(key, text)] : []);
  const isAlone = sender.kind === 'INDIVIDUAL';
  return [
    ...optional(t('entry.organisation'), sender.organisation),
    ...optional(t('decide.bin'), sender.bin),
    row(t(isAlone ? 'remark.author-name' : 'remark.representative-name'), sender.name),
    ...optional(t('remark.representative-ground'), sender.representativeGround),
    ...optional(t('remark.email'), sender.email),
  ];
}

function aboutOf({ content }: EntryDetails, clauses: readonly StoredClause[], visit: PageVisit): string | null {
  if (!content) return null;
  const names = clauseNames(clauses, visit.language, visit.t);
  return content.anchors.map((anchor) => names.get(anchor) ?? '').join('; ') || visit.t('draft.whole');
}

const noScanOf = ({ noScanReason }: EntryDetails, { t }: PageVisit): string =>
  noScanReason ? t('entry.no-scan', { reason: noScanReason }) : t('entry.no-scan-given');

function becameOf(
  { became }: EntryDetails,
  { zone, title }: DiscussionDetails,
  visit: PageVisit,
): EntryModel['became'] {
  if (!became) return null;
  const { t } = visit;
  const { verdict, number, receivedAt, closeAt, commitment } = became;
  const isLate = verdict === 'LATE';
  return {
    title: t(isLate ? 'entry.receipt-late' : 'receipt.title'),
    number,
    sentence: t(isLate ? 'receipt.late' : 'receipt.on-time'),
    facts: [
      row(t('remark.draft'), inLanguage(title, visit.language).text),
      codeRow(t(isLate ? 'late.number' : 'receipt.number'), number),
      row(t('receipt.received-at'), visit.when(receivedAt, zone)),
      codeRow(t('receipt.exact'), zonedText(receivedAt, zone)),
      ...(closeAt ? [codeRow(t('late.close-at'), zonedText(closeAt, zone))] : []),
      ...(isLate ? [row(t('late.rule'), t('late.rule-text'))] : []),
      ...(commitment ? [codeRow(t('receipt.hash'), commitment)] : []),
    ],
    hint: t(isLate ? 'entry.print-hint-late' : 'entry.print-hint'),
    remarkHref: isLate ? null : visit.to(`officer/remarks/${number}`),
  };
}

function settling({ visit, discussion, entry, officer, typedReason = '' }: EntryFacts, here: string, list: string) {
  const { t } = visit;
  const { state, refusalReason, needsSecondOfficer, enteredBy, arrivedAt } = entry;
  const isOwn = needsSecondOfficer && enteredBy.label === `officer:${officer.id}`;
  const isWaiting = entryMayBecome(state, 'CONFIRMED');
  const isLate = discussion.closeAt !== null && arrivedAt >= discussion.closeAt;
  const mayEnter = may(officer, 'entry.make');
  return {
    refused:
      refusalReason === null
        ? null
        : {
            text: t('entry.refused-note', { reason: refusalReason }),
            anewHref: mayEnter ? `${list}/new?from=${entry.id}` : null,
          },
    confirmation:
      isWaiting && !isOwn
        ? { action: `${here}/confirmation`, sentence: t(isLate ? 'entry.will-be-late' : 'entry.will-be-on-time') }
        : null,
    ownNote: isWaiting && isOwn ? t('entry.own-note') : null,
    refusal: entryMayBecome(state, 'REFUSED') ? { action: `${here}/refusal`, reason: typedReason } : null,
  };
}
