import type { Instant } from '#lib/kernel';
import type { AddedProfile } from './added-profile.js';
import { firstDayToSet } from './first-day.js';
import type { WithdrawalRefusal } from './refusals.js';

/**
 * Why a profile stays; undefined when it may be withdrawn. Before the day it begins on nothing is placed under it, and no procedure
 * opened under a family of its own.
 */
export function withdrawalRefusal(
  { id, validFrom, withdrawnAt, rules }: AddedProfile,
  ever: readonly AddedProfile[],
  now: Instant,
): WithdrawalRefusal | undefined {
  if (withdrawnAt !== null) return 'withdrawn';
  if (validFrom < firstDayToSet(now, rules.closing.zone)) return 'begun';
  return ever.some((other) => other.basedOn === id && other.withdrawnAt === null) ? 'base' : undefined;
}
