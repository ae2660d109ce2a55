/** Percents of the width that even the smallest part gets: one of a million is seen, too. */
const LEAST = 0.75;

/** Widths of parts in percents that sum to 100; a part of nothing has none, a small one is still seen. All zero without parts. */
export function widthsOf(parts: readonly number[]): number[] {
  const isSmall = parts.map(() => false);
  for (;;) {
    const small = isSmall.filter(Boolean).length;
    const rest = parts.reduce((sum, part, index) => (isSmall[index] ? sum : sum + part), 0);
    const widthOf = (part: number) => (rest === 0 ? 0 : (part / rest) * (100 - small * LEAST));
    const newlySmall = parts.findIndex((part, index) => part > 0 && !isSmall[index] && widthOf(part) < LEAST);
    if (newlySmall === -1) return parts.map((part, index) => (isSmall[index] ? LEAST : widthOf(part)));
    isSmall[newlySmall] = true;
  }
}

/** Whole percents that sum to 100, by the largest remainders; all zero when there is nothing. */
export function wholePercents(parts: readonly number[]): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (total === 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part / total) * 100);
  const whole = exact.map(Math.floor);
  const lacking = 100 - whole.reduce((sum, each) => sum + each, 0);
  const byRemainder = exact
    .map((each, index) => ({ index, remainder: each - Math.floor(each) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, lacking)) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}
