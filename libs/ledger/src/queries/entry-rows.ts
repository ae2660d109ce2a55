import type { LedgerEntry } from '../domain/entry.js';

export interface EntryRow extends LedgerEntry {
  readonly sequence: number;
  readonly previous: string;
  readonly hash: string;
}

export const entryColumns = `id, at, actor, act, subject_kind as "subjectKind", subject_id as "subjectId", data,
  sequence, encode(previous_hash, 'hex') as previous, encode(hash, 'hex') as hash`;
