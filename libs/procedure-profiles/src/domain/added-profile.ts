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

/**
 * Those that stand, built on what the release brings and on each other.
 * @param added in the order they were added: a base stands before what is based on it
 * @throws RangeError when a base is not known
 */
export function standingProfiles(
  shipped: readonly ProcedureProfile[],
  added: readonly AddedProfile[],
): ProcedureProfile[] {
  const known = new Map(shipped.map((profile) => [profile.id, profile]));
  return added
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map((each) => {
      const base = known.get(each.basedOn);
      if (!base) throw new RangeError(`profile ${each.id} is based on ${each.basedOn}, which is not there`);
      const built = builtProfile(base, each);
      known.set(each.id, built);
      return built;
    });
}
