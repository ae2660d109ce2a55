import { describe, expect, it } from '@jest/globals';
import { qrPicture } from './qr-picture.js';

describe('qrPicture', () => {
  const { size, path } = qrPicture(
    'otpauth://totp/Talqy:a%40b.kz?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Talqy',
  );
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`));

  it('is a square with the three marks of a QR code inside a quiet border of four', () => {
    expect((size - 8 - 17) % 4).toBe(0);
    const far = size - 11;
    for (const [left, top] of [
      [4, 4],
      [far, 4],
      [4, far],
    ] as const) {
      const row = (y: number) =>
        Array.from({ length: 7 }, (_, x) => (dark.has(`${left + x} ${top + y}`) ? '#' : '.')).join('');
      expect([0, 1, 3, 6].map(row)).toEqual(['#######', '#.....#', '#.###.#', '#######']);
    }
    for (let at = 0; at < size; at += 1)
      for (let edge = 0; edge < 4; edge += 1) expect(dark.has(`${at} ${edge}`)).toBe(false);
  });

  it('is drawn of squares alone', () => expect(path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/));
});
