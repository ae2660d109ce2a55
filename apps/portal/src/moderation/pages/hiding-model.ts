import {
  type HidingDetails,
  hidingMayBecome,
  isOpenToModeration,
  type ObjectionDetails,
  objectionOutcomes,
  type OriginalText,
  wordLimits,
} from '#lib/discussion';
import { may } from '#lib/identity';
import { actorLabel } from '#lib/ledger';
import { profileById } from '#lib/time-limits';
import type { OwnRemark } from '../../consideration/own-remarks.js';
import { officialAt } from '../../entries/pages/entry-words.js';
import { type FormErrors, noErrors, withErrors } from '../../pages-kit/form-errors.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import type { OfficerActor } from '../../rights/person.js';
import { sideBySide } from './redaction-model.js';
import type { HidingModel, TypedHiding } from './hiding.view.js';

export interface HidingFacts {
  readonly visit: PageVisit;
  readonly own: OwnRemark;
  /** The newest first. */
  readonly hidings: readonly HidingDetails[];
  readonly officer: OfficerActor;
  /** The text as it was received; undefined where it is erased. */
  readonly original?: OriginalText;
  /** The oldest first. */
  readonly objections: readonly ObjectionDetails[];
  readonly typed: TypedHiding;
  readonly errors?: FormErrors;
}

export const untyped: TypedHiding = {
  hidingId: '',
  ground: '',
  explanationKk: '',
  explanationRu: '',
  reason: '',
  outcome: '',
  answer: '',
};

/** The remark, what was done about hiding it, and the one form that fits the moment and the official. */
export function hidingModel(facts: HidingFacts): HidingModel {
  const { visit, own, hidings, typed, errors } = facts;
  const { t } = visit;
  const { remark, discussion } = own;
  return {
    ...(errors ? withErrors(errors) : noErrors),
    back: { href: visit.to(`officer/remarks/${remark.number}`), text: t('decide.title', { number: remark.number }) },
    heading: t('moderation.of-remark', { number: remark.number }),
    state: t(`remark.state.${remark.state}`),
    text: remark.text ?? '',
    textLanguage: remark.language,
    proposedWording: remark.proposedWording,
    history: hidings.map((hiding) => historyOf(hiding, discussion.zone, visit)),
    values: typed,
    least: wordLimits.least,
    grounds: profileById(discussion.profileId).moderation.grounds.map((value) => ({
      value,
      text: t(`hiding.ground.${value}`),
    })),
    needsSecondOfficer: profileById(discussion.profileId).secondOfficer.hiding,
    sides: sidesOf(facts),
    objections: facts.objections.map((objection) => objectionLine(objection, facts)),
    outcomes: objectionOutcomes.map((value) => ({ value, text: t(`objection.outcome.${value}`) })),
    ...formsOf(facts),
  };
}

const historyOf = (
  { extent, passages, ground, explanation, steps }: HidingDetails,
  zone: string,
  visit: PageVisit,
): HidingModel['history'][number] => ({
  ground: `${coverOf({ extent, passages }, visit)}: ${visit.t(`hiding.ground.${ground}`)}`,
  ...explanation,
  steps: steps.map(({ step, by, at, reason }) => ({
    text: `${visit.t(`hiding.state.${step}`)}: ${officialAt(by, at, zone, visit)}`,
    reason,
  })),
});

/** "The whole text", "3 passages". */
const coverOf = ({ extent, passages }: Pick<HidingDetails, 'extent' | 'passages'>, { t }: PageVisit): string =>
  extent === 'WHOLE' ? t('redaction.whole') : t('redaction.count', { count: passages.length });

type Forms = Pick<HidingModel, 'proposal' | 'confirmation' | 'refusal' | 'liftings' | 'redactHref' | 'note'>;

const none: Forms = { proposal: null, confirmation: null, refusal: null, liftings: [], redactHref: null, note: null };

function formsOf(facts: HidingFacts): Forms {
  const { visit, own, hidings, officer } = facts;
  const { remark, discussion } = own;
  if (!isOpenToModeration(discussion.procedureState)) return { ...none, note: visit.t('moderation.not-now') };
  const proposed = hidings.find(({ state }) => hidingMayBecome(state, 'IN_FORCE'));
  if (proposed) return settlingOf(facts, proposed);
  if (!may(officer, 'hiding.propose')) return none;
  const here = visit.to(`officer/remarks/${remark.number}`);
  const mayPropose = remark.state === 'RECEIVED' && remark.erasedAt === null;
  return {
    ...none,
    proposal: mayPropose ? { action: `${here}/hiding` } : null,
    redactHref: mayPropose ? `${here}/redaction` : null,
    liftings: hidings
      .filter(
        ({ state, extent }) => hidingMayBecome(state, 'LIFTED') && (extent === 'WHOLE' || remark.erasedAt === null),
      )
      .map((hiding) => ({ action: `${here}/hiding/lifting`, hidingId: hiding.id, what: coverOf(hiding, visit) })),
  };
}

function settlingOf({ visit, own, officer }: HidingFacts, proposed: HidingDetails): Forms {
  const { t } = visit;
  const { remark } = own;
  const here = visit.to(`officer/remarks/${remark.number}/hiding`);
  const step = (path: string) => ({ action: `${here}/${path}`, hidingId: proposed.id });
  const isOwn = proposed.needsSecondOfficer && proposed.steps[0]?.by.label === actorLabel(officer);
  const note = isOwn ? t('moderation.own-note') : proposed.isOfThisText ? null : t('moderation.other-text');
  return {
    ...none,
    confirmation: isOwn || !proposed.isOfThisText || remark.state !== 'RECEIVED' ? null : step('confirmation'),
    refusal: step('refusal'),
    note,
  };
}

/** The text as it was received beside what the public reads, or will read when the proposal is confirmed. */
function sidesOf({ hidings, original }: HidingFacts): HidingModel['sides'] {
  const redaction = hidings.find(
    ({ extent, state }) => extent === 'PASSAGES' && (state === 'PROPOSED' || state === 'IN_FORCE'),
  );
  if (!redaction || !original || !redaction.isOfThisText) return null;
  return sideBySide(original, redaction.passages, redaction.ground);
}

/** What the sender objects, and the form for who may answer: an officer who had no hand in the act (REQ-116). */
function objectionLine(
  objection: ObjectionDetails,
  { visit, own, officer }: HidingFacts,
): HidingModel['objections'][number] {
  const { t } = visit;
  const { hidingId, words, outcome, answer, madeAt, actors } = objection;
  const isOpen = outcome === null && isOpenToModeration(own.discussion.procedureState);
  const isOther = !actors.includes(actorLabel(officer));
  return {
    hidingId,
    at: visit.when(madeAt, own.discussion.zone),
    words: words ?? t('redaction.erased'),
    state: t(outcome === null ? 'objection.waits' : `objection.outcome.${outcome}`),
    answer,
    action:
      isOpen && isOther && may(officer, 'objection.answer')
        ? visit.to(`officer/remarks/${own.remark.number}/hiding/objection`)
        : null,
    note: isOpen && !isOther ? t('objection.not-yours') : null,
  };
}
