import type { DecisionRow } from '#lib/consideration';
import type { DiscussionDetails } from '#lib/discussion';
import { compareWords, type WordChange } from '#lib/drafting';
import { profileById } from '#lib/time-limits';
import { type ChangeableClause, changeableNames } from '../../changeable.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import { outcomeTag } from './outcome-tag.js';

/** A decision as it is read. */
export interface DecisionLine {
  readonly outcome: { readonly text: string; readonly classes: string };
  /** Empty for what is simply accepted. */
  readonly reason: string;
  readonly groundKk: string;
  readonly groundRu: string;
  /** Names of the changed clauses, or why no change is needed; empty for none. */
  readonly change: string;
  readonly by: string;
}

export interface LineContext {
  readonly visit: PageVisit;
  readonly discussion: DiscussionDetails;
  readonly changeable: readonly ChangeableClause[];
  /** Of officials, by the label under which the acts are kept. */
  readonly names: ReadonlyMap<string, string>;
}

export function decisionLine(decision: DecisionRow, context: LineContext): DecisionLine {
  const { visit, discussion, names } = context;
  const { t } = visit;
  const name = (label: string) => names.get(label) ?? label;
  const decided = t('decide.decided-by', {
    name: name(decision.decidedBy),
    at: visit.when(decision.decidedAt, discussion.zone),
    version: decision.version,
  });
  const confirmed = decision.confirmedBy ? t('decide.confirmed-by', { name: name(decision.confirmedBy) }) : '';
  return {
    outcome: outcomeTag(decision.outcome, t),
    reason: decision.reasonCode === 'ACCEPTED' ? '' : reasonName(decision, visit, discussion),
    groundKk: decision.groundKk,
    groundRu: decision.groundRu,
    change: changeOf(decision, context),
    by: [decided, confirmed].filter(Boolean).join(' '),
  };
}

/** As the profile of the discussion calls it. */
export function reasonName(
  { reasonCode }: Pick<DecisionRow, 'reasonCode'>,
  { language }: PageVisit,
  { profileId }: DiscussionDetails,
): string {
  const { reasons } = profileById(profileId).decisions;
  return reasons.find(({ code }) => code === reasonCode)?.title[language] ?? reasonCode;
}

function changeOf({ changedClauses, noChangeKk, noChangeRu }: DecisionRow, { visit, changeable }: LineContext): string {
  const names = changeableNames(changeable, visit);
  if (changedClauses.length > 0) return changedClauses.map((id) => names.get(id) ?? '?').join('; ');
  return (visit.language === 'kk' ? noChangeKk : noChangeRu) ?? '';
}

/** An earlier decision, with what the next one changed in its grounds (REQ-56). */
export interface HistoryLine extends DecisionLine {
  readonly point: string;
  readonly changedKk: readonly WordChange[];
  readonly changedRu: readonly WordChange[];
  readonly isInForce: boolean;
}

/** @param history the newest of each point first, as `DecisionsOf.history` gives it */
export function historyLines(history: readonly DecisionRow[], context: LineContext): HistoryLine[] {
  return history.map((decision, index) => {
    const before = history[index + 1];
    const isSamePoint =
      before !== undefined && before.point === decision.point && before.isRetired === decision.isRetired;
    const earlier = isSamePoint && before.version < decision.version ? before : decision;
    const number = String(decision.point);
    return {
      ...decisionLine(decision, context),
      point: context.visit.t(decision.isRetired ? 'decide.point-retired' : 'decide.point', { number }),
      changedKk: compareWords(earlier.groundKk, decision.groundKk),
      changedRu: compareWords(earlier.groundRu, decision.groundRu),
      isInForce: decision.supersededAt === null && !decision.isRetired,
    };
  });
}
