import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '#lib/database';
import type { EventDefinition, Route } from '#lib/jobs';
import type { Context } from '../command-line/context.js';
import { Refusal } from '../command-line/refusal.js';

type Ids = Record<string, string>;

interface JobRow {
  readonly isDone: boolean;
  readonly error: string | null;
}

/** How long a job may take, from the outbox through the queue to its end. */
const PATIENCE_MS = 180_000;
/** A job that failed so often has a fault no waiting mends. */
const FAILURES = 3;

/** Waits until the job that the event about this discussion started is done. */
export async function awaitJob(
  context: Context,
  event: Pick<EventDefinition<Ids>, 'event'>,
  job: Pick<Route, 'job'>,
  discussionId: string,
): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 200) {
    const row = await newestJob(context, { event: event.event, job: job.job, discussionId });
    if (row?.isDone) return;
    if (row?.error) throw new Refusal(`The job ${job.job} fails: ${row.error}`);
    await sleep(200);
  }
  throw new Refusal(
    `The job ${job.job} was not done within ${PATIENCE_MS / 1000} seconds; \`talqy doctor\` tells more.`,
  );
}

async function newestJob(context: Context, { event, job, discussionId }: Ids): Promise<JobRow | undefined> {
  const [row] = await context.get(Database).query<JobRow>(
    `select j.done_at is not null as "isDone", case when j.failures >= ${FAILURES} then j.last_error end as error
       from outbox_event e join outbox_job j on j.event_id = e.id and j.job = $2
      where e.event = $1 and e.data ->> 'discussionId' = $3
      order by e.created_at desc limit 1`,
    [event, job, discussionId],
  );
  return row;
}
