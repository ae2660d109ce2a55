import { describe, expect, it } from '@jest/globals';
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
});
