/**
 * The public number of a remark or of a refusal notice (REQ-36): 80 random bits in Crockford's base 32 and a check character,
 * as `7K3M-9QXA-04TB-ZZ1N-C`. It tells nothing about how many there are, and one wrong character is always noticed.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_BYTES = 10;
const DIGITS = 16;

const valueOf = new Map([...ALPHABET].map((character, value) => [character, value]));

/** Powers of x in GF(32) by x^5 + x^2 + 1: 31 different weights, none of them 0. */
const powers = Array.from({ length: 31 }, () => 1);
for (let exponent = 1; exponent < 31; exponent += 1) powers[exponent] = timesX(powers[exponent - 1] ?? 1);

function timesX(value: number): number {
  const doubled = value << 1;
  return doubled > 31 ? doubled ^ 0b100101 : doubled;
}

const logarithms = powers.reduce<number[]>((table, power, exponent) => Object.assign(table, { [power]: exponent }), []);

/** The digit times x^exponent in GF(32). */
const shifted = (digit: number, exponent: number): number =>
  digit === 0 ? 0 : (powers[((logarithms[digit] ?? 0) + exponent) % 31] ?? 0);

/**
 * Each digit has a weight of its own, so one changed digit or two digits changed about always change the check value.
 * @param digits 16 values of 0-31
 */
function checkValue(digits: readonly number[]): number {
  return digits.reduce((sum, digit, position) => sum ^ shifted(digit, position + 1), 0);
}

const character = (value: number): string => ALPHABET.charAt(value);
const grouped = (text: string): string => text.replace(/(.{4})(?=.)/g, '$1-');

/**
 * Writes 80 random bits as a number, grouped for reading.
 * @param random 10 bytes
 * @throws RangeError for any other length
 */
export function remarkNumber(random: Uint8Array): string {
  if (random.length !== RANDOM_BYTES) throw new RangeError(`a number has ${RANDOM_BYTES} random bytes`);
  const digits: number[] = [];
  let bits = 0;
  let held = 0;
  for (const byte of random) {
    held = ((held & ((1 << bits) - 1)) << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) digits.push((held >> (bits - 5)) & 31);
  }
  return grouped([...digits, checkValue(digits)].map(character).join(''));
}

/**
 * Reads a number as people copy it: any case, with or without hyphens and spaces, O for 0, I and L for 1.
 * @returns the number in its one written form, or undefined when it is none or a character of it is wrong
 */
export function readRemarkNumber(text: string): string | undefined {
  const plain = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const values = [...plain].map((each) => valueOf.get(each));
  const digits = values.filter((value) => value !== undefined);
  if (values.length !== DIGITS + 1 || digits.length !== values.length) return undefined;
  return checkValue(digits.slice(0, DIGITS)) === digits[DIGITS] ? grouped(plain) : undefined;
}
