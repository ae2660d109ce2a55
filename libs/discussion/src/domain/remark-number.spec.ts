import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readRemarkNumber, remarkNumber } from './remark-number.js';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const tenBytes = fc.uint8Array({ minLength: 10, maxLength: 10 });

describe('remark number', () => {
  it('is read back in its one form (REQ-36)', () => {
    fc.assert(fc.property(tenBytes, (bytes) => readRemarkNumber(remarkNumber(bytes)) === remarkNumber(bytes)));
  });

  it('keeps all 80 bits: different bytes, different numbers', () => {
    fc.assert(
      fc.property(tenBytes, tenBytes, (a, b) => {
        expect(remarkNumber(a) === remarkNumber(b)).toBe(a.every((byte, i) => byte === b[i]));
      }),
    );
  });

  it('notices any single wrong character (REQ-36)', () => {
    fc.assert(
      fc.property(tenBytes, fc.nat(16), fc.constantFrom(...ALPHABET), (bytes, position, wrong) => {
        const plain = [...remarkNumber(bytes).replaceAll('-', '')];
        if (plain[position] === wrong) return;
        plain[position] = wrong;
        expect(readRemarkNumber(plain.join(''))).toBeUndefined();
      }),
      { numRuns: 2_000 },
    );
  });

  it('notices any two characters changed about', () => {
    fc.assert(
      fc.property(tenBytes, fc.nat(16), fc.nat(16), (bytes, a, b) => {
        const plain = [...remarkNumber(bytes).replaceAll('-', '')];
        const [first, second] = [plain[a] ?? '', plain[b] ?? ''];
        if (first === second) return;
        plain[a] = second;
        plain[b] = first;
        expect(readRemarkNumber(plain.join(''))).toBeUndefined();
      }),
    );
  });

  it('forgives case, spaces, hyphens and the letters that look like digits', () => {
    const number = remarkNumber(new Uint8Array([0, 0, 0x10, 0x84, 0x21, 0x08, 0x42, 0x10, 0, 0]));
    const copied = number.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(number).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}-[0-9A-Z]$/);
    expect(readRemarkNumber(copied)).toBe(number);
  });

  it.each(['', '7K3M', 'U'.repeat(17), '0'.repeat(18), 'ә'.repeat(17)])('does not read %j', (text) => {
    expect(readRemarkNumber(text)).toBeUndefined();
  });

  it('refuses fewer bits', () => {
    expect(() => remarkNumber(new Uint8Array(9))).toThrow(RangeError);
  });
});
