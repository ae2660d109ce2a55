import { describe, expect, it } from '@jest/globals';
import { instant, instantOf, isInstant, millisecondsBetween, plusMilliseconds } from './instant.js';

describe('instant', () => {
  it.each([
    ['2016-07-01T17:59:59.999999Z', '2016-07-01T17:59:59.999999Z'],
    ['2016-07-01 17:59:59.999999+00', '2016-07-01T17:59:59.999999Z'],
    ['2016-07-01T23:30:00+05:00', '2016-07-01T18:30:00.000000Z'],
    ['2016-07-01T23:30:00.5+0530', '2016-07-01T18:00:00.500000Z'],
    ['2016-07-01T00:00:00.123456789-01', '2016-07-01T01:00:00.123456Z'],
  ])('reads %s', (text, expected) => {
    expect(instant(text)).toBe(expected);
  });

  it.each(['2016-07-01', '2016-07-01T10:00:00', 'yesterday', '2016-13-01T00:00:00Z', ''])('refuses %s', (text) => {
    expect(() => instant(text)).toThrow(RangeError);
  });

  it('keeps microseconds through arithmetic', () => {
    const start = instant('2016-07-01T17:59:59.999999Z');
    expect(plusMilliseconds(start, 1)).toBe('2016-07-01T18:00:00.000999Z');
    expect(millisecondsBetween(start, instant('2016-07-01T18:00:00Z'))).toBeCloseTo(0.001);
  });

  it('compares as text and knows its own form', () => {
    expect(instantOf(0) < instantOf(1)).toBe(true);
    expect(isInstant('2016-07-01T18:00:00Z')).toBe(false);
  });
});
