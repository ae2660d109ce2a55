import { describe, expect, it } from '@jest/globals';
import { isWithinBounds } from './body-bounds.js';

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

describe('the bounds of a body', () => {
  it.each([undefined, null, 'text', 1, {}, [], { clauses: [{ text: { kk: 'ә', ru: 'э' } }] }])(
    'let %j pass',
    (body) => {
      expect(isWithinBounds(body)).toBe(true);
    },
  );

  it('end at 32 levels and at a hundred thousand values', () => {
    expect([nested(32), nested(33), nested(50_000)].map(isWithinBounds)).toEqual([true, false, false]);
    expect(isWithinBounds({ list: Array.from({ length: 99_999 }, () => 1) })).toBe(true);
    expect(isWithinBounds({ list: Array.from({ length: 100_000 }, () => 1) })).toBe(false);
    expect(isWithinBounds(Array.from({ length: 1000 }, () => Array.from({ length: 200 }, () => ({}))))).toBe(false);
  });
});
