import type { Transaction } from '#lib/database';
import { lockDiscussion } from '#lib/discussion';
import { isId } from '#lib/kernel';

export interface DiscussionForReport {
  readonly id: string;
  readonly state: 'OPEN' | 'CLOSED' | 'WITHDRAWN';
  readonly developerId: string;
}

/**
 * Takes the discussion's lock alone: from here to the end of the transaction no decision, late entry of a remark, other
 * assembly or signature, and no new version of the draft happens.
 */
export async function lockForReport(tx: Transaction, discussionId: string): Promise<DiscussionForReport | undefined> {
  if (!isId(discussionId) || !(await lockDiscussion(tx, discussionId, 'exclusive'))) return undefined;
  const [row] = await tx.query<DiscussionForReport>(
    `select s.id, s.state, p.developer_id as "developerId"
       from discussion s join procedure p on p.id = s.procedure_id where s.id = $1 for update of p`,
    [discussionId],
  );
  return row;
}
