import { Database, type Transaction, Transactions } from '#lib/database';
import { newId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { type JobDefinition, type QueueName, queueNames } from './job.js';
import { QueueConnection } from './queue-connection.js';

export type Route = Pick<JobDefinition<Record<string, string>>, 'job' | 'queue'>;
/** Event name → the jobs it starts. An event nobody listens to has an empty list, deliberately. */
export type OutboxRoutes = Readonly<Record<string, readonly Route[]>>;

interface PendingJob {
  readonly id: string;
  readonly job: string;
  readonly data: Record<string, string>;
}

/** A sent job that is not done after this long is sent again. */
const RESEND_AFTER = '60 seconds';
const BATCH = 100;

@Injectable()
export class OutboxRelay {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly connection: QueueConnection,
  ) {}

  /**
   * Gives new events their jobs and rings the queue for due jobs. Any number of workers may run it at once. What has no route
   * here is left for a worker that knows it: `OutboxAlarms` names it meanwhile.
   * @returns how many jobs were sent
   */
  async run(routes: OutboxRoutes): Promise<number> {
    const isMailOnly = (event: string) =>
      routes[event]?.length !== 0 && routes[event]?.every(({ queue }) => queue === 'mail');
    const events = Object.keys(routes);
    // A flood of receipts never holds up a closing: mail is routed after, and each queue has its own share.
    for (const names of [events.filter((event) => !isMailOnly(event)), events.filter(isMailOnly)]) {
      await this.transactions.run((tx) => this.route(tx, routes, names));
    }
    let sent = 0;
    for (const queue of queueNames) sent += await this.send(queue, jobsOf(routes, queue));
    return sent;
  }

  private async route(tx: Transaction, routes: OutboxRoutes, names: readonly string[]): Promise<void> {
    const events = await tx.query<{ id: string; event: string; not_before: string | null; data: unknown }>(
      `select id, event, not_before, data from outbox_event where routed_at is null and event = any($1::text[])
        order by created_at limit 500 for update skip locked`,
      [names],
    );
    const jobs = events.flatMap(({ id, event, not_before, data }) =>
      (routes[event] ?? []).map(({ job }) => ({ id: newId(), event_id: id, job, data, available_at: not_before })),
    );
    if (jobs.length > 0) {
      await tx.query(
        `insert into outbox_job (id, event_id, job, data, available_at)
         select id, event_id, job, data, coalesce(available_at, clock_timestamp())
           from jsonb_to_recordset($1) as j (id uuid, event_id uuid, job text, data jsonb, available_at timestamptz)
         on conflict do nothing`,
        [JSON.stringify(jobs)],
      );
    }
    if (events.length > 0) {
      await tx.query('update outbox_event set routed_at = clock_timestamp() where id = any($1::uuid[])', [
        events.map(({ id }) => id),
      ]);
    }
  }

  private async send(queue: QueueName, names: readonly string[]): Promise<number> {
    const due = await this.database.query<PendingJob>(
      `update outbox_job set available_at = clock_timestamp() + interval '${RESEND_AFTER}', attempts = attempts + 1
        where id in (select id from outbox_job where done_at is null and parked_at is null and available_at <= clock_timestamp()
                        and job = any($1::text[]) order by available_at limit ${BATCH} for update skip locked)
        returning id, job, data`,
      [names],
    );
    if (due.length > 0) {
      await this.connection
        .queue(queue)
        .addBulk(due.map(({ id, job, data }) => ({ name: job, data, opts: { jobId: id } })));
    }
    return due.length;
  }
}

function jobsOf(routes: OutboxRoutes, queue: QueueName): string[] {
  const jobs = Object.values(routes)
    .flat()
    .filter((route) => route.queue === queue);
  return [...new Set(jobs.map(({ job }) => job))];
}
