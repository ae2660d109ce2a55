import { describe, expect, it } from '@jest/globals';
import { instant, legalDay } from '#lib/kernel';
import { assertZoneData } from './zone-data.js';
import {
  endOfLocalDay,
  instantOfLocalHour,
  isZone,
  localDayOf,
  offsetAt,
  readLocalTime,
  startOfLocalDay,
  zonedText,
} from './zone-time.js';

const ALMATY = 'Asia/Almaty';

describe('a zone', () => {
  it.each(['Asia/Almaty', 'Europe/Madrid', 'America/Argentina/Buenos_Aires', 'UTC'])('%s is one', (zone) =>
    expect(isZone(zone)).toBe(true),
  );
  it.each(['', 'asia/almaty', 'Asia/Atlantis', '+05:00', '-05', 'Asia/Almaty ', "Asia/Almaty' or 1=1"])(
    '%j is none',
    (zone) => expect(isZone(zone)).toBe(false),
  );
});

describe('zone time (REQ-114)', () => {
  it.each([
    ['2016-06-01T17:59:59.999999Z', '2016-06-01'],
    ['2016-06-01T18:00:00Z', '2016-06-02'],
    ['2024-02-29T18:30:00Z', '2024-02-29'],
    ['2024-02-29T19:00:00Z', '2024-03-01'],
  ])('%s falls on %s in Almaty', (moment, day) => {
    expect(localDayOf(instant(moment), ALMATY)).toBe(day);
  });

  it('a day starts by the zone rules of its own date (Z1, Z3)', () => {
    expect(startOfLocalDay(legalDay('2024-02-29'), ALMATY)).toBe('2024-02-28T18:00:00.000000Z');
    expect(startOfLocalDay(legalDay('2024-03-01'), ALMATY)).toBe('2024-02-29T19:00:00.000000Z');
    expect(startOfLocalDay(legalDay('2024-03-12'), ALMATY)).toBe('2024-03-11T19:00:00.000000Z');
  });

  it.each([
    ['2016-07-01', '2016-07-01T17:59:59.999999Z'],
    ['2024-02-29', '2024-02-29T18:59:59.999999Z'],
  ])('%s ends at %s: a day of 25 hours too (REQ-42, Z1)', (day, expected) => {
    expect(endOfLocalDay(legalDay(day), ALMATY)).toBe(expected);
  });

  it('writes local time with its offset, to the microsecond', () => {
    expect(zonedText(instant('2016-07-01T17:59:59.999999Z'), ALMATY)).toBe('2016-07-01T23:59:59.999999+06:00');
    expect(offsetAt(instant('2024-03-01T00:00:00Z'), ALMATY)).toBe('+05:00');
  });

  it.each([
    ['29.02.2024 23:30 happens twice: the earlier, for the citizen', '2024-02-29 23:30', '2024-02-29T17:30:00.000000Z'],
    ['with its offset it is what it says (Z1, fold 1)', '2024-02-29T23:30:00+05:00', '2024-02-29T18:30:00.000000Z'],
    ['another zone of the sender (Z4)', '2016-07-01T23:30:00+05:00', '2016-07-01T18:30:00.000000Z'],
    ['with seconds and microseconds', '2016-07-01T23:59:59.999999', '2016-07-01T17:59:59.999999Z'],
  ])('reads a typed time: %s', (_name, text, expected) => {
    expect(readLocalTime(text, ALMATY)).toBe(expected);
  });

  it.each(['2016-07-01', '2016-13-01T10:00', '10/09 - 11:05', ''])('refuses "%s" as a time', (text) => {
    expect(() => readLocalTime(text, ALMATY)).toThrow(RangeError);
  });

  it('a closing hour that happens twice is the later one', () => {
    const at = (doubled: 'earlier' | 'later') => instantOfLocalHour(legalDay('2024-02-29'), '23:30', ALMATY, doubled);
    expect(at('earlier')).toBe('2024-02-29T17:30:00.000000Z');
    expect(at('later')).toBe('2024-02-29T18:30:00.000000Z');
  });
});

describe('zone data (REQ-113)', () => {
  it('passes on this host', () => {
    expect(() => assertZoneData()).not.toThrow();
  });

  it.each([
    ['older than 2024a', () => '+06:00', '2024-03-01'],
    ['without zones at all', () => '+00:00', '2016-07-01'],
  ])('refuses data %s', (_name, offsetOf, named) => {
    expect(() => assertZoneData(offsetOf)).toThrow(expect.objectContaining({ code: 'term-not-computable' }));
    expect(() => assertZoneData(offsetOf)).toThrow(`Asia/Almaty at ${named}`);
  });
});
