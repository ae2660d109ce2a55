import type { Transaction } from '#lib/database';
import { lockDiscussion } from '#lib/discussion';
import { type Actor, DomainError, isId } from '#lib/kernel';
import { assertDecidable, type DecidableNow } from '../../domain/decidable.js';
import { DiscussionNotFound } from '../../domain/grouping/errors.js';

/**
 * Holds the discussion's state still, as decisions do, and passes an officer of the developing body (and the system) while its
 * remarks may be grouped: after the close, until the report is signed.
 * @throws DomainError `not-found`, `not-allowed`, `wrong-state`, `report-frozen`
 */
export async function assertGroupingOpen(tx: Transaction, discussionId: string, actor: Actor): Promise<void> {
  if (!isId(discussionId) || !(await lockDiscussion(tx, discussionId, 'shared')))
    throw new DiscussionNotFound(discussionId);
  const [row] = await tx.query<DecidableNow & { developerId: string }>(
    `select s.state, p.developer_id as "developerId", report_is_signed(s.id) as "isReportSigned"
       from discussion s join procedure p on p.id = s.procedure_id where s.id = $1`,
    [discussionId],
  );
  const isOwn = actor.kind === 'system' || (actor.kind === 'officer' && actor.bodyId === row?.developerId);
  if (!row || !isOwn) throw new DiscussionNotFound(discussionId);
  if (actor.kind === 'officer' && !actor.roles.includes('officer')) {
    throw new DomainError('not-allowed', 'an officer groups remarks');
  }
  assertDecidable(row, { discussionId });
}

/** Whether remarks of the discussion may be grouped now: it is closed, and its report is not signed. */
export async function isGroupingOpen(tx: Transaction, discussionId: string): Promise<boolean> {
  const [row] = await tx.query<{ isOpen: boolean }>('select grouping_is_open($1) as "isOpen"', [discussionId]);
  return row?.isOpen ?? false;
}
