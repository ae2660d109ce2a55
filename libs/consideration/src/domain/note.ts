import { isWritableText } from '#lib/kernel';

/** Characters (code points) of an internal note. */
export const NOTE_LIMIT = 5_000;

/** What is wrong with a note; null when it may be written. */
export function noteFault(text: string): 'missing' | 'too-long' | 'not-text' | null {
  if (text.trim() === '') return 'missing';
  if (!isWritableText(text)) return 'not-text';
  return Array.from(text).length > NOTE_LIMIT ? 'too-long' : null;
}
