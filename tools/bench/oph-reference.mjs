// The denominator of the signature loop: MinHash by one permutation, 64 bins, runs of three words, bytes in, nothing around it.
const BINS = 64;
const EMPTY = 0xffffffff;
const SPACE = 32;

const least = new Uint32Array(BINS);

/** @param bytes a normalised text in UTF-8 @returns the 64 values, valid until the next call */
export function referenceSignature(bytes) {
  least.fill(EMPTY);
  let first = 0;
  let second = 0;
  let hash = 0x811c9dc5;
  for (let at = 0; at <= bytes.length; at += 1) {
    const byte = at < bytes.length ? bytes[at] : SPACE;
    if (byte !== SPACE) {
      hash = Math.imul(hash ^ byte, 0x01000193);
      continue;
    }
    if (second !== 0) add(mixed(Math.imul(first, 3) ^ Math.imul(second, 5) ^ hash));
    first = second;
    second = hash;
    hash = 0x811c9dc5;
  }
  for (let bin = 0; bin < BINS; bin += 1) if (least[bin] === EMPTY) least[bin] = next(bin);
  return least;
}

function add(hash) {
  const bin = hash >>> 26;
  if (hash < least[bin]) least[bin] = hash;
}

function next(bin) {
  for (let step = 1; step < BINS; step += 1) {
    const value = least[(bin + step) % BINS];
    if (value !== EMPTY) return value;
  }
  return 0;
}

function mixed(hash) {
  let bits = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
