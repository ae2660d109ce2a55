import type { DiscussionDetails } from '#lib/discussion';
import { clauseNames, type StoredClause } from '#lib/drafting';
import { isLegalDay } from '#lib/kernel';
import {
  type IntakeImport,
  type IntakeKind,
  intakeKinds,
  type IntakePlan,
  isEnterable,
  type PlannedRemark,
  senderKeys,
} from '#lib/sheets';
import { row, type SummaryRow } from '../../pages-kit/summary-row.js';
import { inLanguage } from '../../pages-kit/titles.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import type { Tag } from './import.view.js';
import type { IntakeImportModel } from './intake-import.view.js';
import { cellFaultText } from './refused-sheet.js';
import { pageOfRows, tabsOf } from './row-pages.js';

export interface IntakeImportFacts {
  readonly visit: PageVisit;
  readonly discussion: DiscussionDetails;
  /** Of the text under discussion. */
  readonly clauses: readonly StoredClause[];
  readonly found: IntakeImport;
  readonly query: object;
  readonly isChanged?: boolean;
}

const classes: Readonly<Record<IntakeKind, string>> = {
  NEW: 'govuk-tag--green',
  ENTERED: 'govuk-tag--grey',
  REPEATED: 'govuk-tag--yellow',
  ERROR: 'govuk-tag--red',
};

/** What entering a sheet would do, remark by remark; once it is entered, what it did. */
export function intakeImportModel(facts: IntakeImportFacts): IntakeImportModel {
  const { visit, discussion, clauses, found, query, isChanged } = facts;
  const { t } = visit;
  const { plan } = found;
  const list = visit.to(`officer/discussions/${discussion.id}/intake`);
  const here = `${list}/${found.sheet.id}`;
  const title = inLanguage(discussion.title, visit.language);
  const { shown, items, pages } = pageOfRows(plan?.rows ?? [], intakeKinds, query, here);
  const names = clauseNames(clauses, visit.language, t);
  const entriesHref = visit.to(`officer/discussions/${discussion.id}/entries`);
  return {
    back: { href: list, text: t('sheet.intake.page-title') },
    title: title.text,
    titleLanguage: title.language,
    done: doneOf(found, query, visit),
    changed: isChanged ? t('sheet.changed') : null,
    letter: letterRows(found, visit),
    formHref: list,
    entriesHref,
    plan: plan && {
      sender: senderRows(plan, visit),
      senderFaults: plan.senderFaults.map((fault) => cellFaultText(fault, t)),
      tabs: tabsOf(plan.counts, intakeKinds, shown, here, (kind, count) => t(`sheet.intake.count.${kind}`, { count })),
      rows: items.map((remark) => ({
        row: String(remark.row),
        kind: tagOf(remark, visit),
        messages: messagesOf(remark, visit),
        href: remark.entryId === null ? null : `${entriesHref}/${remark.entryId}`,
        ...contentOf(remark, names, visit),
      })),
      ...applying(plan, here, visit),
    },
    pages,
  };
}

const tagOf = ({ kind }: PlannedRemark, { t }: PageVisit): Tag => ({
  text: t(`sheet.intake.kind.${kind}`),
  classes: classes[kind],
});

function applying(plan: IntakePlan, here: string, { t }: PageVisit) {
  const { counts, seen } = plan;
  const means = t('sheet.intake.apply-means', { count: counts.NEW });
  return {
    apply: isEnterable(plan) ? { action: `${here}/application`, seen, means } : null,
    obstacle: t(
      counts.ERROR > 0 || plan.senderFaults.length > 0 ? 'sheet.intake.mend-first' : 'sheet.intake.nothing-new',
    ),
  };
}

function doneOf({ sheet }: IntakeImport, query: object, { t }: PageVisit): IntakeImportModel['done'] {
  if (sheet.outcome === null) return null;
  const isRepeated = Reflect.get(query, 'done') === 'before';
  const done = t('sheet.intake.done', { count: sheet.outcome['NEW'] ?? 0 });
  return { text: isRepeated ? t('sheet.intake.done-before') : done, isNew: !isRepeated };
}

function letterRows({ sheet, letter }: IntakeImport, { t, day }: PageVisit): SummaryRow[] {
  const { channel, registration, arrival, language } = letter;
  const arrived = isLegalDay(arrival.day) ? day(arrival.day) : arrival.day;
  const time = arrival.time ? `, ${arrival.time}` : '';
  return [
    row(t('sheet.file-row'), sheet.fileName),
    row(t('entry.registration'), registration),
    row(t('entry.channel-row'), t(`entry.channel.${channel}`)),
    row(t('entry.arrival-row'), `${arrived}${time}`),
    ...(arrival.postmarkDay && isLegalDay(arrival.postmarkDay)
      ? [row(t('entry.postmark-row'), day(arrival.postmarkDay))]
      : []),
    row(t('sheet.intake.language'), t(`language.${language}`)),
  ];
}

const senderRows = ({ sender }: IntakePlan, { t }: PageVisit): SummaryRow[] =>
  senderKeys.map((key) => row(t(`sheet.intake.sender.${key}`), sender[key] || t('sheet.nothing-typed')));

function messagesOf({ kind, faults, sameAsRow, sameWords, waiting }: PlannedRemark, { t }: PageVisit): string[] {
  const numbers = (of: readonly string[]) => ({ numbers: of.join(', ') });
  const same = sameAsRow === null ? '' : t(sameKeys[kind] ?? 'sheet.intake.same-row', { row: sameAsRow });
  return [
    ...faults.map((fault) => cellFaultText(fault, t)),
    kind === 'ENTERED' ? t('sheet.intake.entered') : '',
    same,
    sameWords.length > 0 ? t('sheet.intake.same-words', numbers(sameWords)) : '',
    waiting.length > 0 && kind !== 'ENTERED' ? t('sheet.intake.same-waiting', numbers(waiting)) : '',
  ].filter((message) => message !== '');
}

const sameKeys: Partial<Record<IntakeKind, 'sheet.intake.repeated'>> = { REPEATED: 'sheet.intake.repeated' };

function contentOf({ content }: PlannedRemark, names: ReadonlyMap<string, string>, { t }: PageVisit) {
  const { anchors, kind, text, proposedWording } = content;
  return {
    about: anchors.map((anchor) => names.get(anchor) ?? '').join('; ') || t('draft.whole'),
    type: t(kind === 'REMARK' ? 'remark.kind.remark' : 'remark.kind.proposal'),
    text,
    proposedWording: proposedWording ?? null,
  };
}
