import { performance } from 'node:perf_hooks';
import { DomainError } from '#lib/kernel';
import { DiscussionNotFound } from '../domain/refusals.js';
import type { Judgement } from './intake-row.js';
import { claimStatement, intakeStatement } from './intake-statement.js';
import type { QueuedRow } from './queued-row.js';

/** Sends one statement on the transaction's own connection; a name makes the server keep its plan. */
export type Sends = <Row extends object>(sql: string, parameters: unknown[], name?: string) => Promise<Row[]>;

/** Sends a batch; how long each row has been waiting is measured at the last moment, by the monotonic clock. */
export async function judge(send: Sends, rows: readonly QueuedRow[], actor: string, act: string): Promise<Judgement[]> {
  const json = `[${rows.map((row) => row.json).join(',')}]`;
  const sentAt = performance.now();
  const elapsed = rows.map(({ completeAt }) => Math.max(0, sentAt - completeAt));
  const judged = await send<Judgement & { ord: number }>(intakeStatement, [json, elapsed, actor, act], 'intake');
  if (judged.length !== rows.length) throw new DiscussionNotFound(missingOf(rows, judged));
  return judged;
}

const missingOf = (rows: readonly QueuedRow[], judged: readonly { ord: number }[]): string => {
  const found = new Set(judged.map(({ ord }) => ord));
  return rows.find((_, position) => !found.has(position + 1))?.row.discussion_id ?? '';
};

/** @throws DomainError `attachment-refused` when a file was not there, is used already or is no attachment */
export async function claimFiles(
  send: Sends,
  rows: readonly QueuedRow[],
  judgements: readonly Judgement[],
): Promise<void> {
  const files = rows.flatMap(({ row }, position) =>
    judgements[position]?.verdict === 'accepted' ? (row.files ?? []) : [],
  );
  if (files.length === 0) return;
  const claimed = await send(claimStatement, [files]);
  if (claimed.length !== files.length) throw attachmentRefused();
}

export const attachmentRefused = (): DomainError =>
  new DomainError('attachment-refused', 'a file is missing or belongs to another remark');
