import type { Transaction } from '#lib/database';

/** The namespace of a discussion's advisory lock, that of intake and closing. */
const DISCUSSION_LOCKS = 7001;

/**
 * Decisions take the shared form, assembling and signing the exclusive one: a report is made of facts that stand still.
 * @returns false when there is no such discussion
 */
export async function lockDiscussion(
  tx: Transaction,
  discussionId: string,
  form: 'shared' | 'exclusive',
): Promise<boolean> {
  const lock = form === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  const rows = await tx.query(`select ${lock}(${DISCUSSION_LOCKS}, no) from discussion where id = $1`, [discussionId]);
  return rows.length > 0;
}
