import type { Fault } from './fault.js';
import { wordsFaults } from './words.js';

/** What is wrong with the reason of an official's act (AMB-05, REQ-25): 1-2,000 characters, public. */
export const reasonFaults = (field: string, reason: string): Fault[] =>
  wordsFaults(field, reason, { least: 1, most: 2_000 });
