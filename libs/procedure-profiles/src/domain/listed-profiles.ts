import type { Instant } from '#lib/kernel';
import { type AddedProfile, isStanding } from './added-profile.js';
import { withdrawalRefusal } from './withdrawal.js';

/** One that stands, and whether it can still be taken back. */
export interface ListedProfile extends AddedProfile {
  readonly mayBeWithdrawn: boolean;
}

/** Of every profile that was ever added to this installation those that stand. */
export const listedProfiles = (ever: readonly AddedProfile[], now: Instant): ListedProfile[] =>
  ever
    .filter(isStanding)
    .map((each) => ({ ...each, mayBeWithdrawn: withdrawalRefusal(each, ever, now) === undefined }));
