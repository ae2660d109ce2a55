import { shingleHashes } from './shingles.js';

/** Values of 16 bits in a signature. */
export const VALUES = 64;
const VALUE_BITS = 16;
/** A signature's values are compared in 32 bands of two: texts that share a band are looked at together. */
export const BANDS = 32;
export const BAND_BITS = (VALUES / BANDS) * VALUE_BITS;

/**
 * From this likeness on two texts are suggested as similar (REQ-44). Measured (`npm run bench:groups`): of letters with a tenth
 * of their words changed hardly one is missed, and texts that have nothing in common stay apart.
 */
export const LIKENESS_THRESHOLD = 0.3;

/** 64 values of 16 bits: the share of equal ones in two signatures estimates the share of shingles the texts have in common. */
export type Signature = Uint16Array;

const BIN_SHIFT = 32 - Math.log2(VALUES);
const EMPTY = 0xffffffff;

/**
 * The MinHash signature of a text by one permutation: each shingle falls into one of 64 bins by the upper bits of its hash, the
 * least in each bin stands for it. An empty bin takes the value of another one, found in an order that is the bin's own and the
 * same for every text.
 * @param text normalised, see `shingleHashes`
 */
export function signatureOf(text: string): Signature {
  const shingles = shingleHashes(text);
  const least = new Uint32Array(VALUES).fill(EMPTY);
  for (let at = 0; at < shingles.length; at += 1) {
    const hash = Math.min(shingles[at] ?? 0, EMPTY - 1);
    const bin = hash >>> BIN_SHIFT;
    if (hash < (least[bin] ?? 0)) least[bin] = hash;
  }
  const signature = new Uint16Array(VALUES);
  for (let bin = 0; bin < VALUES; bin += 1)
    signature[bin] = least[bin] === EMPTY ? borrowed(least, bin) : (least[bin] ?? 0);
  return signature;
}

function borrowed(least: Uint32Array, bin: number): number {
  const order = ORDERS[bin] ?? ORDERS[0];
  let at = 0;
  while (least[order[at] ?? 0] === EMPTY) at += 1; // a text has at least one shingle, so some bin is filled
  return least[order[at] ?? 0] ?? 0;
}

/** For each bin the others in an order of its own (Fisher-Yates over a seeded linear congruence). */
const ORDERS = Array.from({ length: VALUES }, (_, bin) => orderOf(bin)) as [Uint8Array, ...Uint8Array[]];

function orderOf(bin: number): Uint8Array {
  const order = Uint8Array.from({ length: VALUES }, (_, other) => other);
  let state = bin + 1;
  for (let last = VALUES - 1; last > 0; last -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const chosen = Math.floor((state / 2 ** 32) * (last + 1));
    [order[last], order[chosen]] = [order[chosen] ?? 0, order[last] ?? 0];
  }
  return order.filter((other) => other !== bin);
}

/** The share of equal values, 0 to 1: about the share of shingles in common. */
export function likeness(a: Signature, b: Signature): number {
  let equal = 0;
  for (let at = 0; at < VALUES; at += 1) if (a[at] === b[at]) equal += 1;
  return equal / VALUES;
}

/** The 256 hex digits of a signature, value by value: as bits in PostgreSQL, band b is the bits from 32 b on. */
export function signatureHex(signature: Signature): string {
  let hex = '';
  for (const value of signature) hex += (value + 0x10000).toString(16).slice(1);
  return hex;
}

/** The keys of the 32 bands: the 32 bits of two neighbouring values each, signed, as PostgreSQL reads them. */
export function bandKeys(signature: Signature): Int32Array {
  return Int32Array.from(
    { length: BANDS },
    (_, band) => ((signature[2 * band] ?? 0) << 16) | (signature[2 * band + 1] ?? 0),
  );
}
