import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { longestRising } from './longest-rising.js';

/** By trying every choice. */
function longestOf(numbers: readonly number[]): number {
  const fromEach = numbers.map(() => 1);
  for (const [place, number] of numbers.entries())
    for (let earlier = 0; earlier < place; earlier++)
      if ((numbers[earlier] ?? 0) < number)
        fromEach[place] = Math.max(fromEach[place] ?? 0, (fromEach[earlier] ?? 0) + 1);
  return Math.max(0, ...fromEach);
}

describe('longestRising', () => {
  it.each([
    [[], []],
    [[7], [0]],
    [
      [1, 2, 3],
      [0, 1, 2],
    ],
    [
      [2, 3, 4, 1],
      [0, 1, 2],
    ],
    [
      [4, 1, 2, 3],
      [1, 2, 3],
    ],
    [[3, 2, 1], [2]],
  ])('%j → places %j', (numbers, places) => expect(longestRising(numbers)).toEqual(places));

  it('rises, and none is longer', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(200), { maxLength: 40 }), (numbers) => {
        const row = longestRising(numbers).map((place) => numbers[place] ?? 0);
        expect(row.every((number, place) => place === 0 || (row[place - 1] ?? 0) < number)).toBe(true);
        expect(row).toHaveLength(longestOf(numbers));
      }),
    ));
});
