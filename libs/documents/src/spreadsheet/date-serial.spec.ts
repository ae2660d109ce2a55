import { describe, expect, it } from '@jest/globals';
import { instant, legalDay } from '#lib/kernel';
import fc from 'fast-check';
import { dayOfSerial, instantOfSerial, serialOfDay, serialOfInstant } from './date-serial.js';

describe('the number of a day', () => {
  it.each([
    ['1900-03-01', 61],
    ['1970-01-01', 25_569],
    ['2016-02-29', 42_429],
    ['2016-07-01', 42_552],
    ['9999-12-31', 2_958_465],
  ])('%s is %d, as in Excel', (day, serial) => {
    expect(serialOfDay(legalDay(day))).toBe(serial);
    expect(dayOfSerial(serial)).toBe(day);
  });

  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, undefined],
    [42_552.999, '2016-07-01'],
    [-1, undefined],
    [2_958_466, undefined],
    [NaN, undefined],
    [Infinity, undefined],
  ])('%d is read as %s, with the day that never was left out', (serial, day) => expect(dayOfSerial(serial)).toBe(day));

  it('is counted from 1904 in old workbooks of the Macintosh', () => {
    expect(dayOfSerial(0, 1904)).toBe('1904-01-01');
    expect(dayOfSerial(42_552 - 1_462, 1904)).toBe('2016-07-01');
  });

  it.each(['1900-02-28', '1899-12-31', '0001-01-01'])('is none for %s, which Excel cannot show right', (day) =>
    expect(serialOfDay(legalDay(day))).toBeUndefined(),
  );

  it('leads back to every day it can show', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
        const day = dayOfSerial(serial);
        return day !== undefined && serialOfDay(day) === serial;
      }),
    );
  });
});

describe('the number of an instant', () => {
  it.each([
    ['UTC', 42_552.75],
    ['Asia/Almaty', 42_553],
    ['America/St_Johns', 42_552.645_833_333_33],
  ])('is local time in %s', (zone, serial) => {
    expect(serialOfInstant(instant('2016-07-01T18:00:00Z'), zone)).toBe(serial);
    expect(instantOfSerial(serial, zone)).toBe('2016-07-01T18:00:00.000000Z');
  });

  it('knows by which rules the zone kept its time on that day', () => {
    expect(serialOfInstant(instant('2024-02-29T17:59:00Z'), 'Asia/Almaty')).toBeCloseTo(45_351.999_305, 5);
    expect(serialOfInstant(instant('2024-03-01T18:59:00Z'), 'Asia/Almaty')).toBeCloseTo(45_352.999_305, 5);
  });

  it('is cut to the millisecond: the last instant of a term is not the next day', () => {
    const serial = serialOfInstant(instant('2016-07-01T17:59:59.999999Z'), 'Asia/Almaty') ?? 0;
    expect(serial).toBeLessThan(42_553);
    expect(instantOfSerial(serial, 'Asia/Almaty')).toBe('2016-07-01T17:59:59.999000Z');
  });

  it('leads back to every instant, to the millisecond', () => {
    const milliseconds = { min: Date.UTC(1900, 2, 2), max: Date.UTC(2100, 0) };
    fc.assert(
      fc.property(fc.integer(milliseconds), (value) => {
        const moment = instant(new Date(value).toISOString());
        return instantOfSerial(serialOfInstant(moment, 'UTC') ?? NaN, 'UTC') === moment;
      }),
    );
  });
});
