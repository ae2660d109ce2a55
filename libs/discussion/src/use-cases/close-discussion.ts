import { type Transaction, Transactions } from '#lib/database';
import { Procedures } from '#lib/drafting';
import { Outbox } from '#lib/jobs';
import { type Instant, system } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { discussionClosed } from '../events.js';
import { DrainSeconds } from '../drain.js';
import { lockAlone } from '../persistence/locked-discussion.js';

/** `not-due`: the term, with the drain after it, is not over. `settled`: closed before, or withdrawn. */
export type Closing = 'closed' | 'not-due' | 'settled';

/** R8.2, REQ-27: carries out a close that the instants have decided already. */
@Injectable()
export class CloseDiscussion {
  constructor(
    private readonly transactions: Transactions,
    private readonly procedures: Procedures,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly drain: DrainSeconds,
  ) {}

  /** Any number of workers may call this, at any time: one of them closes, once. */
  execute(discussionId: string): Promise<Closing> {
    return this.transactions.run((tx) => this.within(tx, discussionId));
  }

  /**
   * The state flips only when `close_at` + drain has passed by the database clock, when no ticket given before the close is still
   * good (REQ-47), and only after every intake that shares the
   * discussion's lock has committed: nothing acknowledged can be missed, nothing late can slip in.
   * @throws DiscussionNotFound
   */
  async within(tx: Transaction, discussionId: string): Promise<Closing> {
    const discussion = await lockAlone(tx, discussionId);
    if (discussion.state !== 'OPEN') return 'settled';
    const [closed] = await tx.query<{ closedAt: Instant; closeAt: Instant; onTime: number; late: number }>(
      `update discussion d set state = 'CLOSED', closed_at = clock_timestamp()
        where id = $1 and state = 'OPEN' and close_at + $2 * interval '1 second' <= clock_timestamp()
          and coalesce(held_until <= clock_timestamp(), true)
       returning closed_at as "closedAt", close_at as "closeAt",
         (select count(*)::int from remark r where r.discussion_id = d.id) as "onTime",
         (select count(*)::int from late_arrival l where l.discussion_id = d.id) as late`,
      [discussionId, this.drain.seconds],
    );
    if (!closed) return 'not-due';
    await this.procedures.move(tx, discussion.procedureId, 'CLOSED');
    await this.ledger.record(tx, {
      actor: system('closing'),
      act: 'discussion.closed',
      subject: { kind: 'discussion', id: discussionId },
      data: closed,
    });
    await this.outbox.emit(tx, discussionClosed, { discussionId });
    return 'closed';
  }
}
