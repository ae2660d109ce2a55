import { isLegalDay, type LegalDay } from '#lib/kernel';
import { dayPlusMonths, type ProcedureProfile } from '#lib/time-limits';
import type { NewProfile } from './profile-rules.js';
import type { ProfileFault } from './profile-fault.js';
import { ruleFaults } from './rule-faults.js';

/** What a new profile is checked against. */
export interface ProfileSurroundings {
  readonly base: ProcedureProfile;
  /** Every profile that stands. */
  readonly known: readonly ProcedureProfile[];
  /** Ids of withdrawn ones: they are not given again. */
  readonly withdrawnIds: readonly string[];
  readonly firstDay: LegalDay;
}

/** Addresses of pages beside those of profiles. */
const RESERVED = ['new'];
const YEARS_AHEAD = 10;

/** As ids and families are written: in addresses, in the API and in files. */
const isProfileName = (text: string): boolean => /^[a-z][a-z0-9-]{1,59}$/.test(text);

/** Everything that is wrong with a profile to be, in the order of its form; none = it can be added (REQ-120, decision 37). */
export function profileFaults(added: NewProfile, around: ProfileSurroundings): ProfileFault[] {
  const isVersion = added.family === around.base.family;
  const rules = ruleFaults(added.rules);
  const zone = added.rules.closing.zone;
  const isOtherZone =
    isVersion && zone !== around.base.closing.zone && !rules.some((each) => each.field === 'closing.zone');
  return [
    ...nameFaults('id', added.id, [...around.known.map(({ id }) => id), ...around.withdrawnIds, ...RESERVED]),
    ...(isVersion
      ? []
      : nameFaults(
          'family',
          added.family,
          around.known.map(({ family }) => family),
        )),
    ...dayFaults(added, around),
    ...rules,
    // Two zones in one family would put two versions, or none, in force at one instant.
    ...(isOtherZone
      ? [{ field: 'closing.zone', fault: 'zone-of-family' as const, bound: around.base.closing.zone }]
      : []),
  ];
}

function nameFaults(field: string, name: string, taken: readonly string[]): ProfileFault[] {
  if (name === '') return [{ field, fault: 'missing' }];
  if (!isProfileName(name)) return [{ field, fault: 'not-an-id' }];
  return taken.includes(name) ? [{ field, fault: 'taken' }] : [];
}

function dayFaults({ family, validFrom }: NewProfile, { known, firstDay }: ProfileSurroundings): ProfileFault[] {
  const field = 'validFrom';
  const lastDay = dayPlusMonths(firstDay, 12 * YEARS_AHEAD);
  if (!isLegalDay(validFrom)) return [{ field, fault: 'not-a-day' }];
  if (validFrom < firstDay) return [{ field, fault: 'too-early', bound: firstDay }];
  if (validFrom > lastDay) return [{ field, fault: 'too-late', bound: lastDay }];
  const isTaken = known.some((profile) => profile.family === family && profile.validFrom === validFrom);
  return isTaken ? [{ field, fault: 'day-taken' }] : [];
}
