import { isWritableText } from '#lib/kernel';
import type { Fault } from './fault.js';

const LIMIT = 2_000;

/** What is wrong with the reason of an official's act (AMB-05, REQ-25): 1-2,000 UTF-16 units, public. */
export function reasonFaults(field: string, reason: string): Fault[] {
  if (reason.trim() === '') return [{ field, fault: 'missing' }];
  if (reason.length > LIMIT) return [{ field, fault: 'too-long', limit: LIMIT }];
  return isWritableText(reason) ? [] : [{ field, fault: 'not-text' }];
}
