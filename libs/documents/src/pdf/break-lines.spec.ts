import { describe, expect, it, jest } from '@jest/globals';
import { instant } from '#lib/kernel';
import type { Text } from '../document.js';
import { breakLines } from './break-lines.js';
import { tableText } from './measures.js';
import { openPdf } from './pdf-file.js';
import { Typefaces } from './typeface.js';

const file = openPdf({ language: 'kk', title: 'Есеп', madeAt: instant('2016-07-01T18:00:00Z'), blocks: [] }, false);
const typefaces = new Typefaces(file);
const linesOf = (text: Text, width: number): string[] =>
  breakLines(text, tableText, width, typefaces).map(({ pieces }) => pieces.map((piece) => piece.text).join(''));

describe('lines of a text', () => {
  it('are no wider than the column, and lose nothing but blanks at their ends', () => {
    const text = 'Мемлекеттік көрсетілетін қызмет   стандартының жобасына ескертулер мен ұсыныстар';
    const lines = breakLines(text, tableText, 90, typefaces);
    expect(lines.every(({ width }) => width <= 90.01)).toBe(true);
    const all = lines.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('');
    expect(all.split(/ +/)).toEqual(text.split(/ +/));
  });

  it.each([
    ['a hyphen between words', 'қоғамдық-саяси', ['қоғамдық-', 'саяси']],
    ['not a hyphen after a number', 'мына 126-бұйрық', ['мына ', '126-бұйрық']],
    ['not a slash between two letters', 'мына сөздер р/с', ['мына сөздер ', 'р/с']],
    ['a slash of an address', 'egov.kz/services/list', ['egov.kz/', 'services/list']],
    ['not a number and its sign', 'қағидалар № 126', ['қағидалар ', '№ 126']],
    ['the sign of another word', 'қағидалар № п/п', ['қағидалар № ', 'п/п']],
    ['not a sum and its sign', 'барлығы 500 ₸', ['барлығы ', '500 ₸']],
    ['a line break', 'а\r\n\r\nә\u2028б', ['а ', ' ', 'ә ', 'б']],
  ])('may break at: %s', (_, text, lines) => expect(linesOf(text, 62)).toEqual(lines));

  it('keep a word whole that changes its style, with its superscript', () => {
    const text: Text = [{ text: 'көлемі шаршы м' }, { text: '2', superscript: true }, { text: ', жоғары' }];
    for (let width = 40; width < 120; width++) expect(linesOf(text, width).join('|')).toContain('м2,');
  });

  it('break a word that is too long between characters, never inside one', () => {
    const lines = linesOf('и\u0306а\u0301'.repeat(30), 40);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.every((line) => !/^\p{M}/u.test(line))).toBe(true);
    expect(lines.join('')).toBe('и\u0306а\u0301'.repeat(30));
  });

  it.each(['а\u0301', 'a', '\u0301'])('shape a word of 60,000 characters in pieces, each a few times: %j', (piece) => {
    const encode = jest.spyOn(typefaces.of({}), 'encode');
    linesOf(`а${piece.repeat(60_000 / piece.length)}`, 200);
    const lengths = encode.mock.calls.map(([text]) => text.length);
    encode.mockRestore();
    expect(Math.max(...lengths)).toBeLessThanOrEqual(200);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBeLessThan(10 * 60_000);
  });
});
