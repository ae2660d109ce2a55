import type { LegalDay } from '#lib/kernel';
import { dayPlus, isWeekend } from '#lib/time-limits';

export interface CarriedDayOff {
  readonly day: LegalDay;
  readonly holiday: LegalDay;
}

/**
 * Where a holiday meets a day off, the next working day after it is off (law on holidays of 13 December 2001 No. 267, art. 5).
 * @param holidays days the rule applies to; not 7 January and Kurban Ait, which are days off and not holidays
 * @param otherDaysOff further days that are not worked and so cannot take the day off
 */
export function carriedOver(holidays: readonly LegalDay[], otherDaysOff: readonly LegalDay[]): CarriedDayOff[] {
  const taken = new Set<LegalDay>([...holidays, ...otherDaysOff]);
  return holidays
    .toSorted()
    .filter(isWeekend)
    .map((holiday) => {
      let day = dayPlus(holiday, 1);
      while (isWeekend(day) || taken.has(day)) day = dayPlus(day, 1);
      taken.add(day);
      return { day, holiday };
    });
}
