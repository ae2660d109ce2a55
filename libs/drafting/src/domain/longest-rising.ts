/**
 * The places of a longest row of numbers that rises, in their order; n log n steps. What is not among them is the least that
 * must be taken out for the rest to stand in order.
 * @param numbers all different
 */
export function longestRising(numbers: readonly number[]): number[] {
  // ends[length]: the place of the smallest number that ends a rising row of length + 1.
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [place, number] of numbers.entries()) {
    const length = shorterThan(ends, (end) => (numbers[end] ?? 0) < number);
    before.push(ends[length - 1]);
    ends[length] = place;
  }
  const row: number[] = [];
  for (let place = ends.at(-1); place !== undefined; place = before[place]) row.push(place);
  return row.toReversed();
}

/** How many of the first items pass; none passes after one that does not. */
function shorterThan(items: readonly number[], passes: (item: number) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(items[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}
