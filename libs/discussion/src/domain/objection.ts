import { isWritableText } from '#lib/kernel';
import type { Fault } from './fault.js';

/** What became of an objection to a hiding or a redaction (REQ-116): the act is undone, or it stands. */
export const objectionOutcomes = ['UPHELD', 'DECLINED'] as const;
export type ObjectionOutcome = (typeof objectionOutcomes)[number];

export const objectionLimits = { least: 20, most: 2_000 } as const;

/** What is wrong with the words of an objection, or of the answer to one: 20-2,000 characters. */
export function objectionFaults(field: string, words: string): Fault[] {
  const length = [...words.trim()].length;
  if (length === 0) return [{ field, fault: 'missing' }];
  if (length < objectionLimits.least) return [{ field, fault: 'too-short', limit: objectionLimits.least }];
  if (length > objectionLimits.most) return [{ field, fault: 'too-long', limit: objectionLimits.most }];
  return isWritableText(words) ? [] : [{ field, fault: 'not-text' }];
}
