/** A word or a sign with the white space before it. */
export interface Word {
  readonly space: string;
  readonly text: string;
}

const segmenter = new Intl.Segmenter('kk', { granularity: 'word' });

/** The segmenter slows down a hundredfold on texts above some ten thousand letters, so it gets them in pieces, cut before a space. */
const pieces = /[^]{1,1000}(?=\s|$)|[^]{1,4000}/gu;

/**
 * Where a boundary of Unicode words is none for a reader: inside алдын-ала and 3-1, 09:00, 126/1 and 5–7, inside 1 500 and
 * № 126. Tested at a place between two characters; it looks back over a few of them, so a text costs its length.
 */
const inside = new RegExp(
  [
    String.raw`(?<=[\p{L}\p{N}\p{M}])(?=[-\u2010\u2011][\p{L}\p{N}])`,
    String.raw`(?<=[\p{L}\p{N}\p{M}][-\u2010\u2011])(?=[\p{L}\p{N}])`,
    String.raw`(?<=\d)(?=[/:\u2013]\d)`,
    String.raw`(?<=\d[/:\u2013])(?=\d)`,
    String.raw`(?<=(?<![\p{L}\p{N}.,:/-])\d{1,3})(?=[ \u00a0\u202f]\d{3}(?!\d))`,
    String.raw`(?<=(?<![\p{L}\p{N}.,:/-])\d{1,3}[ \u00a0\u202f])(?=\d{3}(?!\d))`,
    String.raw`(?<=№)(?=[ \u00a0\u202f]?\d)`,
    String.raw`(?<=№[ \u00a0\u202f])(?=\d)`,
  ].join('|'),
  'uy',
);

const isInside = (text: string, place: number): boolean => {
  inside.lastIndex = place;
  return inside.test(text);
};

/**
 * The text as whole words and single signs, in order; joined with their spaces they are the text. The last one is empty and
 * carries the white space at the end.
 */
export function readWords(text: string): Word[] {
  const words: Word[] = [];
  let [space, word] = ['', ''];
  const end = () => {
    if (word === '') return;
    words.push({ space, text: word });
    [space, word] = ['', ''];
  };
  for (const { segment, place } of segmentsOf(text)) {
    if (word !== '' && isInside(text, place)) {
      word += segment;
      continue;
    }
    end();
    if (/^\s+$/u.test(segment)) space += segment;
    else word = segment;
  }
  end();
  return [...words, { space, text: '' }];
}

function* segmentsOf(text: string): Generator<{ readonly segment: string; readonly place: number }> {
  for (const { 0: piece, index: start } of text.matchAll(pieces)) {
    for (const { segment, index } of segmenter.segment(piece)) yield { segment, place: start + index };
  }
}
