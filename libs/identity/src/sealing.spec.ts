import { describe, expect, it } from '@jest/globals';
import { SealBroken, Sealing } from './sealing.js';
import { sealBy } from './testing/seal-by.js';

const by = (...ids: readonly string[]) => new Sealing(sealBy(...ids));

describe('Sealing', () => {
  it('opens what it sealed, and never seals the same twice', () => {
    const sealing = by('k1');
    const sealed = sealing.seal('құпия', 'factor:1');
    expect(sealing.open(sealed, 'factor:1')).toBe('құпия');
    expect(sealed.equals(sealing.seal('құпия', 'factor:1'))).toBe(false);
    expect(sealed.includes(Buffer.from('құпия'))).toBe(false);
  });
  it('opens what an older key sealed until that key is retired', () => {
    const sealed = by('k1').seal('a', 'x');
    expect(by('k1', 'k2').open(sealed, 'x')).toBe('a');
    expect(() => by('k2').open(sealed, 'x')).toThrow(SealBroken);
  });
  it('opens nothing in another place', () => {
    const sealing = by('k1');
    expect(() => sealing.open(sealing.seal('a', 'factor:1'), 'factor:2')).toThrow(SealBroken);
  });
  it('notices every bit that was turned, and a text that was cut', () => {
    const sealing = by('k1');
    const sealed = sealing.seal('ab', 'x');
    for (let bit = 0; bit < 8 * sealed.length; bit += 1) {
      const turned = Buffer.from(sealed);
      turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => sealing.open(turned, 'x')).toThrow(SealBroken);
    }
    for (let length = 0; length < sealed.length; length += 1)
      expect(() => sealing.open(sealed.subarray(0, length), 'x')).toThrow(SealBroken);
  });
});
