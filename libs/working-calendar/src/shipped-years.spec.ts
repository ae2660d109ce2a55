import { describe, expect, it } from '@jest/globals';
import { legalDay, type LegalDay } from '#lib/kernel';
import {
  dayPlus,
  discussionWindow,
  dutyDates,
  isWeekend,
  profileById,
  readLocalTime,
  type WorkingCalendar,
  yearOf,
} from '#lib/time-limits';
import { shippedYears } from './shipped-years.js';
import { calendarOfYears } from './domain/calendar-of-years.js';
import { carriedOver } from './domain/carry-over.js';

const calendar: WorkingCalendar = calendarOfYears(shippedYears);
const profile = profileById('kz-126-2016-03');

describe('shipped calendar: vectors of the law', () => {
  it.each([
    ['D1', '2016-06-01', '2016-07-01'],
    ['D2', '2016-06-02', '2016-07-04'],
    ['D3', '2018-03-01', '2018-04-02'],
    ['D4', '2016-02-06', '2016-03-09'],
    ['D5', '2019-12-02', '2020-01-05'],
    ['D6', '2017-12-01', '2018-01-03'],
    ['D7', '2016-01-31', '2016-03-01'],
    ['Z1', '2024-01-30', '2024-02-29'],
    ['Z2', '2024-01-31', '2024-03-01'],
    ['Z3', '2024-02-10', '2024-03-11'],
    ['REQ-06', '2017-01-20', '2017-02-20'],
  ])('%s (R8.2): placed %s, last day %s', (_id, placed, lastDay) => {
    const placedAt = readLocalTime(`${placed} 12:00`, 'Asia/Almaty');
    const placements = profile.channels.mandatory.map((channel) => ({ channel, placedAt }));
    expect(discussionWindow({ placements, profile, calendar })).toMatchObject({ lastDay });
  });

  it.each([
    ['W1', '2016-06-01', '2016-06-08'],
    ['W2', '2016-03-04', '2016-03-14'],
    ['W3', '2018-04-27', '2018-05-05'],
    ['W4', '2016-04-29', '2016-05-11'],
  ])('%s (R8.1): registered %s, fifth working day %s', (_id, registered, lastDay) => {
    expect(dutyDates(profile, 'inform-recipients', legalDay(registered), calendar)).toMatchObject({ lastDay });
  });
});

describe('shipped calendar: days', () => {
  it.each([
    ['2015-03-25', false, 'Nauryz on a weekend carries over twice'],
    ['2020-05-08', false, 'the carried day of 11 May was moved here'],
    ['2020-05-11', true, 'and so 11 May was worked'],
    ['2020-01-05', true, 'a worked Sunday'],
    ['2022-12-01', true, 'no longer a holiday'],
    ['2026-03-25', false, '21 and 22 March 2026 are a weekend'],
    ['2026-08-31', true, '30 August is no holiday from 2026'],
    ['2027-03-15', false, 'Constitution Day from 2027'],
    ['2027-03-24', false, '21 March 2027 is a Sunday'],
    ['2023-01-09', true, '7 January carries nothing over'],
    ['2024-06-17', true, 'Kurban Ait carries nothing over'],
  ])('%s worked: %s (%s)', (day, isWorked) => {
    expect(calendar.isWorkingDay(legalDay(day))).toBe(isWorked);
  });

  it('covers 2014 to 2027 and refuses the years around them', () => {
    expect(shippedYears.map(({ year }) => year)).toEqual(Array.from({ length: 14 }, (_, index) => 2014 + index));
    for (const day of ['2013-12-31', '2028-01-01']) {
      expect(() => calendar.isWorkingDay(legalDay(day))).toThrow(
        expect.objectContaining({ code: 'term-not-computable' }),
      );
    }
  });
});

describe.each(shippedYears.map((year) => [year.year, year] as const))('shipped calendar of %d', (year, { days }) => {
  const of = (kind: string) => days.filter((day) => day.kind === kind).map(({ day }) => day);

  it('names each day once, in order', () => {
    const named = days.map(({ day }) => day);
    expect(named).toEqual([...new Set(named)].toSorted());
  });

  it('carries over exactly the holidays that meet a day off (law on holidays, art. 5)', () => {
    const isHoliday = (act: string) => act.startsWith('Law of 13 December 2001');
    const holidays = days.filter(({ kind, act }) => kind === 'HOLIDAY' && isHoliday(act)).map(({ day }) => day);
    const expected = carriedOver(holidays, of('HOLIDAY')).map(({ day }) => day);
    const carried = days.filter(({ kind, act }) => kind === 'MOVED_OFF' && isHoliday(act)).map(({ day }) => day);
    const workedInstead = of('MOVED_WORKING');
    expect(carried).toEqual(expected.filter((day) => !workedInstead.includes(day)).toSorted());
  });

  it('moves days off weekends onto weekdays, and works days that would be off', () => {
    const allowed = new Set<LegalDay>(carriedOver(of('HOLIDAY'), []).map(({ day }) => day));
    for (const day of of('MOVED_OFF')) expect(isWeekend(day)).toBe(false);
    for (const day of of('MOVED_WORKING')) expect(isWeekend(day) || allowed.has(day)).toBe(true);
  });

  it('has 244 to 250 working days', () => {
    let worked = 0;
    for (let day = legalDay(`${year}-01-01`); yearOf(day) === year; day = dayPlus(day, 1)) {
      if (calendar.isWorkingDay(day)) worked += 1;
    }
    expect(worked).toBeGreaterThanOrEqual(244);
    expect(worked).toBeLessThanOrEqual(250);
  });
});
