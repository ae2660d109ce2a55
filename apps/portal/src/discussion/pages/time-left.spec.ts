import { describe, expect, it } from '@jest/globals';
import { durationText, unitWords } from './time-left.js';

const minutes = (count: number) => count * 60_000;

describe('durationText', () => {
  it.each([
    [minutes(3 * 1440 + 4 * 60 + 59), 'ru', '3 дня 4 часа'],
    [minutes(1440), 'kk', '1 күн'],
    [minutes(1439), 'en', '23 hours 59 minutes'],
    [minutes(240), 'en', '4 hours'],
    [minutes(5) + 59_999, 'ru', '5 минут'],
    [1, 'kk', '1 минут'],
  ] as const)('of %d ms in %s is %s, never more than is left but a minute', (left, language, text) =>
    expect(durationText(left, language)).toBe(text),
  );
});

describe('unitWords', () => {
  it('gives the browser each form of the language', () => {
    expect(JSON.parse(unitWords('ru')).day).toEqual({ one: '# день', few: '# дня', many: '# дней' });
    expect(JSON.parse(unitWords('kk')).hour).toEqual({ one: '# сағат', other: '# сағат' });
  });
});
