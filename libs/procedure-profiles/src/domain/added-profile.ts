import type { Instant } from '#lib/kernel';
import type { ProcedureProfile } from '#lib/time-limits';
import { builtProfile, type NewProfile } from './profile-rules.js';

/** A profile that was added to the installation, as it is kept. */
export interface AddedProfile extends NewProfile {
  /** What the ledger calls it. */
  readonly uid: string;
  /** As `actorLabel` writes it. */
  readonly addedBy: string;
  readonly addedAt: Instant;
  readonly withdrawnAt: Instant | null;
}

/** Whether it was not withdrawn. */
export const isStanding = ({ withdrawnAt }: AddedProfile): boolean => withdrawnAt === null;

/**
 * Those that stand, built on what the release brings and on each other, in the order they came. A base may have come by a clock that
 * went ahead, and stand after what is based on it.
 * @throws RangeError when a base is not known, or is based in the end on what is based on it
 */
export function standingProfiles(
  shipped: readonly ProcedureProfile[],
  added: readonly AddedProfile[],
): ProcedureProfile[] {
  const standing = added.filter(isStanding);
  const ofRelease = new Map(shipped.map((profile) => [profile.id, profile]));
  const addedHere = new Map(standing.map((each) => [each.id, each]));
  const built = new Map<string, ProcedureProfile>();
  const profileOf = (each: AddedProfile, waiting: readonly string[]): ProcedureProfile => {
    const { id, basedOn } = each;
    const known = built.get(id);
    if (known) return known;
    const chain = [...waiting, id];
    if (waiting.includes(id)) throw new RangeError(`profiles are based on each other in a ring: ${chain.join(' on ')}`);
    const addedBase = addedHere.get(basedOn);
    const base = addedBase ? profileOf(addedBase, chain) : ofRelease.get(basedOn);
    if (!base) throw new RangeError(`profile ${id} is based on ${basedOn}, which is not there`);
    const profile = builtProfile(base, each);
    built.set(id, profile);
    return profile;
  };
  return standing.map((each) => profileOf(each, []));
}
