import { LEAST_LIKENESS, likeness, wordSetOf } from '../domain/likeness.js';
import { compareLists } from './compare-lists.js';
import { compareWords, type WordChange } from './compare-words.js';
import { ComparisonEffort } from './comparison-effort.js';

/** A paragraph of a text: in both, only in one, or reworded, which is told by its words. */
export type ParagraphChange =
  | { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }
  | { readonly kind: 'changed'; readonly words: readonly WordChange[] };

/** Pairs of paragraphs up to which every one is held against every other. */
const MOST_PAIRS = 2_500;

/**
 * What became of a text, paragraph by paragraph; a line feed parts them, an empty text has none. A paragraph that is still
 * alike is compared by its words, another is removed or added whole.
 * @param effort shared by comparisons that belong together
 * @returns in reading order, a removal before what replaces it; without the added ones and added words, joined by line
 *   feeds, they are `before`; without the removed ones and removed words, `after`
 */
export function compareTexts(before: string, after: string, effort = new ComparisonEffort()): ParagraphChange[] {
  const [old, young] = [paragraphsOf(before), paragraphsOf(after)];
  if (before === after) return old.map((text) => ({ kind: 'same', text }));
  return compareLists(old, young, (text) => text, effort).flatMap((run): ParagraphChange[] =>
    run.isSame ? run.before.map((text) => ({ kind: 'same', text })) : replacedParagraphs(run.before, run.after, effort),
  );
}

const paragraphsOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));

function replacedParagraphs(
  before: readonly string[],
  after: readonly string[],
  effort: ComparisonEffort,
): ParagraphChange[] {
  const changes: ParagraphChange[] = [];
  let [old, young] = [0, 0];
  const wholeUpTo = (oldEnd: number, youngEnd: number) => {
    for (; old < oldEnd; old++) changes.push({ kind: 'removed', text: before[old] ?? '' });
    for (; young < youngEnd; young++) changes.push({ kind: 'added', text: after[young] ?? '' });
  };
  const pairs = effort.isSpent ? [] : alikePairs(before.map(wordSetOf), after.map(wordSetOf));
  for (const [oldPlace, youngPlace] of pairs) {
    wholeUpTo(oldPlace, youngPlace);
    changes.push(...reworded(before[old++] ?? '', after[young++] ?? '', effort));
  }
  wholeUpTo(before.length, after.length);
  return changes;
}

/** By words; whole when they turn out to have none in common. */
function reworded(before: string, after: string, effort: ComparisonEffort): ParagraphChange[] {
  const words = compareWords(before, after, effort);
  if (words.some(({ kind, text }) => kind === 'same' && text.trim() !== '')) return [{ kind: 'changed', words }];
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
}

type WordSet = ReadonlySet<string>;

/** Which paragraph became which: in order, each at most once, as alike together as can be. */
function alikePairs(before: readonly WordSet[], after: readonly WordSet[]): (readonly [number, number])[] {
  if (before.length * after.length > MOST_PAIRS) return pairsInStep(before, after);
  // best[i][j]: the likeness of the best pairs among before[i …] and after[j …].
  const best = Array.from({ length: before.length + 1 }, () => new Float64Array(after.length + 1));
  const bestAt = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const pairedAt = (i: number, j: number): number => {
    const alike = likenessAt(before[i], after[j]);
    return alike >= LEAST_LIKENESS ? alike + bestAt(i + 1, j + 1) : 0;
  };
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      best[i]?.fill(Math.max(bestAt(i + 1, j), bestAt(i, j + 1), pairedAt(i, j)), j, j + 1);
  const pairs: (readonly [number, number])[] = [];
  for (let [i, j] = [0, 0]; i < before.length && j < after.length;) {
    if (bestAt(i, j) === bestAt(i + 1, j)) i++;
    else if (bestAt(i, j) === bestAt(i, j + 1)) j++;
    else pairs.push([i++, j++]);
  }
  return pairs;
}

/** So many that only the first is held against the first, the second against the second. */
function pairsInStep(before: readonly WordSet[], after: readonly WordSet[]): (readonly [number, number])[] {
  return before.flatMap((one, place) =>
    likenessAt(one, after[place]) >= LEAST_LIKENESS ? [[place, place] as const] : [],
  );
}

const likenessAt = (one: WordSet | undefined, other: WordSet | undefined): number =>
  one && other ? likeness(one, other) : 0;
