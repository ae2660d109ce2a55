import { describe, expect, it } from '@jest/globals';
import { instant, legalDay } from '#lib/kernel';
import { decisiveInstant, isBeforeOpening, readArrival, type TypedArrival } from './letter-arrival.js';

const by = { zone: 'Asia/Almaty', enteredAt: instant('2016-07-04T05:00:00Z') };
const read = (typed: TypedArrival, over: Partial<typeof by> = {}) => readArrival(typed, { ...by, ...over });

describe('the arrival of a letter', () => {
  it.each([
    [
      'a day alone counts to its last microsecond (REQ-42)',
      { day: '2016-07-01' },
      '2016-07-01T17:59:59.999999Z',
      'DAY',
    ],
    [
      'a day alone never counts later than the moment of entry',
      { day: '2016-07-04' },
      '2016-07-04T05:00:00.000000Z',
      'DAY',
    ],
    ['an hour is local', { day: '2016-07-01', time: '17:30' }, '2016-07-01T11:30:00.000000Z', 'INSTANT'],
    ['seconds are kept', { day: '2016-07-01', time: '23:59:59' }, '2016-07-01T17:59:59.000000Z', 'INSTANT'],
    [
      'an offset says the instant itself (REQ-114)',
      { day: '2016-07-01', time: '22:30+05:00' },
      '2016-07-01T17:30:00.000000Z',
      'INSTANT',
    ],
  ] as const)('%s', (_name, typed, arrivedAt, precision) => {
    expect(read(typed)).toEqual({ day: '2016-07-0' + arrivedAt.charAt(9), arrivedAt, precision, postmarkDay: null });
  });

  it('takes an hour that happens twice as the earlier one, for the citizen (REQ-114)', () => {
    const later = { enteredAt: instant('2024-03-02T05:00:00Z') };
    expect(read({ day: '2024-02-29', time: '23:30' }, later)).toMatchObject({
      arrivedAt: '2024-02-29T17:30:00.000000Z',
    });
    expect(read({ day: '2024-02-29', time: '23:30+05:00' }, later)).toMatchObject({
      arrivedAt: '2024-02-29T18:30:00.000000Z',
      day: '2024-02-29',
    });
    expect(read({ day: '2024-02-29' }, later)).toMatchObject({ arrivedAt: '2024-02-29T18:59:59.999999Z' });
  });

  it.each([
    [{ day: '' }, 'arrivalDay', 'missing'],
    [{ day: '01.07.2016' }, 'arrivalDay', 'malformed'],
    [{ day: '2016-02-30' }, 'arrivalDay', 'malformed'],
    [{ day: '2016-07-05' }, 'arrivalDay', 'in-the-future'],
    [{ day: '2016-07-04', time: '11:01' }, 'arrivalTime', 'in-the-future'],
    [{ day: '2016-07-01', time: '25:00' }, 'arrivalTime', 'malformed'],
    [{ day: '2016-07-01', time: 'утром' }, 'arrivalTime', 'malformed'],
    [{ day: '2016-07-01', time: '9:30' }, 'arrivalTime', 'malformed'],
    [{ day: '2016-07-01', postmarkDay: '30.06' }, 'postmarkDay', 'malformed'],
    [{ day: '2016-07-01', postmarkDay: '2016-07-02' }, 'postmarkDay', 'after-arrival'],
  ] as const)('refuses %j', (typed, field, fault) => {
    expect(read(typed)).toEqual([{ field, fault }]);
  });

  it('names both when day and postmark are wrong', () => {
    expect(read({ day: '2016-07-09', postmarkDay: 'x' })).toHaveLength(2);
  });

  it('keeps the postmark beside', () => {
    expect(read({ day: '2016-07-01', postmarkDay: '2016-06-25' })).toMatchObject({ postmarkDay: '2016-06-25' });
  });
});

describe('the instant that decides (AMB-08)', () => {
  const letter = { arrivedAt: instant('2016-07-05T05:00:00Z'), postmarkDay: legalDay('2016-06-30') };
  const rules = (postalRule: 'receipt' | 'postmark') => ({ postalRule, closing: { zone: 'Asia/Almaty' } });

  it('is the arrival under the Rules, whatever the postmark says', () => {
    expect(decisiveInstant(letter, 'PAPER', rules('receipt'))).toBe(letter.arrivedAt);
  });

  it('is the end of the postmark’s day where a profile counts the postmark, for paper alone', () => {
    expect(decisiveInstant(letter, 'PAPER', rules('postmark'))).toBe('2016-06-30T17:59:59.999999Z');
    expect(decisiveInstant(letter, 'EMAIL', rules('postmark'))).toBe(letter.arrivedAt);
    expect(decisiveInstant({ ...letter, postmarkDay: null }, 'PAPER', rules('postmark'))).toBe(letter.arrivedAt);
    const sameDay = { arrivedAt: instant('2016-06-30T05:00:00Z'), postmarkDay: legalDay('2016-06-30') };
    expect(decisiveInstant(sameDay, 'PAPER', rules('postmark'))).toBe(sameDay.arrivedAt);
  });
});

describe('a letter before the opening (REQ-40)', () => {
  const discussion = { openAt: instant('2016-06-01T00:00:00Z') };

  it.each([
    ['2016-05-31T23:59:59.999999Z', true],
    ['2016-06-01T00:00:00Z', false],
    ['2016-06-01T00:00:00.000001Z', false],
  ])('%s: %s', (decisiveAt, isBefore) => {
    expect(isBeforeOpening(instant(decisiveAt), discussion)).toBe(isBefore);
  });
});
