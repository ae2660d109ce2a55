import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { briefContent } from './brief-content.js';

describe('the brief content of a remark (A2.T3)', () => {
  it.each([
    ['Мерзімді қысқарту керек.', 40, 'Мерзімді қысқарту керек.'],
    ['  two \n\n lines\t here ', 40, 'two lines here'],
    ['Мерзімді қысқарту керек', 18, 'Мерзімді қысқарту…'],
    ['Мерзімді қысқарту, керек', 19, 'Мерзімді қысқарту…'],
    ['abcdefghij', 5, 'abcde…'],
    ['a bcdefghijklmnop', 8, 'a bcdefg…'],
    ['и\u0306и\u0306и\u0306и\u0306', 5, 'и\u0306и\u0306…'],
    ['😀😀😀😀', 2, '😀😀…'],
    ['', 5, ''],
  ])('%j at %i → %j', (text, limit, brief) => {
    expect(briefContent(text, limit)).toBe(brief);
  });

  it('REQ-68: never longer than the limit and its mark, always the same, and no half of a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 2, max: 40 }), (text, limit) => {
        const brief = briefContent(text, limit);
        expect(Array.from(brief).length).toBeLessThanOrEqual(limit + 1);
        expect(brief).not.toMatch(/\p{Surrogate}/u);
        expect(briefContent(text, limit)).toBe(brief);
      }),
    );
  });
});
