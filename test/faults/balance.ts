import type { TestDatabase } from '#lib/testing';
import type { Closing } from './discussion-about-to-close.js';
import type { WritersResult } from './writers.js';

/** One round in figures; the first four numbers after `acknowledged` must be 0. */
export interface Balance {
  readonly acknowledged: number;
  readonly acknowledgedLate: number;
  readonly acknowledgedButNotStored: number;
  readonly acknowledgedButNotReported: number;
  readonly lateInReport: number;
  readonly refusedLate: number;
  readonly reported: number;
  readonly closings: number;
  /** From the close to the state CLOSED, milliseconds. */
  readonly closedAfterMs: number;
}

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Weighs what the writers were told against what the database and the report hold. */
export async function balanceOf(
  database: TestDatabase,
  { discussionId, closeAt }: Closing,
  written: WritersResult,
): Promise<Balance> {
  const stored = await database.query<{ number: string; receivedAt: string }>(
    `select number, ${instant('received_at')} as "receivedAt" from remark where discussion_id = $1`,
    [discussionId],
  );
  const reported = await database.query<{ number: string; receivedAt: string }>(
    `select m.number, m.data::jsonb ->> 'receivedAt' as "receivedAt"
       from report_remark m join report r on r.id = m.report_id and r.state = 'ASSEMBLED'
      where r.discussion_id = $1`,
    [discussionId],
  );
  const [closing] = await database.query<{ count: number; after: number }>(
    `select (select count(*)::int from ledger_entry where act = 'discussion.closed' and subject_id = $1) as count,
            extract(epoch from closed_at - close_at)::float8 * 1000 as after from discussion where id = $1`,
    [discussionId],
  );
  const storedNumbers = new Set(stored.map(({ number }) => number));
  const reportedNumbers = new Set(reported.map(({ number }) => number));
  return {
    acknowledged: written.acknowledged.length,
    acknowledgedLate: written.acknowledged.filter(({ receivedAt }) => receivedAt >= closeAt).length,
    acknowledgedButNotStored: written.acknowledged.filter(({ number }) => !storedNumbers.has(number)).length,
    acknowledgedButNotReported: written.acknowledged.filter(({ number }) => !reportedNumbers.has(number)).length,
    lateInReport: reported.filter(({ receivedAt }) => receivedAt >= closeAt).length,
    refusedLate: written.refusedLate,
    reported: reportedNumbers.size,
    closings: closing?.count ?? 0,
    closedAfterMs: Math.round(closing?.after ?? Number.NaN),
  };
}
