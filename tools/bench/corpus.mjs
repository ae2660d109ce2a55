// Texts for measuring, the same on every machine: letters of a campaign, edits of them, and texts that have nothing in common.
// Sentences of pseudo-words in Cyrillic with the Kazakh letters, about 500 characters a text.

const LETTERS = 'аәбвгғдеёжзиійкқлмнңоөпрстуұүфхһцчшщъыьэюя';
const VOCABULARY = 8_000;
const LENGTH = 500;
const SENTENCE = 12;

/** A seeded generator of numbers from 0 to 1 (mulberry32). */
export function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A source of texts, each an array of words; the same seed gives the same texts in the same order. */
export function corpus(seed = 1) {
  const random = mulberry32(seed);
  const below = (bound) => Math.floor(random() * bound);
  const word = () => Array.from({ length: 2 + below(9) }, () => LETTERS[below(LETTERS.length)]).join('');
  const vocabulary = Array.from({ length: VOCABULARY }, word);
  const anyWord = () => vocabulary[below(VOCABULARY)];
  const text = () => {
    const words = [];
    for (let length = 0; length < LENGTH; length += words.at(-1).length + 1) words.push(anyWord());
    return words;
  };
  /** The text with this share of its words replaced, at least one. */
  const edited = (words, share) => {
    const changed = [...words];
    const places = new Set();
    while (places.size < Math.max(1, Math.round(words.length * share))) places.add(below(words.length));
    for (const place of places) changed[place] = anyWord();
    return changed;
  };
  return { random, below, text, edited, letters: (count) => Array.from({ length: count }, text) };
}

/** As a person writes it: sentences with a capital letter and a full stop. */
export function written(words) {
  const sentences = [];
  for (let at = 0; at < words.length; at += SENTENCE) {
    const sentence = words.slice(at, at + SENTENCE).join(' ');
    sentences.push(`${sentence[0].toUpperCase()}${sentence.slice(1)}.`);
  }
  return sentences.join(' ');
}

/**
 * The remarks of a mass campaign in the order of arrival: 40 % exact copies of 60 letters, 20 % with up to a tenth of their words
 * edited, 40 % that have nothing in common. `letter` is the letter a remark is of, -1 for none.
 */
export function* massCampaign(count, seed = 1) {
  const source = corpus(seed);
  const letters = source.letters(60);
  const copies = letters.map(written);
  for (let index = 0; index < count; index += 1) {
    const lot = source.random();
    const letter = source.below(letters.length);
    if (lot < 0.4) yield { letter, text: copies[letter], isCopy: true };
    else if (lot < 0.6) yield { letter, text: written(source.edited(letters[letter], 0.1 * source.random())) };
    else yield { letter: -1, text: written(source.text()) };
  }
}

/** Each of 60 letters once, `edits` edits of them with this share of their words replaced, and `unique` others, in any order. */
export function editsOfLetters({ share, edits = 12_000, unique = 20_000, seed = 7 }) {
  const source = corpus(seed);
  const letters = source.letters(60);
  const remarks = letters.map((words, letter) => ({ letter, text: written(words), isCopy: true }));
  for (let index = 0; index < edits; index += 1) {
    const letter = index % letters.length;
    remarks.push({ letter, text: written(source.edited(letters[letter], share)) });
  }
  for (let index = 0; index < unique; index += 1) remarks.push({ letter: -1, text: written(source.text()) });
  for (let last = remarks.length - 1; last > 0; last -= 1) {
    const chosen = source.below(last + 1);
    [remarks[last], remarks[chosen]] = [remarks[chosen], remarks[last]];
  }
  return remarks;
}
