import { describe, expect, it } from '@jest/globals';
import { legalDay } from '#lib/kernel';
import { lastDayOfTerm, type Term, type TermReading } from './term.js';
import { vectorCalendar } from './testing/vector-calendar.js';
import { noWorkingCalendar, workingDayAfter, workingDayOnOrAfter } from './working-calendar.js';

const rolled: TermReading = { firstDay: 'next-day', roll: 'next-working-day' };
const nextDay: TermReading = { firstDay: 'next-day', roll: 'none' };
const eventDay: TermReading = { firstDay: 'event-day', roll: 'none' };
const days = (length: number): Term => ({ unit: 'working-day', length });

describe('last day of a term', () => {
  it.each<[name: string, start: string, term: Term, reading: TermReading, expected: string]>([
    ['a day, next-day rule', '2016-06-01', { unit: 'calendar-day', length: 1 }, nextDay, '2016-06-02'],
    ['a day, event-day rule', '2016-06-01', { unit: 'calendar-day', length: 1 }, eventDay, '2016-06-01'],
    ['ten working days (art. 15)', '2016-06-01', days(10), rolled, '2016-06-15'],
    ['ten working days, the event day worked and counted', '2016-06-01', days(10), eventDay, '2016-06-14'],
    ['working days from a day off: it cannot be day 1', '2016-06-04', days(1), eventDay, '2016-06-06'],
    ['twelve weeks end on the same weekday', '2016-06-01', { unit: 'week', length: 12 }, nextDay, '2016-08-24'],
    ['weeks ignore the first-day rule', '2016-06-01', { unit: 'week', length: 12 }, eventDay, '2016-08-24'],
    ['a month rolled off a Sunday', '2016-04-15', { unit: 'month', length: 1 }, rolled, '2016-05-16'],
  ])('%s', (_name, start, term, reading, expected) => {
    expect(lastDayOfTerm(legalDay(start), term, reading, vectorCalendar)).toBe(expected);
  });

  it.each([0, -1, 1.5])('refuses a term of %d', (length) => {
    const term: Term = { unit: 'calendar-day', length };
    expect(() => lastDayOfTerm(legalDay('2016-06-01'), term, nextDay, vectorCalendar)).toThrow('one unit or more');
  });

  it('never guesses where the calendar is silent (REQ-04)', () => {
    const term: Term = { unit: 'calendar-day', length: 3 };
    expect(lastDayOfTerm(legalDay('2016-06-01'), term, nextDay, noWorkingCalendar)).toBe('2016-06-04');
    expect(() => lastDayOfTerm(legalDay('2016-06-01'), term, rolled, noWorkingCalendar)).toThrow(
      expect.objectContaining({ code: 'term-not-computable', details: { day: '2016-06-04', year: 2016 } }),
    );
  });
});

describe('working days', () => {
  it('a worked Sunday is a working day (D5)', () => {
    expect(workingDayOnOrAfter(legalDay('2020-01-01'), vectorCalendar)).toBe('2020-01-05');
  });

  it('counts from the day after', () => {
    expect(workingDayAfter(legalDay('2016-03-04'), 1, vectorCalendar)).toBe('2016-03-05');
    expect(workingDayAfter(legalDay('2016-03-04'), 0, vectorCalendar)).toBe('2016-03-04');
  });
});
