import type { Instant } from '#lib/kernel';
import { type AddedProfile, isStanding } from './added-profile.js';
import { firstDayToSet } from './first-day.js';
import type { WithdrawalRefusal } from './refusals.js';

/**
 * Why a profile stays; undefined when it may be withdrawn. Before the day it begins on nothing is placed under it, and no procedure
 * opened under a family of its own.
 */
export function withdrawalRefusal(
  profile: AddedProfile,
  ever: readonly AddedProfile[],
  now: Instant,
): WithdrawalRefusal | undefined {
  const { id, validFrom, rules } = profile;
  if (!isStanding(profile)) return 'withdrawn';
  if (validFrom < firstDayToSet(now, rules.closing.zone)) return 'begun';
  return ever.some((other) => other.basedOn === id && isStanding(other)) ? 'base' : undefined;
}
