import { Database, type Queryable, type Transaction } from '#lib/database';
import { newId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { GroupingRun, RunStage } from '../../domain/grouping/grouping-run.js';

export interface ClaimedRun {
  readonly discussionId: string;
  /** Standing remarks of the discussion. */
  readonly total: number;
}

const columns = `id, state, stage, done, total, requested_at as "requestedAt", finished_at as "finishedAt"`;

/** The rows that say how far a search is. */
@Injectable()
export class GroupingRuns {
  constructor(private readonly database: Database) {}

  /** @returns the id of a new run; undefined when one is waiting or at work already */
  async add(tx: Transaction, discussionId: string, by: string): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }>(
      `insert into grouping_run (id, discussion_id, state, stage, requested_by) values ($1, $2, 'RUNNING', 'WAITING', $3)
       on conflict (discussion_id) where state = 'RUNNING' do nothing returning id`,
      [newId(), discussionId, by],
    );
    return row?.id;
  }

  /** The newest run of a discussion. */
  async latest(q: Queryable, discussionId: string): Promise<GroupingRun | undefined> {
    const [row] = await q.query<GroupingRun>(
      `select ${columns} from grouping_run where discussion_id = $1 order by requested_at desc limit 1`,
      [discussionId],
    );
    return row;
  }

  /** The discussion a run is about, with the key of its lock; undefined for an unknown run. */
  async lockKeyOf(runId: string): Promise<number | undefined> {
    const [row] = await this.database.query<{ no: number }>(
      'select s.no from grouping_run g join discussion s on s.id = g.discussion_id where g.id = $1',
      [runId],
    );
    return row?.no;
  }

  /**
   * Starts a run (again) from its beginning; undefined when it is done, a newer one was asked for, or remarks are grouped no more,
   * which ends it.
   */
  async claim(runId: string): Promise<ClaimedRun | undefined> {
    await this.database.query(
      `update grouping_run set state = 'FAILED', finished_at = clock_timestamp(), error = 'the report is signed'
        where id = $1 and state = 'RUNNING' and not grouping_is_open(discussion_id)`,
      [runId],
    );
    const [row] = await this.database.query<ClaimedRun>(
      `update grouping_run g
          set state = 'RUNNING', stage = 'READING', done = 0, started_at = clock_timestamp(), finished_at = null, error = null,
              total = (select count(*) from remark r where r.discussion_id = g.discussion_id and r.state = 'RECEIVED')
        where g.id = $1 and g.state <> 'DONE' and grouping_is_open(g.discussion_id)
          and not exists (select from grouping_run n where n.discussion_id = g.discussion_id and n.requested_at > g.requested_at)
        returning discussion_id as "discussionId", total`,
      [runId],
    );
    return row;
  }

  async progress(q: Queryable, runId: string, stage: RunStage, done: number, total?: number): Promise<void> {
    await q.query('update grouping_run set stage = $2, done = $3, total = coalesce($4, total) where id = $1', [
      runId,
      stage,
      done,
      total ?? null,
    ]);
  }

  /** In the transaction that publishes what was found. */
  async finish(tx: Transaction, runId: string): Promise<void> {
    await tx.query(`update grouping_run set state = 'DONE', finished_at = clock_timestamp() where id = $1`, [runId]);
  }

  async fail(runId: string, reason: string): Promise<void> {
    await this.database.query(
      `update grouping_run set state = 'FAILED', finished_at = clock_timestamp(), error = left($2, 500)
        where id = $1 and state = 'RUNNING'`,
      [runId, reason],
    );
  }
}
