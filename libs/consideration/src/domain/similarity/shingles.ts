/** How many words, or characters where words are not told apart, make one shingle. */
const RUN = 3;
const SPACE = 32;
/** FNV-1a over UTF-16 units: fast, the same on every machine; nobody gains anything by a collision. */
const SEED = 0x811c9dc5;
const STEP = 0x01000193;

/**
 * The overlapping pieces of a text, each as a 32-bit hash, in their order: runs of three words, or of three characters when the
 * text has fewer than three words or is written without spaces (Chinese, Japanese, Thai). REQ-44.
 * @param text normalised: no case, no punctuation, single spaces
 * @returns at least one hash, also for an empty text
 */
export function shingleHashes(text: string): Uint32Array {
  const { words, unspaced } = wordHashes(text);
  return runs(words.length < RUN || unspaced * 3 >= text.length ? characterHashes(text) : words);
}

/** Each run of three neighbours as one hash; fewer than three are one run. */
function runs(pieces: Uint32Array): Uint32Array {
  const shingles = new Uint32Array(Math.max(1, pieces.length - RUN + 1));
  for (let start = 0; start < shingles.length; start += 1) {
    let hash = SEED;
    for (let at = start; at < start + RUN && at < pieces.length; at += 1)
      hash = Math.imul(hash ^ (pieces[at] ?? 0), STEP);
    shingles[start] = mixed(hash);
  }
  return shingles;
}

/** Each word as one hash, and how many characters are of a script without spaces. */
function wordHashes(text: string): { words: Uint32Array; unspaced: number } {
  const words = new Uint32Array((text.length + 1) >> 1);
  let count = 0;
  let unspaced = 0;
  let hash = SEED;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === SPACE) {
      words[count] = mixed(hash);
      count += 1;
      hash = SEED;
    } else {
      hash = Math.imul(hash ^ unit, STEP);
      if (unit >= 0x0e00 && isUnspaced(unit)) unspaced += 1;
    }
  }
  words[count] = mixed(hash);
  return { words: words.subarray(0, text === '' ? 0 : count + 1), unspaced };
}

const characterHashes = (text: string): Uint32Array =>
  Uint32Array.from(text.replaceAll(' ', ''), (character) => mixed(character.codePointAt(0) ?? 0));

/** Thai and Lao, Burmese, Khmer, kana, Han (its rarer characters by their first half). */
const isUnspaced = (unit: number): boolean =>
  unit <= 0x0eff ||
  (unit >= 0x1000 && unit <= 0x109f) ||
  (unit >= 0x1780 && unit <= 0x17ff) ||
  (unit >= 0x3040 && unit <= 0x30ff) ||
  (unit >= 0x3400 && unit <= 0x9fff) ||
  (unit >= 0xd840 && unit <= 0xd888) ||
  (unit >= 0xf900 && unit <= 0xfaff);

/** Spreads a hash over all its bits (the last step of MurmurHash3). */
function mixed(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
