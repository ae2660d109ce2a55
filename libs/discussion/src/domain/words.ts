import { isWritableText } from '#lib/kernel';
import type { Fault } from './fault.js';

/** In characters, without the blanks around them. */
export interface WordLimits {
  readonly least: number;
  readonly most: number;
}

/** Of what is said to a sender or by one about an act: its explanation, an objection to it, the answer (REQ-116). */
export const wordLimits: WordLimits = { least: 20, most: 2_000 };

/** What is wrong with the words in a field; nothing when they may be kept. */
export function wordsFaults(field: string, words: string, { least, most } = wordLimits): Fault[] {
  const length = [...words.trim()].length;
  if (length === 0) return [{ field, fault: 'missing' }];
  if (length < least) return [{ field, fault: 'too-short', limit: least }];
  if (length > most) return [{ field, fault: 'too-long', limit: most }];
  return isWritableText(words) ? [] : [{ field, fault: 'not-text' }];
}
