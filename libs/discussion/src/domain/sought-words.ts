/** More words than these narrow nothing further, and nobody types them by hand. */
const MOST_WORDS = 8;
const LONGEST = 60;

/** The words of a search as somebody typed it; signs between them mean nothing. */
export function soughtWords(typed: string): string[] {
  const words = typed.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST));
}
