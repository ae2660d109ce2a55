import { DomainError, type LegalDay } from '#lib/kernel';
import { dayPlus, isWeekend, yearOf } from './legal-days.js';

/** Which legal days are worked in a five-day week, moved days included (REQ-04). */
export interface WorkingCalendar {
  /** @throws DomainError `term-not-computable` when the year of the day is not covered */
  isWorkingDay(day: LegalDay): boolean;
}

/** For terms that never ask about working days; any question is refused. */
export const noWorkingCalendar: WorkingCalendar = {
  isWorkingDay: (day) => {
    throw yearNotCovered(day);
  },
};

/** The refusal a calendar owes for a day of a year it does not cover: a guess would be a wrong deadline. */
export const yearNotCovered = (day: LegalDay): DomainError =>
  new DomainError('term-not-computable', `the working calendar does not cover ${yearOf(day)}`, {
    day,
    year: yearOf(day),
  });

/** The five-day week alone, moved by the given days: `off` are not worked, `worked` are worked weekends. */
export function weekCalendar(off: ReadonlySet<string>, worked: ReadonlySet<string>): WorkingCalendar {
  return { isWorkingDay: (day) => worked.has(day) || (!isWeekend(day) && !off.has(day)) };
}

/** The day itself when it is worked, otherwise the next worked day (AMB-03 b). */
export function workingDayOnOrAfter(day: LegalDay, calendar: WorkingCalendar): LegalDay {
  let candidate = day;
  while (!calendar.isWorkingDay(candidate)) candidate = dayPlus(candidate, 1);
  return candidate;
}

/** The `count`-th worked day after `day`; `day` itself is not counted. `count` of 0 gives `day`. */
export function workingDayAfter(day: LegalDay, count: number, calendar: WorkingCalendar): LegalDay {
  let reached = day;
  for (let counted = 0; counted < count; counted += 1) {
    reached = workingDayOnOrAfter(dayPlus(reached, 1), calendar);
  }
  return reached;
}
