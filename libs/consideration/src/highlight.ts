import { diffWords } from 'diff';

/** A piece of a text beside another: in both, only in the one looked at, or only in the other. */
export interface HighlightedPiece {
  readonly change: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Comparing two long texts that have little in common takes long and shows nothing: then they are shown as they are. */
const MOST_EDITS = 400;

/** Words by the letters of every language, Kazakh ones too; what the package takes for words itself would cut those. */
const segmenter = new Intl.Segmenter('kk', { granularity: 'word' });

/**
 * The words in which `after` differs from `before`, in the order of reading.
 * @returns one piece `same` with the whole of `after` when the texts are equal or too different to compare
 */
export function highlight(before: string, after: string): readonly HighlightedPiece[] {
  const whole: HighlightedPiece[] = [{ change: 'same', text: after }];
  if (before === after) return whole;
  const changes = diffWords(before, after, { intlSegmenter: segmenter, maxEditLength: MOST_EDITS });
  return (
    changes?.map(({ added, removed, value }) => ({
      change: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
      text: value,
    })) ?? whole
  );
}
