import { describe, expect, it } from '@jest/globals';
import { nextKeyId, readKeyRing, writeKeyRing } from './key-ring.js';

const hex = (digit: string) => digit.repeat(64);
const ring = `# keys\nindex ${hex('a')}\n\nkey k1 ${hex('b')}\nkey k2 ${hex('c')} 2026-11-26T10:00:00.000Z\n`;

describe('readKeyRing', () => {
  it('reads the index and the keys in their order', () => {
    expect(readKeyRing(ring)).toEqual({
      indexHex: hex('a'),
      keys: [
        { id: 'k1', hex: hex('b'), since: undefined },
        { id: 'k2', hex: hex('c'), since: '2026-11-26T10:00:00.000Z' },
      ],
    });
  });

  it('reads what it wrote', () => {
    const read = readKeyRing(ring);
    if ('fault' in read) throw new Error(read.fault);
    expect(readKeyRing(writeKeyRing(read))).toEqual(read);
  });

  it.each([
    ['', 'it has 0 index lines, not one'],
    [`index ${hex('a')}`, 'it has no key'],
    [`index ${hex('a')}\nindex ${hex('b')}\nkey k1 ${hex('c')}`, 'it has 2 index lines, not one'],
    [`index ${hex('a')}\nkey k1 ${hex('b')}\nkey k1 ${hex('c')}`, 'two keys have one id'],
    [`index ${hex('a')}\nkey k1 ${hex('a')}`, 'one key stands there twice'],
    [`index ${hex('a')}\nkey k1 short`, 'line 2 is neither "index <64 hex digits>" nor "key <id> <64 hex digits>"'],
  ])('refuses %j', (text, fault) => {
    expect(readKeyRing(text)).toEqual({ fault });
  });

  it('never repeats a key in a fault', () => {
    expect(JSON.stringify(readKeyRing(`index ${hex('a')}\nkey K1 ${hex('d')}`))).not.toContain('dddd');
  });
});

it('numbers the next key after the greatest', () => {
  expect([nextKeyId([]), nextKeyId([{ id: 'k1' }, { id: 'k9' }]), nextKeyId([{ id: 'first' }])]).toEqual([
    'k1',
    'k10',
    'k1',
  ]);
});
