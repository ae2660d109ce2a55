import { describe, expect, it } from '@jest/globals';
import { readFactorCode, readRecoveryCode, recoveryCode } from './recovery-code.js';

describe('recovery codes', () => {
  it('are four groups of four, every letter equally likely', () => {
    const code = recoveryCode(Array.from({ length: 20 }, (_, at) => at * 12));
    expect(code).toMatch(/^([A-HJKMNP-TV-Z2-9]{4}-){3}[A-HJKMNP-TV-Z2-9]{4}$/);
    expect(recoveryCode([255, 250, 240, ...Array.from({ length: 16 }, () => 0)])).toBe('AAAA-AAAA-AAAA-AAAA');
    expect(() => recoveryCode([1, 2, 3])).toThrow(RangeError);
  });
  it('are read however they are typed', () =>
    expect(readRecoveryCode(' abcd efgh-JKMN pqrs ')).toBe('ABCDEFGHJKMNPQRS'));
  it.each(['', '123456', 'ABCD-EFGH-JKMN-PQR', 'ABCD-EFGH-JKMN-PQRSA', 'АВСД-EFGH-JKMN-PQRS'])('are not %s', (typed) =>
    expect(readRecoveryCode(typed)).toBeUndefined(),
  );
});

describe('readFactorCode', () => {
  it.each(['123456', ' 123 456 ', '123-456'])('reads %s', (typed) => expect(readFactorCode(typed)).toBe('123456'));
  it.each(['', '12345', '1234567', '12345a', '１２３４５６'])('refuses %s', (typed) =>
    expect(readFactorCode(typed)).toBeUndefined(),
  );
});
