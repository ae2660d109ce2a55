import { canonicalJson } from '#lib/kernel';
import type { LetterArrival } from './letter-arrival.js';
import type { ReceivedLetter } from './received-entry.js';

/** By what a letter is known again: its words, its sender and its arrival, whatever number it was given (complaint 25). */
export function letterWords(
  { content, sender }: Pick<ReceivedLetter, 'content' | 'sender'>,
  { precision, day, arrivedAt }: Pick<LetterArrival, 'precision' | 'day' | 'arrivedAt'>,
): string {
  return canonicalJson({ arrival: precision === 'DAY' ? day : arrivedAt, content, sender });
}
