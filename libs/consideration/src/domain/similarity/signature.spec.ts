import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  BANDS,
  bandKeys,
  likeness,
  LIKENESS_THRESHOLD,
  type Signature,
  signatureHex,
  signatureOf,
} from './signature.js';

/** The texts of the measurement: `tools/bench/corpus.mjs`. */
interface Corpus {
  text(): string[];
  edited(words: readonly string[], share: number): string[];
}

let source: Corpus;
beforeAll(async () => {
  const file = new URL('../../../../../tools/bench/corpus.mjs', import.meta.url);
  const { corpus }: { corpus: (seed: number) => Corpus } = await import(file.pathname);
  source = corpus(44);
});

/** What the search asks of two texts: that they share a band and are alike. */
function isFound(a: Signature, b: Signature): boolean {
  const keys = bandKeys(b);
  return bandKeys(a).some((key, band) => key === keys[band]) && likeness(a, b) >= LIKENESS_THRESHOLD;
}

const signed = (words: readonly string[]): Signature => signatureOf(words.join(' '));

describe('the signature of a text (REQ-44)', () => {
  it('is the same for the same text, and like itself alone', () => {
    const letter = source.text();
    expect(signed(letter)).toEqual(signed(letter));
    expect(likeness(signed(letter), signed(letter))).toBe(1);
    expect(likeness(signed(letter), signed(source.text()))).toBeLessThan(0.1);
  });

  it('estimates the share of shingles in common, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(likeness(signatureOf(text), signatureOf(text))).toBe(1);
      }),
    );
    const words = Array.from({ length: 600 }, (_, index) => `сөз${index}`);
    const half = [...words.slice(0, 400), ...words.slice(0, 200).map((word) => `${word}х`)];
    // 398 of 598 + 598 − 398 shingles are in both.
    expect(likeness(signatureOf(words.join(' ')), signatureOf(half.join(' ')))).toBeCloseTo(0.5, 0);
  });

  it.each([
    [0.05, 0.99],
    [0.1, 0.99],
    [0.15, 0.9],
  ])('finds texts with %d of their words edited: %d of them at least', (share, floor) => {
    const edits = Array.from({ length: 400 }, () => {
      const letter = source.text();
      return isFound(signed(letter), signed(source.edited(letter, share)));
    });
    expect(edits.filter(Boolean).length / edits.length).toBeGreaterThanOrEqual(floor);
  });

  it('keeps texts apart that have nothing in common', () => {
    const texts = Array.from({ length: 150 }, () => signed(source.text()));
    const pairs = texts.flatMap((a, index) => texts.slice(index + 1).filter((b) => isFound(a, b)));
    expect(pairs).toEqual([]);
  });

  it('is written value by value, so that a band is 32 bits of it', () => {
    const signature = signatureOf('мерзімді үш күнге дейін қысқарту керек');
    const hex = signatureHex(signature);
    expect(hex).toMatch(/^[0-9a-f]{256}$/);
    const bands = Array.from(
      { length: BANDS },
      (_, band) => Number.parseInt(hex.slice(8 * band, 8 * band + 8), 16) | 0,
    );
    expect([...bandKeys(signature)]).toEqual(bands);
  });
});
