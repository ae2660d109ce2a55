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
 * Those that stand, built on what the release brings and on each other, in the order they came.
 * @throws RangeError when a base is not known
 */
export function standingProfiles(
  shipped: readonly ProcedureProfile[],
  added: readonly AddedProfile[],
): ProcedureProfile[] {
  const known = new Map(shipped.map((profile) => [profile.id, profile]));
  let waiting = added.filter(({ withdrawnAt }) => withdrawnAt === null);
  const standing = waiting;
  // A base may have come by a clock that went ahead, and stand after what is based on it.
  while (waiting.length > 0) {
    const based = waiting.filter(({ basedOn }) => known.has(basedOn) && !waiting.some(({ id }) => id === basedOn));
    const [first] = waiting;
    if (based.length === 0 && first)
      throw new RangeError(`profile ${first.id} is based on ${first.basedOn}, which is not there`);
    for (const each of based) {
      const base = known.get(each.basedOn);
      if (base) known.set(each.id, builtProfile(base, each));
    }
    waiting = waiting.filter((each) => !based.includes(each));
  }
  return standing.flatMap(({ id }) => known.get(id) ?? []);
}
