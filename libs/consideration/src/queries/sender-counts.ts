import type { Queryable } from '#lib/database';

/** Remarks received on time, by how their senders were confirmed on line: told apart, not weighed (decision 30). */
export interface SenderCounts {
  /** The sender has signed the remark. */
  readonly bySignature: number;
  readonly byProvider: number;
  readonly byMailbox: number;
  /** Named only, and those that officials entered. */
  readonly notConfirmed: number;
}

export async function senderCounts(q: Queryable, discussionId: string): Promise<SenderCounts> {
  const [row] = await q.query<SenderCounts>(
    `select (count(*) filter (where confirmation = 'SIGNATURE'))::int as "bySignature",
            (count(*) filter (where confirmation = 'PROVIDER'))::int as "byProvider",
            (count(*) filter (where confirmation = 'EMAIL'))::int as "byMailbox",
            (count(*) filter (where confirmation is null))::int as "notConfirmed"
       from remark where discussion_id = $1`,
    [discussionId],
  );
  return row ?? { bySignature: 0, byProvider: 0, byMailbox: 0, notConfirmed: 0 };
}
