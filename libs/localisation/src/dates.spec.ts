import { describe, expect, it } from '@jest/globals';
import { instant, legalDay } from '#lib/kernel';
import { closeSentence, formatInstant, formatLegalDay } from './dates.js';
import { kazakhDative } from './kazakh-dative.js';

const d1 = instant('2016-07-01T18:00:00Z');

describe('close sentence (REQ-21)', () => {
  it.each([
    ['en', 'until 24:00, 1 July 2016 (Astana time, UTC+6), inclusive'],
    ['ru', 'до 24:00 1 июля 2016 года включительно (время Астаны, UTC+6)'],
    ['kk', '2016 жылғы 1 шілде күні сағат 24:00-ге дейін (Астана уақыты, UTC+6), осы күнді қоса алғанда'],
  ] as const)('names the last day, the hour and the zone in %s', (language, expected) => {
    expect(closeSentence(d1, 'Asia/Almaty', language)).toBe(expected);
  });

  it('takes the offset of the last day when the clocks went back in it (Z1)', () => {
    expect(closeSentence(instant('2024-02-29T19:00:00Z'), 'Asia/Almaty', 'en')).toBe(
      'until 24:00, 29 February 2024 (Astana time, UTC+5), inclusive',
    );
  });

  it('shows another closing hour as it is, with the Kazakh ending of its last word', () => {
    const at = instant('2026-03-02T16:30:00Z');
    expect(closeSentence(at, 'Europe/Brussels', 'en')).toBe('until 17:30, 2 March 2026 (Brussels time, UTC+1)');
    expect(closeSentence(at, 'Europe/Brussels', 'kk')).toContain('сағат 17:30-ға дейін');
  });
});

describe('dates in words', () => {
  it.each([
    ['en', '1 July 2016'],
    ['ru', '1 июля 2016 года'],
    ['kk', '2016 жылғы 1 шілде'],
  ] as const)('writes a legal day in %s', (language, expected) => {
    expect(formatLegalDay(legalDay('2016-07-01'), language)).toBe(expected);
  });

  it.each([
    ['Asia/Almaty', 'en', '1 July 2016, 23:59:59 (Astana time, UTC+6)'],
    ['Asia/Aqtobe', 'ru', '1 июля 2016 года, 22:59:59 (время Актобе, UTC+5)'],
    ['America/New_York', 'en', '1 July 2016, 13:59:59 (Eastern time, UTC−4)'],
    ['Asia/Kolkata', 'en', '1 July 2016, 23:29:59 (time of Asia/Kolkata, UTC+5:30)'],
    ['UTC', 'kk', '2016 жылғы 1 шілде, 17:59:59 (дүниежүзілік үйлестірілген уақыт, UTC)'],
  ] as const)('writes an instant in %s (%s), always with its offset (REQ-114)', (zone, language, expected) => {
    expect(formatInstant(instant('2016-07-01T17:59:59.999999Z'), zone, language)).toBe(expected);
  });

  it('refuses a zone that does not exist', () => {
    expect(() => formatInstant(d1, 'Asia/Nowhere', 'en')).toThrow(RangeError);
  });

  it('ends Kazakh numbers by vowel harmony', () => {
    expect([0, 6, 9, 15, 40, 59].map(kazakhDative)).toEqual(['ге', 'ға', 'ға', 'ке', 'қа', 'ға']);
    expect(() => kazakhDative(60)).toThrow(RangeError);
  });
});
