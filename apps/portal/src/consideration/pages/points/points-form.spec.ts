import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Form } from '../../../pages-kit/form.js';
import { passagesOf, pointsNow, typedPoints } from './points-form.js';
import { lengthOf, sentencesOf } from './sentences.js';

const text = 'Құрметті министрлік! 🙂 Мерзімді қысқартыңыз. Себебі ол ұзақ.\nТөлемді алып тастаңыз.';
const sentences = sentencesOf(text, 'TEXT', 'kk');
const texts = { TEXT: text, WORDING: '' };

describe('the sentences of a remark', () => {
  it('are told with the place where each begins, in characters', () => {
    expect(sentences.map((sentence) => sentence.text)).toEqual([
      'Құрметті министрлік!',
      '🙂 Мерзімді қысқартыңыз.',
      'Себебі ол ұзақ.',
      'Төлемді алып тастаңыз.',
    ]);
    for (const { startsAt, text: said } of sentences) {
      expect(
        Array.from(text)
          .slice(startsAt, startsAt + lengthOf(said))
          .join(''),
      ).toBe(said);
    }
  });

  it('of any text stand where they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
        for (const { startsAt, text: said } of sentencesOf(typed, 'TEXT', 'ru')) {
          expect(
            Array.from(typed)
              .slice(startsAt, startsAt + lengthOf(said))
              .join(''),
          ).toBe(said);
        }
      }),
    );
  });
});

describe('the passages of points', () => {
  it('join sentences that follow each other, and number the points without gaps', () => {
    expect(passagesOf(sentences, [0, 5, 5, 2], texts)).toEqual([
      [{ part: 'TEXT', startsAt: sentences[3]?.startsAt, quote: 'Төлемді алып тастаңыз.' }],
      [{ part: 'TEXT', startsAt: sentences[1]?.startsAt, quote: '🙂 Мерзімді қысқартыңыз. Себебі ол ұзақ.' }],
    ]);
  });

  it('keep sentences apart that another point stands between', () => {
    expect(passagesOf(sentences, [1, 2, 1, 0], texts).map((spans) => spans.length)).toEqual([2, 1]);
  });

  it('lead back to the form they were typed in', () => {
    const form = new Form({
      [`TEXT-${sentences[1]?.startsAt}`]: '1',
      [`TEXT-${sentences[3]?.startsAt}`]: '2',
      'TEXT-0': 'x',
    });
    const numbers = typedPoints(form, sentences);
    expect(numbers).toEqual([0, 1, 0, 2]);
    const points = passagesOf(sentences, numbers, texts).map((spans, index) => ({
      id: '',
      position: index + 1,
      spans,
    }));
    expect(pointsNow(sentences, points)).toEqual(numbers);
  });
});
