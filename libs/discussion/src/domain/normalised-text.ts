/**
 * The form in which two remarks are the same letter (REQ-44): Unicode NFC, no case, no punctuation, single spaces.
 * Its hash is stored at intake; identical letters are then found by comparing hashes.
 */
export function normalisedText(text: string): string {
  return quickly(text) ?? thoroughly(text);
}

/** What the form is, for any text. */
const thoroughly = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

const SEPARATOR = 0;
const SPACE = 32;
const UNKNOWN = 0xffff;

/**
 * The same for texts of Latin and Cyrillic letters, signs and usual punctuation, about four times as fast: each character by itself is
 * a small letter, a digit or a separator. Undefined for a text with any other, such as a combining mark.
 */
function quickly(text: string): string | undefined {
  const units = new Uint16Array(text.length);
  let length = 0;
  let isBetween = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const form = unit < FORMS.length ? (FORMS[unit] ?? UNKNOWN) : isDash(unit) ? SEPARATOR : UNKNOWN;
    if (form === UNKNOWN) return undefined;
    if (form === SEPARATOR) {
      isBetween = length > 0;
      continue;
    }
    if (isBetween) {
      units[length] = SPACE;
      length += 1;
      isBetween = false;
    }
    units[length] = form;
    length += 1;
  }
  let normalised = '';
  for (let at = 0; at < length; at += PIECE) {
    normalised += Reflect.apply(String.fromCharCode, String, units.subarray(at, Math.min(length, at + PIECE)));
  }
  return normalised;
}

const PIECE = 4_096;

/** Dashes, quotation marks, dots and spaces of general punctuation, and the number sign. */
const isDash = (unit: number): boolean => (unit >= 0x2000 && unit <= 0x206f) || unit === 0x2116;

/** Up to the last Cyrillic letter of the first blocks; Greek is left out, where the form of a letter hangs on its place. */
const FORMS = Uint16Array.from({ length: 0x530 }, (_, unit) => formOf(String.fromCharCode(unit)));

function formOf(character: string): number {
  const small = character.toLowerCase();
  if (/[\p{M}\p{Script=Greek}]/u.test(character) || character.normalize('NFC') !== character || small.length !== 1) {
    return UNKNOWN;
  }
  return /[\p{L}\p{N}]/u.test(character) ? small.charCodeAt(0) : SEPARATOR;
}
