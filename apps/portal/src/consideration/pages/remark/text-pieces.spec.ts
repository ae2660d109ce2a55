import { describe, expect, it } from '@jest/globals';
import { textPieces } from './text-pieces.js';

const span = (startsAt: number, quote: string, part: 'TEXT' | 'WORDING' = 'TEXT') => ({ part, startsAt, quote });
const point = (position: number, ...spans: ReturnType<typeof span>[]) => ({ id: String(position), position, spans });

describe('the pieces of a remark', () => {
  it('are the whole text while it is one point', () => {
    expect(textPieces('Қысқартыңыз.', 'TEXT', [])).toEqual([{ text: 'Қысқартыңыз.', point: null }]);
    expect(textPieces('Қысқартыңыз.', 'TEXT', [point(1)])).toEqual([{ text: 'Қысқартыңыз.', point: null }]);
  });

  it('stand in reading order, whatever the order of the points, and join to the text', () => {
    const text = 'Салем 🙂. Бірінші. Екінші. Рахмет.';
    const pieces = textPieces(text, 'TEXT', [point(1, span(18, 'Екінші.')), point(2, span(9, 'Бірінші.'))]);
    expect(pieces.map((piece) => piece.point)).toEqual([null, 2, null, 1, null]);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });

  it('of the proposed wording are apart from those of the text', () => {
    const points = [point(1, span(0, 'Бір')), point(2, span(0, 'Екі', 'WORDING'))];
    expect(textPieces('Бір', 'TEXT', points)).toEqual([{ text: 'Бір', point: 1 }]);
    expect(textPieces('Екі', 'WORDING', points)).toEqual([{ text: 'Екі', point: 2 }]);
  });
});
