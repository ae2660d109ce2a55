import { compareLists, replacedRun, type Run } from './compare-lists.js';
import { ComparisonEffort } from './comparison-effort.js';
import { readWords, type Word } from './words.js';

/** A run of a text: in both, only in the later, only in the earlier. */
export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/**
 * What became of a text, in whole words of Kazakh, Russian or English; a number with its spaces, a date, a hyphenated word
 * and № with its number are one word each. Where more than 1,500 words differ, what stands between the common beginning
 * and the common end is one replacement, so the work is bounded.
 * @param effort shared by comparisons that belong together
 * @returns runs in reading order, none empty, a removal before what replaces it; those of `same` and `removed` join to
 *   `before` exactly, those of `same` and `added` to `after`
 */
export function compareWords(before: string, after: string, effort = new ComparisonEffort()): WordChange[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  if (effort.isSpent) return replacedWhole(before, after);
  const runs = compareLists(readWords(before), readWords(after), ({ text }) => text, effort);
  return withSpaces(withoutIslands(runs));
}

const replacedWhole = (removed: string, added: string): WordChange[] => {
  const text = new MarkedText();
  text.replace(removed, added);
  return text.changes;
};

/** A comma alone between two replaced words would tear one change into two: it is replaced with them. */
function withoutIslands(runs: readonly Run<Word>[]): Run<Word>[] {
  const whole: Run<Word>[] = [];
  for (const run of runs) {
    const [first, island] = [whole.at(-2), whole.at(-1)];
    if (first && island && isReplacement(first) && isIsland(island) && isReplacement(run))
      whole.splice(-2, 2, replacedRun([first, island, run]));
    else whole.push(run);
  }
  return whole;
}

const isReplacement = ({ isSame, before, after }: Run<Word>): boolean =>
  !isSame && before.length > 0 && after.length > 0;
const isIsland = ({ isSame, before }: Run<Word>): boolean =>
  isSame && !before.some(({ text }) => /[\p{L}\p{N}]/u.test(text));

/**
 * Gives the white space back. What both have before a change is the same, so that words are marked and not the gaps; words put
 * in or taken out alone are marked with the space after them, if it is like the one before.
 */
function withSpaces(runs: readonly Run<Word>[]): WordChange[] {
  const text = new MarkedText();
  let isSpaceGiven = false;
  for (const [place, { isSame, before, after }] of runs.entries()) {
    if (isSame) {
      for (const [index, { space, text: word }] of before.entries()) {
        if (index > 0 || !isSpaceGiven) text.replace(space, after[index]?.space ?? '');
        text.keep(word);
      }
      continue;
    }
    const isAlone = before.length === 0 || after.length === 0;
    const space = spaceBefore(before, after, runs[place + 1]);
    const marked = (words: readonly Word[]) =>
      words.length === 0 ? '' : writtenOut(words).slice(space.length) + (isAlone ? space : '');
    text.keep(space);
    text.replace(marked(before), marked(after));
    isSpaceGiven = isAlone && space !== '';
  }
  return text.changes;
}

/** The white space that is before a change in both texts. */
function spaceBefore(before: readonly Word[], after: readonly Word[], next: Run<Word> | undefined): string {
  const [old, young] = [before[0] ?? next?.before[0], after[0] ?? next?.after[0]];
  const isAlone = before.length === 0 || after.length === 0;
  const isLikeAfter = !isAlone || next?.before[0]?.space === next?.after[0]?.space;
  return old && old.space === young?.space && isLikeAfter ? old.space : '';
}

/** Collects runs of a kind; what is removed comes before what is added in its place. */
class MarkedText {
  private readonly done: WordChange[] = [];
  private open = { same: '', removed: '', added: '' };

  keep(text: string): void {
    if (text === '') return;
    if (this.open.removed !== '' || this.open.added !== '') this.close();
    this.open.same += text;
  }

  replace(removed: string, added: string): void {
    if (removed === added) return this.keep(removed);
    this.open.removed += removed;
    this.open.added += added;
  }

  get changes(): WordChange[] {
    this.close();
    return this.done;
  }

  private close(): void {
    for (const kind of ['same', 'removed', 'added'] as const)
      if (this.open[kind] !== '') this.done.push({ kind, text: this.open[kind] });
    this.open = { same: '', removed: '', added: '' };
  }
}

const writtenOut = (words: readonly Word[]): string => words.map(({ space, text }) => space + text).join('');
