import { describe, expect, it } from '@jest/globals';
import { readCalendarYear } from './read-calendar-year.js';

const name = { kk: 'Жаңа жыл', ru: 'Новый год', en: 'New Year' };
const day = (over: object = {}) => ({ day: '2028-01-01', kind: 'HOLIDAY', name, act: 'Law No. 267', ...over });
const file = (...days: object[]) => ({ year: 2028, source: 'Government resolution', days });

describe('reading an operator’s calendar (REQ-07)', () => {
  it('takes a whole year', () => {
    const { year, faults } = readCalendarYear(file(day(), day({ day: '2028-01-03', kind: 'MOVED_OFF' })));
    expect(faults).toEqual([]);
    expect(year).toMatchObject({ year: 2028, days: [{ day: '2028-01-01', name }, { kind: 'MOVED_OFF' }] });
  });

  it('takes a worked weekday only where a holiday was carried over to it (11 May 2020)', () => {
    const worked = day({ day: '2028-01-03', kind: 'MOVED_WORKING' });
    expect(readCalendarYear(file(day(), worked)).faults).toEqual([]);
    expect(readCalendarYear(file(worked)).faults).toMatchObject([{ row: 1, reason: 'not-off' }]);
  });

  it.each([
    ['no day of the calendar', day({ day: '2028-02-30' }), { field: 'day', reason: 'not-a-day', value: '2028-02-30' }],
    [
      'a day of another year',
      day({ day: '2027-01-01' }),
      { field: 'day', reason: 'another-year', value: '2027-01-01' },
    ],
    ['an unknown kind', day({ kind: 'OFF' }), { field: 'kind', reason: 'unknown-kind', value: 'OFF' }],
    ['no Kazakh name', day({ name: { ...name, kk: ' ' } }), { field: 'name', reason: 'missing', value: 'kk' }],
    ['no act', day({ act: '' }), { field: 'act', reason: 'missing' }],
    ['a weekend moved off', day({ kind: 'MOVED_OFF' }), { field: 'day', reason: 'not-a-weekday', value: '2028-01-01' }],
  ])('names %s with its row', (_name, faulty, expected) => {
    const { year, faults } = readCalendarYear(file(day({ day: '2028-03-08' }), faulty));
    expect(year).toBeNull();
    expect(faults).toEqual([{ year: 2028, row: 2, ...expected }]);
  });

  it('names a day given twice', () => {
    expect(readCalendarYear(file(day(), day())).faults).toMatchObject([{ row: 2, field: 'day', reason: 'twice' }]);
  });

  it.each([[null], ['2028'], [{}], [{ year: 28, source: ' ', days: {} }]])('names what %j lacks', (input) => {
    const { faults } = readCalendarYear(input);
    expect(faults.map(({ field }) => field)).toEqual(['year', 'source', 'days']);
  });

  it('a row that is no object is a faulty row', () => {
    const { faults } = readCalendarYear({ ...file(), days: [null] });
    expect(faults.map(({ field }) => field)).toEqual(['day', 'kind', 'name', 'name', 'name', 'act']);
  });
});
