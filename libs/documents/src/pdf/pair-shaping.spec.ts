import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instant } from '#lib/kernel';
import { PairShaping } from './pair-shaping.js';
import { fontOf, openPdf } from './pdf-file.js';

const require = createRequire(import.meta.url);
const weights = ['400Regular/NotoSans_400Regular', '700Bold/NotoSans_700Bold'];

/** The same font twice: what one learns the other does not know. */
function fonts(weight: string) {
  const [shaped, asked] = [1, 2].map(() => {
    const file = openPdf({ language: 'kk', title: 'T', madeAt: instant('2016-07-01T18:00:00Z'), blocks: [] }, false);
    file.font(require.resolve(`@expo-google-fonts/noto-sans/${weight}.ttf`));
    return fontOf(file);
  });
  if (!shaped || !asked) throw new Error('no font');
  return { shaping: new PairShaping(shaped), asked };
}

const alphabets = [
  'аәбвгғдеёжзиійкқлмнңоөпрстуұүфхһцчшщъыьэюяАӘБГҒДЖКҚНҢОӨТУҰҮ',
  'abcdefghijklmnopqrstuvwxyzAVTWYLPf',
  '0123456789ABCDEFGHJKMNPQRSTVWXYZ-',
  'тауРфабFf109.,;:!?»«()/–—…№₸%',
];
const word = fc.oneof(
  ...alphabets.map((letters) =>
    fc.array(fc.constantFrom(...letters), { minLength: 2, maxLength: 24 }).map((all) => all.join('')),
  ),
);

describe('shaping by pairs', () => {
  it.each(weights)('is the shaping of the whole word, glyph by glyph, in %s', (weight) => {
    const { shaping, asked } = fonts(weight);
    let left = 0;
    fc.assert(
      fc.property(word, (text) => {
        const shaped = shaping.encode(text);
        if (!shaped) left += 1;
        const positions = (found: ReturnType<PairShaping['encode']>) =>
          found?.[1].map(({ xAdvance, xOffset, yOffset, advanceWidth }) => [xAdvance, xOffset, yOffset, advanceWidth]);
        const whole = asked.encode(text);
        // What is left to the font it numbers when it is asked; both number the same glyphs in the same order.
        if (shaped) expect([shaped[0].length, positions(shaped)]).toEqual([whole[0].length, positions(whole)]);
      }),
      { numRuns: 1_500, seed: 7 },
    );
    expect(left).toBeLessThan(300);
  });

  it('numbers the glyphs of a file as they come', () => {
    const { shaping, asked } = fonts(weights[0] ?? '');
    for (const text of ['Ұсыныс', 'F6F8E866-00012345', 'мерзімге', 'бағытталған,', '(15-бап).', 'Срок:'])
      expect(shaping.encode(text)?.[0]).toEqual(asked.encode(text)[0]);
  });

  it.each([
    ['accents upon letters', 'и\u0306ан'],
    ['letters that become one', 'office'],
    ['one letter', 'а'],
    ['other scripts', 'שלום'],
    ['a fraction', '1\u20442'],
    ['nothing', ''],
  ])('leaves %s to the font', (_, text) => {
    const { shaping } = fonts(weights[0] ?? '');
    expect(shaping.encode(text)).toBeUndefined();
  });
});
