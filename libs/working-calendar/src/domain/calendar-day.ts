import type { Language, LegalDay } from '#lib/kernel';

/**
 * HOLIDAY: not worked whatever the weekday. MOVED_OFF: a weekday off, by carry-over (law on holidays, art. 5) or by a resolution
 * of the Government. MOVED_WORKING: worked although it would be off.
 */
export const calendarDayKinds = ['HOLIDAY', 'MOVED_OFF', 'MOVED_WORKING'] as const;
export type CalendarDayKind = (typeof calendarDayKinds)[number];

/** A day that is not what its weekday says, and the act that makes it so. */
export interface CalendarDay {
  readonly day: LegalDay;
  readonly kind: CalendarDayKind;
  readonly name: Readonly<Record<Language, string>>;
  readonly act: string;
}

/** Everything known about one year; a year without exceptions is not thinkable, one without a source is not accepted. */
export interface CalendarYear {
  readonly year: number;
  readonly source: string;
  readonly days: readonly CalendarDay[];
}
