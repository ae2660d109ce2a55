import { expect, it } from '@jest/globals';
import { legalDay } from '#lib/kernel';
import type { CalendarDay } from './calendar-day.js';
import { changedDays } from './changed-days.js';

const name = { kk: 'Наурыз', ru: 'Наурыз', en: 'Nauryz' };
const day = (date: string, over: Partial<CalendarDay> = {}): CalendarDay => ({
  day: legalDay(date),
  kind: 'HOLIDAY',
  name,
  act: 'Law',
  ...over,
});

it('tells what a year’s days become, by day, and leaves out what stays', () => {
  const before = [day('2028-03-08'), day('2028-03-21'), day('2028-03-22'), day('2028-05-01')];
  const after = [
    day('2028-05-01'),
    day('2028-03-22', { name: { ...name, en: 'Nauryz Day' } }),
    day('2028-03-21', { kind: 'MOVED_OFF' }),
    day('2028-03-07'),
  ];
  expect(changedDays(before, after).map(({ kind, day: { day: date } }) => `${date} ${kind}`)).toEqual([
    '2028-03-07 ADDED',
    '2028-03-08 REMOVED',
    '2028-03-21 CHANGED',
    '2028-03-22 CHANGED',
  ]);
  expect(changedDays(before, before)).toEqual([]);
});
