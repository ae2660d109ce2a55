import { describe, expect, it } from '@jest/globals';
import { assertWellFormed } from './well-formed.js';

const walk = (hex: string) => () => assertWellFormed(Buffer.from(hex.replace(/ /g, ''), 'hex'));

describe('assertWellFormed', () => {
  it.each([
    ['a primitive', '05 00'],
    ['an empty sequence', '30 00'],
    ['a sequence in a sequence', '30 04 30 02 05 00'],
    ['lengths in the long form', `30 81 82 04 81 7f ${'00'.repeat(127)}`],
    ['an element of indefinite length', '30 80 05 00 00 00'],
    ['one in another', '30 80 30 80 05 00 00 00 00 00'],
    ['one in one that is definite', '30 06 24 80 04 00 00 00'],
  ])('takes %s', (_, hex) => {
    expect(walk(hex)).not.toThrow();
  });

  it.each([
    ['nothing', ''],
    ['a tag alone', '30'],
    ['a length cut off', '30 82 01'],
    ['less than the length says', '30 03 05 00'],
    ['more than the length says', '30 02 05 00 00'],
    ['two elements', '05 00 05 00'],
    ['a child that reaches beyond its parent', '30 04 30 01 02 01 05'],
    ['a child that reaches beyond the end', '30 03 04 05 00'],
    ['an end without a beginning', '00 00'],
    ['an end in an element of definite length', '30 02 00 00'],
    ['an end with content', '30 80 00 01 05 00 00'],
    ['an indefinite length without its end', '30 80 05 00'],
    ['an indefinite length of a primitive', '04 80 00 00'],
    ['an indefinite length that reaches beyond its parent', '30 04 24 80 04 00 00 00'],
    ['a length of five bytes', '04 85 00 00 00 00 01 00'],
    ['a tag of several bytes', '3f 81 01 00'],
  ])('refuses %s', (_, hex) => {
    expect(walk(hex)).toThrow(TypeError);
  });
});
