/** Words two texts must share, of all they have, to be one text reworded. */
export const LEAST_LIKENESS = 0.3;

/** The words of a text once each, whatever their case. */
export const wordSetOf = (text: string): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** The share of words that are in both, 0 to 1; 0 for two texts without a word. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((word) => other.has(word)).length;
  const all = one.size + other.size - common;
  return all === 0 ? 0 : common / all;
}
