import type { Transaction } from '#lib/database';
import { Injectable } from '@nestjs/common';

/** One fact that several remarks have in common: an e-mail address, a BIN or a name. */
export interface SharedKey {
  /** Ids of the remarks, in the order of arrival. */
  readonly remarks: readonly string[];
}

/** What comes on line is one way; letter, desk, e-mail and import are one each. */
const WAY = `case when r.intake_channel in ('PORTAL', 'API') then 'ONLINE' else r.intake_channel end`;
/** SQL of what tells one sender from another, from `sealed_sender w` and `remark r`: address, BIN, full name, else the remark itself. */
export const SENDER_OF = 'coalesce(w.email_index, w.bin_index, w.name_index, uuid_send(r.id))';

@Injectable()
export class SameSenders {
  /**
   * REQ-43: what remarks in no group that came by different ways have in common of their senders. For officials only: neither
   * names nor contacts are opened: equal ones have one blind index.
   */
  async keys(tx: Transaction, discussionId: string): Promise<readonly SharedKey[]> {
    if (!(await this.cameByOtherWays(tx, discussionId))) return [];
    return tx.query<SharedKey>(
      `with keyed as materialized (
         select r.id, r.received_at, ${WAY} as way, k.key
           from remark r
           join sealed_sender w on w.subject_id = r.id
           cross join lateral (values (w.email_index), (w.bin_index), (w.name_index)) as k (key)
          where r.discussion_id = $1 and r.state = 'RECEIVED' and k.key is not null
            and not exists (select from remark_group_member m where m.remark_id = r.id and m.left_at is null)
       )
       select array_agg(id order by received_at, id) as remarks
         from keyed
        where key in (select key from keyed where way <> 'ONLINE')
        group by key
       having count(distinct way) > 1
        order by min(received_at)`,
      [discussionId],
    );
  }

  private async cameByOtherWays(tx: Transaction, discussionId: string): Promise<boolean> {
    const [row] = await tx.query<{ ways: number }>(
      `select count(distinct ${WAY}) as ways from remark r where r.discussion_id = $1 and r.state = 'RECEIVED'`,
      [discussionId],
    );
    return (row?.ways ?? 0) > 1;
  }
}
