import { isWritableText } from '#lib/kernel';
import type { Pair } from './report-data.js';

export interface ErratumFault {
  readonly field: 'reasonKk' | 'reasonRu';
  readonly fault: 'too-short' | 'too-long' | 'not-text';
  /** For `too-short`: the least number of characters. */
  readonly least?: number;
  /** For `too-long`: the most. */
  readonly limit?: number;
}

const LEAST = 20;
const MOST = 2_000;

/** What is wrong with the public reason of a correction, in each language (REQ-66). */
export function erratumFaults({ kk, ru }: Pair): ErratumFault[] {
  return (
    [
      ['reasonKk', kk],
      ['reasonRu', ru],
    ] as const
  ).flatMap(([field, text]): ErratumFault[] => {
    if (!isWritableText(text)) return [{ field, fault: 'not-text' }];
    const length = Array.from(text.trim()).length;
    if (length < LEAST) return [{ field, fault: 'too-short', least: LEAST }];
    return length > MOST ? [{ field, fault: 'too-long', limit: MOST }] : [];
  });
}
