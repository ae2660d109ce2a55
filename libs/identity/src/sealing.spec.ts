import { describe, expect, it } from '@jest/globals';
import { SealBroken, Sealing } from './sealing.js';

const [one, two] = ['a1'.repeat(32), 'b2'.repeat(32)];

describe('Sealing', () => {
  it('opens what it sealed, and never seals the same twice', () => {
    const sealing = new Sealing([one]);
    const sealed = sealing.seal('құпия', 'factor:1');
    expect(sealing.open(sealed, 'factor:1')).toBe('құпия');
    expect(sealed.equals(sealing.seal('құпия', 'factor:1'))).toBe(false);
    expect(sealed.includes(Buffer.from('құпия'))).toBe(false);
  });
  it('opens what an older key sealed until that key is retired', () => {
    const sealed = new Sealing([one]).seal('a', 'x');
    expect(new Sealing([two, one]).open(sealed, 'x')).toBe('a');
    expect(() => new Sealing([two]).open(sealed, 'x')).toThrow(SealBroken);
  });
  it('opens nothing in another place', () => {
    const sealing = new Sealing([one]);
    expect(() => sealing.open(sealing.seal('a', 'factor:1'), 'factor:2')).toThrow(SealBroken);
  });
  it('notices every bit that was turned, and a text that was cut', () => {
    const sealing = new Sealing([one]);
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
