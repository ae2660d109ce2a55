import { performance } from 'node:perf_hooks';
import type { IntakeRow } from './intake-row.js';

/** A row on its way to the database. */
export interface QueuedRow {
  readonly row: IntakeRow;
  /** The row as JSON, made once, before it waits. */
  readonly json: string;
  readonly discussionNo: number;
  /** When the request was complete, by `performance.now()`. */
  readonly completeAt: number;
}

export const queuedRow = (row: IntakeRow, discussionNo: number, completeAt: number): QueuedRow => ({
  row,
  json: JSON.stringify(row),
  discussionNo,
  completeAt,
});

/** A request older than this is sent back unrecorded: it must be settled well inside the drain of the closing (60 s). */
const PATIENCE_MS = 20_000;

export const waitedTooLong = ({ completeAt }: QueuedRow): boolean => performance.now() - completeAt > PATIENCE_MS;
