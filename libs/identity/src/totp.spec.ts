import { describe, expect, it } from '@jest/globals';
import { factorAddress, newFactorSecret, stepOfCode } from './totp.js';

/** RFC 6238, appendix B: the secret "12345678901234567890" in base32, the last six of its eight digits. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('stepOfCode', () => {
  it.each([
    [59, '287082', 1],
    [1111111109, '081804', 37037036],
    [1111111111, '050471', 37037037],
    [1234567890, '005924', 41152263],
    [2000000000, '279037', 66666666],
    [20000000000, '353130', 666666666],
  ])('knows at %i s the code %s (RFC 6238)', (epoch, code, step) => expect(stepOfCode(secret, code, epoch)).toBe(step));

  it('takes the step before and after, and no other', () => {
    const at = (epoch: number) => stepOfCode(secret, '050471', epoch);
    const start = 37037037 * 30;
    expect([start - 31, start - 30, start, start + 59, start + 60].map(at)).toEqual([
      undefined,
      37037037,
      37037037,
      37037037,
      undefined,
    ]);
  });
});

it('makes secrets of 160 bits that an authenticator reads', () => {
  const made = newFactorSecret();
  expect(made).toMatch(/^[A-Z2-7]{32}$/);
  expect(newFactorSecret()).not.toBe(made);
  const address = new URL(factorAddress(made, 'a@b.kz'));
  expect([address.protocol, address.searchParams.get('secret'), address.searchParams.get('issuer')]).toEqual([
    'otpauth:',
    made,
    'Talqy',
  ]);
});
