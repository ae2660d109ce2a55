import { hash } from 'node:crypto';
import { canonicalJson } from '#lib/kernel';
import type { LetterArrival } from './letter-arrival.js';
import type { ReceivedLetter } from './received-entry.js';

/** A letter is known again by its words, its sender and its arrival, whatever number it was given (complaint 25). Hex SHA-256. */
export function letterFingerprint(
  { content, sender }: Pick<ReceivedLetter, 'content' | 'sender'>,
  { precision, day, arrivedAt }: Pick<LetterArrival, 'precision' | 'day' | 'arrivedAt'>,
): string {
  return hash('sha256', canonicalJson({ arrival: precision === 'DAY' ? day : arrivedAt, content, sender }));
}
