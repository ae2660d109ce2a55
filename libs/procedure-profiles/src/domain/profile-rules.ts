import type { LegalDay } from '#lib/kernel';
import type { LegalBasis, ProcedureProfile, ProfileFamily, Titles } from '#lib/time-limits';

/** What a profile may say otherwise than its base; reasons, duties, readings, grounds and the form of the report it takes over. */
export interface ProfileRules extends Pick<
  ProcedureProfile,
  | 'title'
  | 'term'
  | 'closing'
  | 'latePolicy'
  | 'postalRule'
  | 'identity'
  | 'considersAnonymous'
  | 'draftLanguages'
  | 'channels'
  | 'outage'
  | 'secondOfficer'
  | 'retention'
> {
  readonly decisions: Pick<ProcedureProfile['decisions'], 'minimumGroundLength' | 'sameGroundLimit'>;
  readonly moderation: Pick<ProcedureProfile['moderation'], 'publication' | 'waitsHours'>;
  /** The act that sets these rules. */
  readonly act: { readonly title: Titles; readonly clauses: readonly string[]; readonly isConfirmed: boolean };
  /** Whether the acts of the base are named after it. */
  readonly keepsActs: boolean;
}

/** A profile to be: a version of the base's family or, under another name, a family of its own. */
export interface NewProfile {
  readonly id: string;
  readonly family: ProfileFamily;
  readonly basedOn: string;
  /** First legal day in force. */
  readonly validFrom: LegalDay;
  readonly rules: ProfileRules;
}

/** What a profile says of what may be said otherwise. */
export function rulesOf(profile: ProcedureProfile): ProfileRules {
  const { title, term, closing, latePolicy, postalRule, identity, considersAnonymous, draftLanguages } = profile;
  const { channels, outage, secondOfficer, retention, decisions, moderation } = profile;
  const [first] = profile.basis;
  if (!first) throw new RangeError(`profile ${profile.id} names no act`);
  return {
    title,
    term,
    closing,
    latePolicy,
    postalRule,
    identity,
    considersAnonymous,
    draftLanguages,
    channels,
    outage,
    secondOfficer,
    retention,
    decisions: { minimumGroundLength: decisions.minimumGroundLength, sameGroundLimit: decisions.sameGroundLimit },
    moderation: { publication: moderation.publication, waitsHours: moderation.waitsHours },
    act: { title: first.act, clauses: first.clauses, isConfirmed: first.isConfirmed },
    keepsActs: true,
  };
}

/** The whole profile: what its base says, and in its place what the new one says. Pure: the same base and rules give the same profile. */
export function builtProfile(base: ProcedureProfile, added: NewProfile): ProcedureProfile {
  const { act, keepsActs, decisions, moderation, ...plain } = added.rules;
  return {
    ...base,
    ...plain,
    id: added.id,
    family: added.family,
    validFrom: added.validFrom,
    validTo: null,
    decisions: { ...base.decisions, ...decisions },
    moderation: { ...base.moderation, ...moderation },
    basis: actsOf(base.basis, act, keepsActs),
  };
}

function actsOf(basis: readonly LegalBasis[], act: ProfileRules['act'], keepsActs: boolean): LegalBasis[] {
  const named: LegalBasis = { act: act.title, clauses: act.clauses, isConfirmed: act.isConfirmed };
  // What those who keep the profiles noted stays where the act is said as the base says it.
  const same = basis.find((known) => isSameAct(known, named));
  return [
    same ?? named,
    ...(keepsActs
      ? basis.filter((known, place) => known !== same && !(place === 0 && known.act.kk === act.title.kk))
      : []),
  ];
}

const isSameAct = (one: LegalBasis, other: LegalBasis): boolean =>
  one.act.kk === other.act.kk &&
  one.act.ru === other.act.ru &&
  one.act.en === other.act.en &&
  one.isConfirmed === other.isConfirmed &&
  one.clauses.join('\n') === other.clauses.join('\n');
