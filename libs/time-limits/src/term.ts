import { DomainError, type LegalDay } from '#lib/kernel';
import { dayPlus, dayPlusMonths } from './legal-days.js';
import { type WorkingCalendar, workingDayAfter, workingDayOnOrAfter } from './working-calendar.js';

export const termUnits = ['calendar-day', 'working-day', 'week', 'month'] as const;
export type TermUnit = (typeof termUnits)[number];

export interface Term {
  readonly unit: TermUnit;
  /** Whole units, 1 or more. */
  readonly length: number;
}

/** How a term is read: is the day of the event day 1 (AMB-02), does a last day off roll forward (AMB-03). */
export interface TermReading {
  readonly firstDay: 'event-day' | 'next-day';
  readonly roll: 'none' | 'next-working-day';
}

/**
 * The last legal day of a term that an event of `eventDay` starts.
 * Weeks and months end on the corresponding day under either first-day rule (law on administrative procedures, art. 12-1).
 * @throws DomainError `term-not-computable` for a length below 1 or a year the calendar does not cover
 */
export function lastDayOfTerm(
  eventDay: LegalDay,
  term: Term,
  reading: TermReading,
  calendar: WorkingCalendar,
): LegalDay {
  if (!Number.isInteger(term.length) || term.length < 1) {
    throw new DomainError('term-not-computable', `a term has one unit or more, not ${term.length}`, { ...term });
  }
  const lastDay = unrolledLastDay(eventDay, term, reading, calendar);
  return reading.roll === 'next-working-day' ? workingDayOnOrAfter(lastDay, calendar) : lastDay;
}

function unrolledLastDay(eventDay: LegalDay, term: Term, reading: TermReading, calendar: WorkingCalendar): LegalDay {
  const dayBeforeFirst = reading.firstDay === 'event-day' ? dayPlus(eventDay, -1) : eventDay;
  switch (term.unit) {
    case 'calendar-day':
      return dayPlus(dayBeforeFirst, term.length);
    case 'working-day':
      return workingDayAfter(dayBeforeFirst, term.length, calendar);
    case 'week':
      return dayPlus(eventDay, 7 * term.length);
    case 'month':
      return dayPlusMonths(eventDay, term.length);
  }
}
