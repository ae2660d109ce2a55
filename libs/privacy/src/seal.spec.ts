import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isKeyRingFile, KeyRingFile, LOOK_EVERY_MS } from './key-ring-file.js';
import { Seal } from './seal.js';

describe('Seal', () => {
  let folder: string;
  let path: string;
  let at = 0;
  const clock = () => at;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'talqy-keys-'));
    path = join(folder, 'keys');
    writeFileSync(path, `index ${'a'.repeat(64)}\nkey k1 ${'b'.repeat(64)}\n`);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const seal = () => new Seal(new KeyRingFile(path, clock));

  it('opens what it sealed, and no two seals of one text are alike', () => {
    const [one, two] = [seal().seal('t 1', 'Әсел'), seal().seal('t 1', 'Әсел')];
    expect(seal().open('t 1', one)).toBe('Әсел');
    expect(one.keyId).toBe('k1');
    expect(one.bytes.equals(two.bytes)).toBe(false);
    expect(one.bytes.includes(Buffer.from('Әсел'))).toBe(false);
  });

  it('does not open what was moved to another row, altered in any byte, or cut', () => {
    const { keyId, bytes } = seal().seal('t 1', 'Әсел');
    expect(() => seal().open('t 2', { keyId, bytes })).toThrow(/was altered or sealed by another key/);
    for (let position = 0; position < bytes.length; position += 1) {
      const changed = Buffer.from(bytes);
      changed[position] = (changed[position] ?? 0) ^ 1;
      expect(() => seal().open('t 1', { keyId, bytes: changed })).toThrow(/was altered/);
    }
    expect(() => seal().open('t 1', { keyId, bytes: bytes.subarray(0, -1) })).toThrow(/was altered/);
  });

  it('names the missing key, and what to do', () => {
    const { bytes } = seal().seal('t 1', 'Әсел');
    expect(() => seal().open('t 1', { keyId: 'k9', bytes })).toThrow('has no key k9: put back the ring');
  });

  it('indexes equal values alike, of one kind only', () => {
    const [first, second] = [seal(), seal()];
    expect(first.index('email', 'a@b.kz')).toEqual(second.index('email', 'a@b.kz'));
    expect(first.index('email', 'a@b.kz')).not.toEqual(first.index('bin', 'a@b.kz'));
  });

  it('seals by a key that another process added, and still opens the older', () => {
    const running = seal();
    const old = running.seal('t 1', 'бұрын');
    new KeyRingFile(path).add('2026-11-26T10:00:00.000Z');
    const fresh = seal().seal('t 2', 'кейін');
    expect(fresh.keyId).toBe('k2');
    expect(running.open('t 2', fresh)).toBe('кейін'); // an unknown key makes it look at once
    at += LOOK_EVERY_MS;
    expect(running.seal('t 3', 'x').keyId).toBe('k2');
    expect(running.open('t 1', old)).toBe('бұрын');
  });

  it('keeps the ring whole and to its owner when it is rewritten, and never loses the key that seals', () => {
    const file = new KeyRingFile(path);
    file.add('2026-11-26T10:00:00.000Z');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(() => file.remove(['k2'])).toThrow('the key that seals is not removed');
    file.remove(['k1']);
    expect(file.ring().keys.map(({ id }) => id)).toEqual(['k2']);
  });

  it('says which file is no ring, and what is wrong with it', () => {
    writeFileSync(path, 'index short');
    expect(() => new KeyRingFile(path).ring()).toThrow(`the key ring ${path} cannot be used: line 1 is neither`);
    expect([isKeyRingFile(path), isKeyRingFile(join(folder, 'none')), isKeyRingFile(undefined)]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
