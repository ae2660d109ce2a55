import { may } from '#lib/identity';
import { explanationLimits, type HidingDetails, hidingGrounds, hidingMayBecome } from '#lib/discussion';
import { profileById } from '#lib/time-limits';
import type { OwnRemark } from '../../consideration/own-remarks.js';
import { officialAt } from '../../entries/pages/entry-words.js';
import { type FormErrors, noErrors, withErrors } from '../../pages-kit/form-errors.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import type { OfficerActor } from '../../rights/person.js';
import type { HidingModel, TypedHiding } from './hiding.view.js';

export interface HidingFacts {
  readonly visit: PageVisit;
  readonly own: OwnRemark;
  /** The newest first. */
  readonly hidings: readonly HidingDetails[];
  readonly officer: OfficerActor;
  readonly typed: TypedHiding;
  readonly errors?: FormErrors;
}

export const untyped: TypedHiding = { ground: '', explanationKk: '', explanationRu: '', reason: '' };

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
    least: explanationLimits.least,
    grounds: hidingGrounds.map((value) => ({ value, text: t(`hiding.ground.${value}`) })),
    needsSecondOfficer: profileById(discussion.profileId).secondOfficer.hiding,
    ...formsOf(facts),
  };
}

const historyOf = (
  { ground, explanation, steps }: HidingDetails,
  zone: string,
  visit: PageVisit,
): HidingModel['history'][number] => ({
  ground: visit.t(`hiding.ground.${ground}`),
  ...explanation,
  steps: steps.map(({ step, by, at, reason }) => ({
    text: `${visit.t(`hiding.state.${step}`)}: ${officialAt(by, at, zone, visit)}`,
    reason,
  })),
});

type Forms = Pick<HidingModel, 'proposal' | 'confirmation' | 'refusal' | 'lifting' | 'note'>;

function formsOf({ visit, own, hidings, officer }: HidingFacts): Forms {
  const { t } = visit;
  const { remark, discussion } = own;
  const none: Forms = { proposal: null, confirmation: null, refusal: null, lifting: null, note: null };
  if (!['OPEN', 'CLOSED'].includes(discussion.procedureState)) return { ...none, note: t('moderation.not-now') };
  const here = visit.to(`officer/remarks/${remark.number}/hiding`);
  const isOfficer = may(officer, 'hiding.propose');
  const standing = hidings.find(({ state }) => hidingMayBecome(state, 'IN_FORCE') || hidingMayBecome(state, 'LIFTED'));
  if (!standing) return isOfficer && remark.state === 'RECEIVED' ? { ...none, proposal: { action: here } } : none;
  const step = (path: string) => ({ action: `${here}/${path}`, hidingId: standing.id });
  if (standing.state === 'IN_FORCE') return isOfficer ? { ...none, lifting: step('lifting') } : none;
  const isOwn = standing.needsSecondOfficer && standing.steps[0]?.by.label === `officer:${officer.id}`;
  const note = isOwn ? t('moderation.own-note') : standing.isOfThisText ? null : t('moderation.other-text');
  return {
    ...none,
    confirmation: isOwn || !standing.isOfThisText || remark.state !== 'RECEIVED' ? null : step('confirmation'),
    refusal: step('refusal'),
    note,
  };
}
