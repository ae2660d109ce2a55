import type { Queryable, Transaction } from '#lib/database';
import { type Instant, isId, type LegalDay } from '#lib/kernel';
import type { Channel } from '#lib/time-limits';
import type { AnnouncedWindow } from '../domain/announced-close.js';
import type { DiscussionState } from '../domain/discussion-lifecycle.js';
import { DiscussionNotFound } from '../domain/refusals.js';
import { EXCLUSIVE_LOCK, SHARED_LOCK } from '../intake/discussion-lock.js';

export interface LockedDiscussion extends AnnouncedWindow {
  readonly id: string;
  readonly no: number;
  readonly procedureId: string;
  readonly versionId: string;
  readonly profileId: string;
  readonly state: DiscussionState;
  readonly zone: string;
  readonly termLength: number | null;
  readonly droppedChannels: readonly Channel[];
  readonly openAt: Instant;
  readonly termDate: LegalDay | null;
  readonly lastDay: LegalDay | null;
  readonly closeAt: Instant | null;
  readonly strictCloseAt: Instant | null;
}

/** The discussion, with nobody writing to it: for what changes its state or window. @throws DiscussionNotFound */
export const lockAlone = (tx: Transaction, id: string): Promise<LockedDiscussion> => locked(tx, id, 'exclusive');

/** The discussion, with its state and window held still: for what changes its remarks. @throws DiscussionNotFound */
export const lockTogether = (tx: Transaction, id: string): Promise<LockedDiscussion> => locked(tx, id, 'shared');

/** Whether the term of a locked discussion still runs, by the database clock; one without a close has not begun to end. */
export async function isTermRunning(tx: Transaction, id: string): Promise<boolean> {
  const [row] = await tx.query<{ isRunning: boolean }>(
    `select state = 'OPEN' and (close_at is null or close_at > clock_timestamp()) as "isRunning" from discussion where id = $1`,
    [id],
  );
  return row?.isRunning ?? false;
}

/**
 * The lock alone: decisions share it, assembling and signing a report take it alone, so a report is made of facts that stand still.
 * @returns false when there is no such discussion
 */
export async function lockDiscussion(tx: Transaction, id: string, form: 'shared' | 'exclusive'): Promise<boolean> {
  const [named] = await tx.query<{ no: number }>('select no from discussion where id = $1', [id]);
  if (named) await tx.query(form === 'shared' ? SHARED_LOCK : EXCLUSIVE_LOCK, [named.no]);
  return named !== undefined;
}

/** The lock comes first, in a statement of its own: the row is read by a snapshot taken after it. */
async function locked(tx: Transaction, id: string, form: 'shared' | 'exclusive'): Promise<LockedDiscussion> {
  if (!isId(id)) throw new DiscussionNotFound(id);
  if (!(await lockDiscussion(tx, id, form))) throw new DiscussionNotFound(id);
  return lookAt(tx, id);
}

/** The discussion as it stands at this moment, held by nobody. @throws DiscussionNotFound */
export async function lookAt(q: Queryable, id: string): Promise<LockedDiscussion> {
  const [row] = await q.query<LockedDiscussion>(
    `select id, no, procedure_id as "procedureId", version_id as "versionId", profile_id as "profileId", state, zone,
            term_length as "termLength", dropped_channels as "droppedChannels",
            open_at as "openAt", term_date as "termDate", last_day as "lastDay", close_at as "closeAt",
            strict_close_at as "strictCloseAt"
       from discussion where id = $1`,
    [id],
  );
  if (!row) throw new DiscussionNotFound(id);
  return row;
}
