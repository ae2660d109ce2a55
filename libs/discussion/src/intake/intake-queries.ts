import { performance } from 'node:perf_hooks';
import { DomainError } from '#lib/kernel';
import { DiscussionNotFound } from '../domain/refusals.js';
import type { Judgement, Verdict } from './intake-row.js';
import type { QueuedRow } from './queued-row.js';

/** Sends one statement on the caller's connection; a name makes the server keep its plan. */
export type Sends = <Row extends object>(sql: string, parameters: unknown[], name?: string) => Promise<Row[]>;

const TAKE = 'select * from take_remarks($1, $2, $3, $4, $5) order by ord';

/**
 * Sends a batch to `take_remarks`, which says what became of each row; outside a transaction it is committed with the answer.
 * How long each row has been waiting is measured at the last moment, by the monotonic clock.
 */
export async function judge(send: Sends, rows: readonly QueuedRow[], actor: string, act: string): Promise<Judgement[]> {
  // Sorted: two batches never wait for each other's discussions crosswise.
  const locks = [...new Set(rows.map(({ discussionNo }) => discussionNo))].toSorted((a, b) => a - b);
  const json = `[${rows.map((row) => row.json).join(',')}]`;
  const sentAt = performance.now();
  const elapsed = rows.map(({ completeAt }) => Math.max(0, sentAt - completeAt));
  const judged = await send<Judgement & { ord: number }>(TAKE, [locks, json, elapsed, actor, act], 'take-remarks');
  if (judged.length !== rows.length) throw new DiscussionNotFound(missingOf(rows, judged));
  return judged;
}

const missingOf = (rows: readonly QueuedRow[], judged: readonly { ord: number }[]): string => {
  const found = new Set(judged.map(({ ord }) => ord));
  return rows.find((_, position) => !found.has(position + 1))?.row.discussion_id ?? '';
};

const CLAIM = `update stored_file set claimed_at = clock_timestamp()
  where id = any($1::uuid[]) and purpose = 'ATTACHMENT' and claimed_at is null returning id`;

/**
 * Attachments become the remark's, or the late arrival's, in its own transaction.
 * @throws DomainError `attachment-refused` when a file was not there, is used already or is no attachment
 */
export async function claimFiles(
  send: Sends,
  rows: readonly QueuedRow[],
  judgements: readonly Judgement[],
): Promise<void> {
  const kept: readonly (Verdict | undefined)[] = ['accepted', 'late'];
  const files = rows.flatMap(({ row }, position) =>
    kept.includes(judgements[position]?.verdict) ? (row.files ?? []) : [],
  );
  if (files.length === 0) return;
  const claimed = await send(CLAIM, [files]);
  if (claimed.length !== files.length) throw attachmentRefused();
}

export const attachmentRefused = (): DomainError =>
  new DomainError('attachment-refused', 'a file is missing or belongs to another remark');
