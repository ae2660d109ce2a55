import { describe, expect, it } from '@jest/globals';
import { patternWithin } from './pattern-within.js';

describe('patternWithin', () => {
  it.each([
    ['вода', '%вода%'],
    ['100 %', String.raw`%100 \%%`],
    [String.raw`a_b\c`, String.raw`%a\_b\\c%`],
    ['a\0b', '%ab%'],
  ])('%j is looked for as %j', (words, pattern) => expect(patternWithin(words)).toBe(pattern));
});
