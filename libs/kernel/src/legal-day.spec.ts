import { describe, expect, it } from '@jest/globals';
import { isLegalDay, legalDay } from './legal-day.js';

describe('legal day', () => {
  it('takes a day of the calendar', () => {
    expect(legalDay('2016-02-29')).toBe('2016-02-29');
  });

  it.each(['2015-02-29', '2016-2-9', '2016-06-01T00:00:00Z', ''])('refuses %s', (text) => {
    expect(isLegalDay(text)).toBe(false);
    expect(() => legalDay(text)).toThrow(RangeError);
  });
});
