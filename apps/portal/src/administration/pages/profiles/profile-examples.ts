import { DomainError, type LegalDay } from '#lib/kernel';
import {
  dayPlus,
  discussionWindow,
  knownProfiles,
  isInForce,
  type ProcedureProfile,
  readLocalTime,
  type WorkingCalendar,
} from '#lib/time-limits';
import type { PageVisit } from '../../../pages-kit/visit.js';

/** When a discussion closes of a draft placed the day before the profile begins, where rules are in force then, and on that day. */
export function profileExamples(profile: ProcedureProfile, calendar: WorkingCalendar, visit: PageVisit): string[] {
  const dayBefore = dayPlus(profile.validFrom, -1);
  const before = knownProfiles().find(
    ({ family, ...other }) => family === profile.family && isInForce(other, dayBefore),
  );
  return [
    ...(before ? [example(before, dayBefore, calendar, visit)] : []),
    example(profile, profile.validFrom, calendar, visit),
  ];
}

function example(profile: ProcedureProfile, day: LegalDay, calendar: WorkingCalendar, visit: PageVisit): string {
  const { closing, channels } = profile;
  const placedAt = readLocalTime(`${day} 10:00`, closing.zone);
  const placements = channels.mandatory.map((channel) => ({ channel, placedAt }));
  const placed = { day: visit.day(day), id: profile.id };
  try {
    const window = discussionWindow({ placements, profile, calendar });
    if (!window.isStarted) throw new RangeError(`every channel of ${profile.id} was named`);
    return visit.t('profile-form.example', { ...placed, until: visit.until(window.closeAt, closing.zone) });
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'term-not-computable') throw error;
    return visit.t('profile-form.example-no-calendar', placed);
  }
}
