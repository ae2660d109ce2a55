import { describe, expect, it } from '@jest/globals';
import { legalDay } from '#lib/kernel';
import { dayPlus, dayPlusMonths, daysBetween, isWeekend, weekdayOf, yearOf } from './legal-days.js';

describe('legal days', () => {
  it.each([
    ['2016-02-28', 2, '2016-03-01'],
    ['2016-01-01', -1, '2015-12-31'],
    ['2024-02-29', 366, '2025-03-01'],
  ])('%s plus %d days is %s', (day, days, expected) => {
    expect(dayPlus(legalDay(day), days)).toBe(expected);
    expect(daysBetween(legalDay(day), legalDay(expected))).toBe(days);
  });

  it('a month without the day ends on its last day (R5b)', () => {
    expect(dayPlusMonths(legalDay('2016-01-31'), 1)).toBe('2016-02-29');
  });

  it('knows weekdays', () => {
    expect(weekdayOf(legalDay('2020-01-05'))).toBe(7);
    expect(isWeekend(legalDay('2020-01-05'))).toBe(true);
    expect(isWeekend(legalDay('2020-01-06'))).toBe(false);
    expect(yearOf(legalDay('2020-01-06'))).toBe(2020);
  });
});
