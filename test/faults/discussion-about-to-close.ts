import { newId } from '#lib/kernel';
import { insertDiscussion, type TestDatabase } from '#lib/testing';

export interface Closing {
  readonly discussionId: string;
  /** Exclusive, as the database holds it. */
  readonly closeAt: string;
}

/** An open discussion whose term ends `seconds` from now by the database clock, with its closing job waiting. */
export async function discussionAboutToClose(
  database: TestDatabase,
  seconds: number,
  drainSeconds: number,
): Promise<Closing> {
  const { discussionId } = await insertDiscussion(database, { state: 'OPEN' });
  await database.query(
    `update discussion set open_at = clock_timestamp() - interval '30 days', close_at = clock_timestamp() + $2 * interval '1 second'
      where id = $1`,
    [discussionId, seconds],
  );
  await database.query(
    `insert into outbox_event (id, event, data, not_before)
     select $1, 'discussion.due', json_build_object('discussionId', id), close_at + $3 * interval '1 second' from discussion where id = $2`,
    [newId(), discussionId, drainSeconds],
  );
  const [row] = await database.query<{ close: string }>(
    `select to_char(close_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as close from discussion where id = $1`,
    [discussionId],
  );
  return { discussionId, closeAt: row?.close ?? '' };
}
