import { describe, expect, it } from '@jest/globals';
import { isSameName } from './same-name.js';

describe('isSameName (R10.I.1, REQ-11)', () => {
  it.each([
    ['quotation marks of another kind', 'Выдача «А» справки', 'Выдача "А" справки'],
    ['spaces and line breaks', ' Выдача\u00a0 справки\n', 'Выдача справки'],
    ['a letter in two code points', 'Выдача и\u0306', 'Выдача й'],
  ])('does not mind %s', (_, one, other) => expect(isSameName(one, other)).toBe(true));

  it.each([
    ['one letter', 'Анықтама беру', 'Анықтама бeру'],
    ['a Kazakh letter and its Russian neighbour', 'Құжат беру', 'Кұжат беру'],
    ['the case of a letter', 'Выдача справки', 'Выдача Справки'],
    ['a word', 'Выдача справки', 'Выдача справок'],
  ])('minds %s', (_, one, other) => expect(isSameName(one, other)).toBe(false));
});
