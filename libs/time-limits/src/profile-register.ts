import { DomainError, type Instant, type LegalDay } from '#lib/kernel';
import { dayPlus } from './legal-days.js';
import type { ProcedureProfile, ProfileFamily } from './procedure-profile.js';
import { assertCoherent } from './profile-coherence.js';
import { shippedProfiles } from './shipped-profiles.js';
import { localDayOf } from './zone-time.js';

let known: readonly ProcedureProfile[] = shippedProfiles;

/** Every profile this process knows: those of the release, then those added to the installation by the day they begin on. */
export const knownProfiles = (): readonly ProcedureProfile[] => known;

/** Kinds of discussion this process knows, in that order, each once. */
export const knownFamilies = (): ProfileFamily[] => [...new Set(known.map(({ family }) => family))];

/**
 * Tells this process the profiles added to the installation, in the place of those told before (decision 37). A version ends the one
 * in force on the day before it begins. What was added goes before what a later release brings under the same id or from the same day.
 * @throws RangeError naming the profile and what is wrong with it; what was known stays
 */
export function registerProfiles(added: readonly ProcedureProfile[]): void {
  const ids = new Set(added.map(({ id }) => id));
  if (ids.size < added.length) throw new RangeError('one id stands for two procedure profiles');
  added.forEach(assertCoherent);
  const shipped = shippedProfiles.filter(({ id }) => !ids.has(id));
  known = added.length === 0 ? shippedProfiles : succeeding([...shipped, ...added.toSorted(byFirstDay)]);
}

const byFirstDay = (a: ProcedureProfile, b: ProcedureProfile): number =>
  a.validFrom < b.validFrom ? -1 : Number(a.validFrom > b.validFrom);

/** Each ended by the next version of its family; of two from one day the later in the list is in force. */
function succeeding(profiles: readonly ProcedureProfile[]): ProcedureProfile[] {
  return profiles.map((profile, place) => {
    const next = profiles
      .filter((other, at) => other.family === profile.family && follows(other, profile, at > place))
      .reduce<LegalDay | null>(
        (first, { validFrom }) => (first === null || validFrom < first ? validFrom : first),
        null,
      );
    const lastDay = next === null ? null : dayPlus(next, -1);
    const isEndedEarlier = lastDay === null || (profile.validTo !== null && profile.validTo <= lastDay);
    return isEndedEarlier ? profile : { ...profile, validTo: lastDay };
  });
}

const follows = (other: ProcedureProfile, profile: ProcedureProfile, isLaterInList: boolean): boolean =>
  other.validFrom > profile.validFrom || (other.validFrom === profile.validFrom && isLaterInList);

/** @throws DomainError `not-found` */
export function profileById(id: string): ProcedureProfile {
  const found = known.find((profile) => profile.id === id);
  if (!found) throw new DomainError('not-found', `no procedure profile ${id}`, { id });
  return found;
}

/**
 * The version of a family in force on the legal day of placement; the procedure keeps it whatever changes later (REQ-120).
 * @throws DomainError `term-not-computable` when no version was in force on that day
 */
export function profileInForce(family: ProfileFamily, day: LegalDay): ProcedureProfile {
  const found = known.find((profile) => profile.family === family && isInForce(profile, day));
  if (!found)
    throw new DomainError('term-not-computable', `no ${family} rules were in force on ${day}`, { family, day });
  return found;
}

/** Whether the profile's rules were in force on the legal day. */
export const isInForce = (profile: Pick<ProcedureProfile, 'validFrom' | 'validTo'>, day: LegalDay): boolean =>
  profile.validFrom <= day && (profile.validTo === null || day <= profile.validTo);

/** The same at an instant, by the legal day of the profile's own zone. */
export const isInForceAt = (profile: ProcedureProfile, now: Instant): boolean =>
  isInForce(profile, localDayOf(now, profile.closing.zone));

/** Whether the first legal day of the profile has come in its own zone, whether it is in force still or no more. */
export const hasBegun = ({ validFrom, closing }: ProcedureProfile, now: Instant): boolean =>
  validFrom <= localDayOf(now, closing.zone);

/** The rules under which a draft can be placed at an instant, each by the legal day of its own zone; one of a family at most (REQ-120). */
export const profilesInForceAt = (now: Instant): ProcedureProfile[] =>
  known.filter((profile) => isInForceAt(profile, now));

/**
 * The rules a procedure of the family is prepared by: those in force, else the last that were, else what the release has for another
 * time. A family that was added and has not begun has none yet.
 */
export function rulesOfFamily(family: ProfileFamily, now: Instant): ProcedureProfile | undefined {
  const versions = known.filter((profile) => profile.family === family);
  return (
    versions.find((profile) => isInForceAt(profile, now)) ??
    versions.findLast((each) => hasBegun(each, now)) ??
    versions.findLast(({ id }) => shippedProfiles.some((shipped) => shipped.id === id))
  );
}
