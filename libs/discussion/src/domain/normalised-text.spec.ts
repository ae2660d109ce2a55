import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalisedText } from './normalised-text.js';

describe('normalised text (REQ-44)', () => {
  it.each([
    ['Мерзімді  қысқарту керек!', 'мерзімді қысқарту керек'],
    ['«СРОК» — сократить.\r\n', 'срок сократить'],
    ['й', 'й'],
    ['...', ''],
  ])('%j and %j are the same letter', (a, b) => {
    expect(normalisedText(a)).toBe(normalisedText(b));
  });

  it.each([
    ['ескерту', 'ұсыныс'],
    ['қ', 'к'],
    ['пункт 5', 'пункт 6'],
  ])('%j and %j are not', (a, b) => {
    expect(normalisedText(a)).not.toBe(normalisedText(b));
  });

  /** The definition; the quick way must not differ from it by a character, or hashes of old remarks would no longer match. */
  const defined = (text: string): string =>
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim();

  it('every character of the basic plane comes out as by the definition, alone and among others', () => {
    const different = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).filter(
      (character) =>
        normalisedText(character) !== defined(character) ||
        normalisedText(`Ә${character}Ы а${character}`) !== defined(`Ә${character}Ы а${character}`),
    );
    expect(different).toEqual([]);
  });

  it('so does every text', () => {
    const usual = fc.string({ unit: fc.constantFrom(...'АаӘәҚқЙйЁёІі Zz09.,–«»№\n\t\u0301\u0306İΣß') });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), usual), (text) => {
        expect(normalisedText(text)).toBe(defined(text));
      }),
      { numRuns: 500 },
    );
    const long = 'Ә, б–1 '.repeat(3_000);
    expect(normalisedText(long)).toBe(defined(long));
  });
});
