import type { DecisionRow } from '#lib/consideration';
import { profileById, zonedText } from '#lib/time-limits';
import { clauseNames } from '../../discussion/pages/clause-names.js';
import { type FormErrors, noErrors, withErrors } from '../../pages-kit/form-errors.js';
import { codeRow, row, type SummaryRow } from '../../pages-kit/summary-row.js';
import { inLanguage } from '../../pages-kit/titles.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import type { OfficerActor } from '../../rights/person.js';
import type { OwnRemark } from '../own-remarks.js';
import type { DecideModel, TypedDecision } from './decide.view.js';
import { similarLinks } from './grouping/similar-links.js';
import { outcomeTag } from './outcome-tag.js';

interface DecideFacts {
  readonly visit: PageVisit;
  readonly own: OwnRemark;
  readonly decisions: readonly DecisionRow[];
  readonly officer: OfficerActor;
  readonly typed: TypedDecision;
  readonly errors?: FormErrors;
  readonly isRecorded: boolean;
}

/** The remark beside its clause, the decisions in force, and the form for the next one. */
export function decideModel({ visit, own, decisions, officer, typed, errors, isRecorded }: DecideFacts): DecideModel {
  const { t } = visit;
  const { remark, discussion, clauses } = own;
  const { reasons } = profileById(discussion.profileId).decisions;
  const names = clauseNames(clauses, visit.language, t);
  const about = clauses.filter(({ lineageId }) => remark.anchors.includes(lineageId));
  const here = visit.to(`officer/remarks/${remark.number}`);
  return {
    ...(errors ? withErrors(errors) : noErrors),
    back: { href: visit.to(`officer/discussions/${discussion.id}/queue`), text: t('queue.title') },
    heading: t('decide.title', { number: remark.number }),
    isRecorded,
    facts: factsOf(own, visit),
    about: about.map((clause) => ({
      name: names.get(clause.lineageId) ?? '',
      text: inLanguage(clause.text, visit.language).text,
    })),
    textLanguage: remark.language,
    text: remark.text ?? '',
    proposedWording: remark.proposedWording,
    sender: senderRows(own, visit),
    similar: similarLinks(own, visit),
    files: remark.attachments.map(({ fileId, name }) => ({ href: `${here}/files/${fileId}`, name })),
    decisions: decisions.map((decision) => ({
      point: t('decide.point', { number: decision.point }),
      outcome: outcomeTag(decision.outcome, t).text,
      reason: reasons.find(({ code }) => code === decision.reasonCode)?.title[visit.language] ?? decision.reasonCode,
      groundKk: decision.groundKk,
      groundRu: decision.groundRu,
    })),
    closedNote: closedNote(own, officer, visit),
    entryHref: remark.entryId ? visit.to(`officer/discussions/${discussion.id}/entries/${remark.entryId}`) : null,
    hidingHref: `${here}/hiding`,
    action: here,
    values: typed,
    ...choices(own, decisions, typed, visit),
  };
}

function factsOf({ remark, discussion }: OwnRemark, visit: PageVisit): SummaryRow[] {
  const { t } = visit;
  const title = inLanguage(discussion.title, visit.language).text;
  return [
    row(t('remark.draft'), title),
    row(t('own.kind'), t(remark.kind === 'REMARK' ? 'remark.kind.remark' : 'remark.kind.proposal')),
    row(t('own.state'), t(`remark.state.${remark.state}`)),
    codeRow(t('receipt.received-at'), zonedText(remark.receivedAt, discussion.zone)),
  ];
}

function senderRows({ remark }: OwnRemark, { t }: PageVisit): SummaryRow[] {
  const { name, email, organisation, bin, representativeGround } = remark.sender;
  const isEntity = remark.senderKind === 'LEGAL_ENTITY';
  const optional = (key: string, text: string | null) => (text ? [row(key, text)] : []);
  return [
    ...optional(t('remark.organisation-name'), organisation),
    ...optional(t('decide.bin'), bin),
    ...optional(t(isEntity ? 'remark.representative-name' : 'remark.author-name'), name),
    ...optional(t('remark.representative-ground'), representativeGround),
    ...optional(t('remark.email'), email),
  ];
}

function closedNote({ remark, discussion }: OwnRemark, officer: OfficerActor, { t }: PageVisit): string | null {
  if (discussion.state !== 'CLOSED') return t('queue.before-close');
  if (remark.state !== 'RECEIVED') return t(`remark.state.${remark.state}`);
  if (!['CLOSED'].includes(discussion.procedureState)) return t('error.report-frozen');
  return officer.roles.includes('officer') ? null : t('error.not-allowed');
}

/** The points there are (REQ-51). */
function pointOptions(decisions: readonly DecisionRow[], chosen: string, { t }: PageVisit) {
  const points = Math.max(1, ...decisions.map(({ point }) => point));
  return Array.from({ length: points }, (_, index) => String(index + 1)).map((value) => ({
    value,
    text: t('decide.point', { number: value }),
    selected: value === chosen,
  }));
}

/** What the selects of the form offer. */
function choices(
  { discussion, changeable }: OwnRemark,
  decisions: readonly DecisionRow[],
  typed: TypedDecision,
  visit: PageVisit,
) {
  const { t, language } = visit;
  const { reasons } = profileById(discussion.profileId).decisions;
  return {
    points: pointOptions(decisions, typed.point, visit),
    reasons: [
      { value: '', text: t('decide.choose') },
      ...reasons.map(({ code, title }) => ({
        value: code,
        text: title[language],
        selected: code === typed.reasonCode,
      })),
    ],
    clauses: [...clauseNames(changeable, language, t)].map(([value, text]) => ({
      value,
      text,
      checked: typed.changedClauses.includes(value),
    })),
  };
}
