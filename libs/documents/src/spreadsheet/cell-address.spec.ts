import { expect, it } from '@jest/globals';
import { columnLetters, readAddress } from './cell-address.js';

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16_383, 'XFD'],
])('column %d is %s', (index, letters) => {
  expect(columnLetters(index)).toBe(letters);
  expect(readAddress(`${letters}17`)).toEqual({ column: index, row: 17 });
});

it.each(['', 'E', '17', 'E0', 'e17', 'ABCD1', 'E17 ', '$E$17'])('%j is no address', (address) =>
  expect(readAddress(address)).toBeUndefined(),
);
