import type { TermReading } from '../term.js';

/** Day 1 is the next day, and a last day off rolls forward: the public's window (AMB-02 b, AMB-03 b). */
export const nextDayRolled: TermReading = { firstDay: 'next-day', roll: 'next-working-day' };

/** Day 1 is the next day, no roll: the body's own duties (AMB-03 a). */
export const nextDayUnrolled: TermReading = { firstDay: 'next-day', roll: 'none' };

/** The day of the event is day 1, no roll: the strictest reading. */
export const eventDayUnrolled: TermReading = { firstDay: 'event-day', roll: 'none' };
