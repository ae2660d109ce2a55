import { comparableAddress } from '#lib/kernel';

/** An address or a BIN in the form in which equal ones are equal; undefined when there is none. */
export function comparableValue(value: string | undefined): string | undefined {
  return comparableAddress(value ?? '') || undefined;
}

/**
 * A name in the form in which equal names are equal, whatever the case and the punctuation. Undefined for a single word or fewer
 * than six characters: that is nobody's name in full (REQ-43).
 */
export function comparableName(name: string): string | undefined {
  const plain = name
    .normalize('NFC')
    .replace(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim()
    .toLowerCase();
  return plain.includes(' ') && [...plain].length >= 6 ? plain : undefined;
}
