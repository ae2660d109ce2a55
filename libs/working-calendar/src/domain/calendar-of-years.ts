import { weekCalendar, type WorkingCalendar, yearNotCovered, yearOf } from '#lib/time-limits';
import type { CalendarDay, CalendarYear } from './calendar-day.js';

/**
 * The working calendar of a five-day week with the given exceptions (REQ-04).
 * @param coveredYears years for which the exceptions are complete; asking for a day of another one throws `term-not-computable`
 */
export function workingCalendar(exceptions: readonly CalendarDay[], coveredYears: Iterable<number>): WorkingCalendar {
  const covered = new Set(coveredYears);
  const worked = exceptions.filter(({ kind }) => kind === 'MOVED_WORKING').map(({ day }) => day);
  const off = exceptions.filter(({ kind }) => kind !== 'MOVED_WORKING').map(({ day }) => day);
  const week = weekCalendar(new Set(off), new Set(worked));
  return {
    isWorkingDay: (day) => {
      if (!covered.has(yearOf(day))) throw yearNotCovered(day);
      return week.isWorkingDay(day);
    },
  };
}

/** The calendar of whole years; of two readings of one year the later in the list wins (REQ-07: the operator's over the shipped). */
export function calendarOfYears(years: readonly CalendarYear[]): WorkingCalendar {
  const byYear = new Map(years.map((year) => [year.year, year]));
  return workingCalendar(
    [...byYear.values()].flatMap(({ days }) => days),
    byYear.keys(),
  );
}
