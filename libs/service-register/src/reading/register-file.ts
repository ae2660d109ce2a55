import type { RegisterFault } from '../domain/register-fault.js';
import type { RegisterRecord } from '../domain/register-row.js';

/** A register file taken apart: rows with the line where each begins, and the lines that could not be read. */
export interface RegisterFile {
  readonly records: readonly RegisterRecord[];
  readonly faults: readonly RegisterFault[];
}

export const registerFileFormats = ['csv', 'json'] as const;
export type RegisterFileFormat = (typeof registerFileFormats)[number];
