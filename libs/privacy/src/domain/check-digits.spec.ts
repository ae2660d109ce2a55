import { describe, expect, it } from '@jest/globals';
import { hasRegisterCheckDigit, isBin, isCardNumber, isIin } from './check-digits.js';

/** Written out again from the rule, to be compared with the function. */
function checkDigit(eleven: string): number | undefined {
  const total = (shift: number) =>
    [...eleven].reduce((sum, digit, index) => sum + Number(digit) * (((index + shift) % 11) + 1), 0) % 11;
  const [first, second] = [total(0), total(2)];
  return first < 10 ? first : second < 10 ? second : undefined;
}

describe('numbers of the national registers', () => {
  // Invented people and entities.
  it.each(['900101300123', '850228400456', '010203500789'])('completes %s in one way at most', (sample) => {
    const eleven = sample.slice(0, 11);
    const complete = Array.from({ length: 10 }, (_, digit) => `${eleven}${digit}`).filter(hasRegisterCheckDigit);
    const expected = checkDigit(eleven);
    expect(complete).toEqual(expected === undefined ? [] : [`${eleven}${expected}`]);
  });

  it('takes the second pass where the first gives ten, and no number where that gives ten too', () => {
    const serials = Array.from({ length: 10_000 }, (_, serial) => `9001013${String(serial).padStart(4, '0')}`);
    const firstPass = (eleven: string) =>
      [...eleven].reduce((sum, digit, index) => sum + Number(digit) * (index + 1), 0) % 11;
    const second = serials.filter((eleven) => firstPass(eleven) === 10 && checkDigit(eleven) !== undefined);
    const given = serials.filter((eleven) => firstPass(eleven) === 10 && checkDigit(eleven) === undefined);
    expect(second.length).toBeGreaterThan(500);
    expect(given.length).toBeGreaterThan(50);
    for (const eleven of second) expect(isIin(`${eleven}${checkDigit(eleven)}`)).toBe(true);
    for (const eleven of given) {
      expect(Array.from({ length: 10 }, (_, digit) => isIin(`${eleven}${digit}`))).not.toContain(true);
    }
  });

  it('wants a day that exists, and tells a person from an entity by the fifth digit', () => {
    const whole = (eleven: string) => `${eleven}${checkDigit(eleven)}`;
    expect(isIin(whole('90023130012'))).toBe(false); // 31 February
    expect(isIin(whole('90132030012'))).toBe(false); // month 13
    expect(isIin(whole('90010190012'))).toBe(false); // no such century
    const entity = whole('94014000012');
    expect([isBin(entity), isIin(entity)]).toEqual([true, false]);
    expect(isBin(whole('94139000012'))).toBe(false);
    expect(isIin('90010130012')).toBe(false);
  });
});

describe('cards', () => {
  it.each(['4111111111111111', '5555555555554444', '378282246310005'])('%s is one', (number) => {
    expect(isCardNumber(number)).toBe(true);
  });
  it.each(['4111111111111112', '0000000000000000', '411111111111', '1234567812345678'])('%s is none', (number) => {
    expect(isCardNumber(number)).toBe(false);
  });
});
