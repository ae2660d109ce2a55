import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Transactions } from '#lib/database';
import { legalDay } from '#lib/kernel';
import { startTestBed, type TestBed } from '#lib/testing';
import { LoadWorkingCalendar } from '../queries/load-working-calendar.js';
import { WorkingCalendarModule } from '../working-calendar.module.js';
import { ImportCalendar } from './import-calendar.js';

const name = { kk: 'Демалыс', ru: 'Выходной', en: 'Day off' };
const day = (on: string, kind = 'HOLIDAY') => ({ day: on, kind, name, act: 'Resolution No. 1' });
const year = (number: number, ...days: object[]) => ({ year: number, source: 'Operator', days });

describe('import of a working calendar (REQ-07)', () => {
  let bed: TestBed;
  beforeAll(async () => {
    bed = await startTestBed({ imports: [WorkingCalendarModule] });
  });
  afterAll(() => bed.stop());
  beforeEach(() => bed.database.query('delete from calendar_year'));

  const load = (...years: unknown[]) => bed.get(ImportCalendar).execute({ years, loadedBy: 'operator' });
  const isWorked = async (on: string) => (await bed.get(LoadWorkingCalendar).execute()).isWorkingDay(legalDay(on));

  it('works with the shipped years before anything is loaded', async () => {
    expect(await isWorked('2020-01-05')).toBe(true);
    await expect(isWorked('2028-01-03')).rejects.toMatchObject({ code: 'term-not-computable' });
  });

  it('adds a year, with its names and acts', async () => {
    expect(await load(year(2028, day('2028-01-03', 'MOVED_OFF')))).toEqual({ years: [2028], days: 1 });
    expect(await isWorked('2028-01-03')).toBe(false);
    expect(await isWorked('2028-01-04')).toBe(true);
    expect((await bed.get(LoadWorkingCalendar).years()).at(-1)).toEqual(year(2028, day('2028-01-03', 'MOVED_OFF')));
  });

  it('wins over the shipped year, whole, and over an earlier import', async () => {
    await load(year(2020, day('2020-01-06')));
    expect(await isWorked('2020-01-06')).toBe(false);
    expect(await isWorked('2020-01-05')).toBe(false);
    await load(year(2020, day('2020-01-08')));
    expect(await isWorked('2020-01-06')).toBe(true);
    expect(await bed.database.query('select day::text, year from calendar_day')).toEqual([
      { day: '2020-01-08', year: 2020 },
    ]);
  });

  it('loads nothing when one row of one year is faulty, and names the row', async () => {
    await expect(
      load(year(2028, day('2028-01-03')), year(2029, day('2029-01-01'), day('2028-01-01'))),
    ).rejects.toMatchObject({
      code: 'import-refused',
      details: { faults: [{ year: 2029, row: 2, field: 'day', reason: 'another-year', value: '2028-01-01' }] },
    });
    expect(await bed.database.query('select from calendar_year')).toEqual([]);
  });

  it('refuses one year twice, and nothing at all', async () => {
    await expect(load(year(2028, day('2028-01-03')), year(2028, day('2028-01-04')))).rejects.toMatchObject({
      details: { faults: [{ year: 2028, row: 0, field: 'year', reason: 'twice' }] },
    });
    await expect(load()).rejects.toMatchObject({ code: 'import-refused' });
  });

  it('two imports of one year at once leave one of them, whole', async () => {
    const first = year(2028, day('2028-01-03'), day('2028-01-04'));
    const second = year(2028, day('2028-02-03'), day('2028-02-04'));
    await Promise.all([load(first), load(second), load(first), load(second)]);
    const days = await bed.database.query<{ day: string }>('select day::text from calendar_day order by day');
    expect([first, second].map(({ days: given }) => given.map((row) => (row as { day: string }).day))).toContainEqual(
      days.map((row) => row.day),
    );
  });

  it('reads what the open transaction of the caller sees', async () => {
    await load(year(2028, day('2028-01-03')));
    const seen = await bed.get(Transactions).run(async (tx) => {
      await tx.query('delete from calendar_year');
      return bed.get(LoadWorkingCalendar).years(tx);
    });
    expect(seen.at(-1)?.year).toBe(2027);
  });
});
