import { type LegalDay, legalDay } from '#lib/kernel';
import { Temporal } from 'temporal-polyfill';

const plain = (day: LegalDay): Temporal.PlainDate => Temporal.PlainDate.from(day);
const legal = (date: Temporal.PlainDate): LegalDay => legalDay(date.toString());

/** The day `days` calendar days later (earlier when negative). */
export const dayPlus = (day: LegalDay, days: number): LegalDay => legal(plain(day).add({ days }));

/** The same day number `months` later; where there is none, the last day of that month (law on administrative procedures, art. 12-1). */
export const dayPlusMonths = (day: LegalDay, months: number): LegalDay => legal(plain(day).add({ months }));

/** Calendar days from `start` to `end`: 0 for the same day, negative when `end` is earlier. */
export const daysBetween = (start: LegalDay, end: LegalDay): number => plain(start).until(plain(end)).days;

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: LegalDay): number => plain(day).dayOfWeek;

export const isWeekend = (day: LegalDay): boolean => weekdayOf(day) > 5;

export const yearOf = (day: LegalDay): number => plain(day).year;
