/**
 * The form in which two remarks are the same letter (REQ-44): Unicode NFC, no case, no punctuation, single spaces.
 * Its hash is stored at intake; identical letters are then found by comparing hashes.
 */
export function normalisedText(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
