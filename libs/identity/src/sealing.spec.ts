import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KeyRingFile, Seal } from '#lib/privacy';
import { SealBroken, Sealing } from './sealing.js';

const index = `index ${'1e'.repeat(32)}`;
const [one, two] = [`key k1 ${'a1'.repeat(32)}`, `key k2 ${'b2'.repeat(32)}`];

describe('Sealing', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'talqy-sealing-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const by = (...keys: readonly string[]) => {
    const path = join(folder, `ring-${keys.length}-${keys.at(-1)?.slice(4, 6)}`);
    writeFileSync(path, [index, ...keys, ''].join('\n'));
    return new Sealing(new Seal(new KeyRingFile(path)));
  };

  it('opens what it sealed, and never seals the same twice', () => {
    const sealing = by(one);
    const sealed = sealing.seal('құпия', 'factor:1');
    expect(sealing.open(sealed, 'factor:1')).toBe('құпия');
    expect(sealed.equals(sealing.seal('құпия', 'factor:1'))).toBe(false);
    expect(sealed.includes(Buffer.from('құпия'))).toBe(false);
  });
  it('opens what an older key sealed until that key is retired', () => {
    const sealed = by(one).seal('a', 'x');
    expect(by(one, two).open(sealed, 'x')).toBe('a');
    expect(() => by(two).open(sealed, 'x')).toThrow(SealBroken);
  });
  it('opens nothing in another place', () => {
    const sealing = by(one);
    expect(() => sealing.open(sealing.seal('a', 'factor:1'), 'factor:2')).toThrow(SealBroken);
  });
  it('notices every bit that was turned, and a text that was cut', () => {
    const sealing = by(one);
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
