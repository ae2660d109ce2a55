import type { DiscussionDetails } from '#lib/discussion';
import {
  type AnswerKind,
  answerKinds,
  type ConsiderationImport,
  isApplied,
  type PlannedAnswer,
  type StandingDecision,
} from '#lib/sheets';
import { type ChangeableClause, changeableNames } from '../../consideration/changeable.js';
import { reasonName } from '../../consideration/pages/answer/decision-line.js';
import { outcomeTag } from '../../consideration/pages/answer/outcome-tag.js';
import { codeRow, row } from '../../pages-kit/summary-row.js';
import { inLanguage } from '../../pages-kit/titles.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import type { ImportModel, SaidDecision, ShownRow } from './import.view.js';
import { cellFaultText } from './refused-sheet.js';
import { pageOfRows, tabsOf } from './row-pages.js';

export interface ImportFacts {
  readonly visit: PageVisit;
  readonly discussion: DiscussionDetails;
  readonly changeable: readonly ChangeableClause[];
  readonly found: ConsiderationImport;
  readonly query: object;
  /** What somebody changed meanwhile kept the sheet from being applied. */
  readonly isChanged?: boolean;
}

const classes: Readonly<Record<AnswerKind, string>> = {
  NEW: 'govuk-tag--green',
  CHANGED: 'govuk-tag--turquoise',
  UNCHANGED: 'govuk-tag--grey',
  CONFLICT: 'govuk-tag--yellow',
  ERROR: 'govuk-tag--red',
};

/** What a sheet would do, row by row; once it is applied, what it did. */
export function importModel({ visit, discussion, changeable, found, query, isChanged }: ImportFacts): ImportModel {
  const { t, when } = visit;
  const { sheet, plan } = found;
  const list = visit.to(`officer/discussions/${discussion.id}/sheet`);
  const here = `${list}/imports/${sheet.id}`;
  const title = inLanguage(discussion.title, visit.language);
  const { shown, items, pages } = pageOfRows(plan?.rows ?? [], answerKinds, query, here);
  const named = changeableNames(changeable, visit);
  return {
    back: { href: list, text: t('sheet.page-title') },
    title: title.text,
    titleLanguage: title.language,
    done: doneOf(found, query, visit),
    changed: isChanged ? t('sheet.changed') : null,
    facts: [
      row(t('sheet.file-row'), sheet.fileName),
      codeRow(t('sheet.hash-row'), sheet.sha256),
      row(t('sheet.uploaded-row'), when(sheet.uploadedAt, discussion.zone)),
    ],
    sheetHref: list,
    queueHref: visit.to(`officer/discussions/${discussion.id}/queue`),
    plan: plan && {
      tabs: tabsOf(plan.counts, answerKinds, shown, here, (kind, count) => t(`sheet.count.${kind}`, { count })),
      notes: t('sheet.count-notes', { count: plan.counts.notes }),
      rows: items.map((answer) => shownRow(answer, named, discussion, visit)),
      conflictNote: plan.counts.CONFLICT > 0 ? t('sheet.conflict-means') : null,
      apply: plan.rows.some(isApplied)
        ? { action: `${here}/application`, seen: plan.seen, means: t('sheet.apply-means', countsOf(plan.counts)) }
        : null,
    },
    pages,
  };
}

const countsOf = (counts: Readonly<Record<string, number>>) => ({
  added: counts['NEW'] ?? 0,
  changed: counts['CHANGED'] ?? 0,
  notes: counts['notes'] ?? 0,
});

function doneOf({ sheet }: ConsiderationImport, query: object, { t }: PageVisit): ImportModel['done'] {
  if (sheet.outcome === null) return null;
  const isRepeated = Reflect.get(query, 'done') === 'before';
  const { CONFLICT: conflict = 0, ERROR: error = 0 } = sheet.outcome;
  const leftOut = conflict + error > 0 ? ` ${t('sheet.left-out', { conflict, error })}` : '';
  const done = `${t('sheet.done', countsOf(sheet.outcome))}${leftOut}`;
  return { text: isRepeated ? t('sheet.done-before') : done, isNew: !isRepeated };
}

function shownRow(
  answer: PlannedAnswer,
  named: ReadonlyMap<string, string>,
  discussion: DiscussionDetails,
  visit: PageVisit,
): ShownRow {
  const { row: at, kind, number, remarkId, group, position, points, conflict, faults, note } = answer;
  const { t } = visit;
  return {
    row: String(at),
    number,
    href: remarkId === null ? null : visit.to(`officer/remarks/${number}`),
    group: group && t('sheet.group', { no: group.no, count: group.standing }),
    point: points > 1 ? t('decide.point', { number: position }) : null,
    kind: { text: t(`sheet.kind.${kind}`), classes: classes[kind] },
    messages: [
      ...(conflict ? [t(`sheet.conflict.${conflict}`)] : []),
      ...faults.map((fault) => cellFaultText(fault, t)),
    ],
    note: note === null ? null : t('sheet.note-new', { text: note }),
    typed: kind === 'UNCHANGED' ? null : typedOf(answer, visit),
    inForce: inForceOf(answer.inForce, named, discussion, visit),
  };
}

/** As it stands in the cells, which is what is to be mended. */
function typedOf({ typed }: PlannedAnswer, { t }: PageVisit): SaidDecision {
  const outcome = [typed.decision, typed.reason].filter((text) => text !== '').join(': ');
  return {
    outcome: outcome || t('sheet.nothing-typed'),
    lines: linesOf({
      kk: [typed['ground-kk'], typed['no-change-kk']],
      ru: [typed['ground-ru'], typed['no-change-ru']],
      clauses: typed.changed && t('sheet.clauses-named', { clauses: typed.changed }),
    }),
    by: null,
  };
}

function inForceOf(
  decision: StandingDecision | null,
  named: ReadonlyMap<string, string>,
  discussion: DiscussionDetails,
  visit: PageVisit,
): SaidDecision | null {
  if (!decision) return null;
  const { outcome, groundKk, groundRu, noChangeKk, noChangeRu, changedClauses, decidedBy } = decision;
  const { t, when } = visit;
  const clauses = changedClauses.map((id) => named.get(id) ?? '?').join('; ');
  const at = when(decision.decidedAt, discussion.zone);
  return {
    outcome: `${outcomeTag(outcome, t).text}: ${reasonName(decision, visit, discussion)}`,
    lines: linesOf({
      kk: [groundKk, noChangeKk ?? ''],
      ru: [groundRu, noChangeRu ?? ''],
      clauses: clauses && t('sheet.clauses-named', { clauses }),
    }),
    by: decidedBy === null ? t('sheet.import-by', { at }) : t('sheet.in-force-by', { name: decidedBy, at }),
  };
}

const linesOf = (said: { kk: readonly string[]; ru: readonly string[]; clauses: string }): SaidDecision['lines'] =>
  [
    ...said.kk.map((text) => ({ text, language: 'kk' })),
    ...said.ru.map((text) => ({ text, language: 'ru' })),
    { text: said.clauses, language: '' },
  ].filter(({ text }) => text !== '');
