import { Database, Transactions } from '#lib/database';
import { instant } from '#lib/kernel';
import { createTestDatabase, startTestBed, type TestBed, type TestDatabase } from '#lib/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { defineEvent } from './event.js';
import { defineJob } from './job.js';
import { JobConsumer } from './job-consumer.js';
import { assertOneProcessorEach, JobWorkers } from './job-workers.js';
import { JobsModule } from './jobs.module.js';
import { migrateQueue } from './migrate-queue.js';
import { Outbox } from './outbox.js';
import { OutboxAlarms } from './outbox-alarms.js';
import { OutboxRelay } from './outbox-relay.js';
import { QueueConnection } from './queue-connection.js';

const rang = defineEvent<{ bell: string }>('test.rang');
const countBell = defineJob<{ bell: string }>('procedure', 'count-bell');
const breakBell = defineJob<{ bell: string }>('mail', 'break-bell');
const ringLong = defineJob<{ bell: string }>('grouping', 'ring-long');
const routes = { 'test.rang': [countBell], 'test.broke': [breakBell], 'test.long': [ringLong] };

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('waited 10 s in vain');
}

describe('outbox and queue', () => {
  let database: TestDatabase;
  let bed: TestBed;
  let url: string;
  const counted: string[] = [];
  /** What the long work meets: somebody else at it, a fault half way, or a free way to its end. */
  let met: 'somebody else' | 'a fault' | 'nothing' = 'somebody else';
  const tryLong = (bell: string): boolean => {
    counted.push(`${bell} met ${met}`);
    if (met === 'a fault') throw new Error('broken half way');
    return met === 'nothing';
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    url = process.env['TALQY_TEST_QUEUE_URL'] ?? database.url;
    await migrateQueue(url);
    const prefix = new URL(database.url).pathname.slice(1);
    bed = await startTestBed({ database, imports: [JobsModule.forWorker({ url, prefix })] });
    bed.get(JobWorkers).start(
      [
        { job: countBell, process: async ({ bell = '' }) => void counted.push(bell) },
        {
          job: breakBell,
          process: async (_, tx) => {
            await tx.query(`insert into worker_heartbeat (id) values ('half-written')`);
            throw new Error('the bell is broken');
          },
        },
        { job: ringLong, work: ({ bell = '' }) => Promise.resolve(tryLong(bell)) },
      ],
      [countBell.job, breakBell.job, ringLong.job],
    );
  });
  afterAll(async () => {
    await bed.stop();
    await database.drop();
  });
  beforeEach(() => {
    counted.splice(0);
  });

  const emit = (bell: string, notBefore?: string) =>
    bed
      .get(Transactions)
      .run((tx) => bed.get(Outbox).emit(tx, rang, { bell }, notBefore ? instant(notBefore) : undefined));
  const relay = () => bed.get(OutboxRelay).run(routes);
  const undone = async () =>
    (await bed.get(Database).query('select from outbox_job where done_at is null and parked_at is null')).length;

  it('carries an event to its job once, however often it is sent', async () => {
    await emit('one');
    await relay();
    await bed.get(Database).query('update outbox_job set available_at = clock_timestamp() where done_at is null');
    await relay();
    await until(async () => (await undone()) === 0);
    expect(counted).toEqual(['one']);
  });

  it('sends a job that the queue lost again', async () => {
    await emit('lost');
    await bed.get(OutboxRelay).run({ 'test.rang': [{ job: countBell.job, queue: 'report' }] });
    await bed.get(QueueConnection).queue('report').obliterate({ force: true });
    await bed.get(Database).query('update outbox_job set available_at = clock_timestamp() where done_at is null');
    await relay();
    await until(async () => (await undone()) === 0);
    expect(counted).toEqual(['lost']);
  });

  it('holds a job back until its time by the database clock', async () => {
    await emit('tomorrow', '2999-01-01T00:00:00Z');
    expect(await relay()).toBe(0);
    expect(counted).toEqual([]);
    await bed.get(Database).query('update outbox_job set done_at = clock_timestamp() where done_at is null');
  });

  it('sends a closing behind a flood of mail without waiting for the flood', async () => {
    const flood = Array.from({ length: 650 }, (_, index) => ({ bell: String(index) }));
    await bed.get(Transactions).run((tx) => bed.get(Outbox).emitMany(tx, { event: 'test.flood' }, flood));
    await emit('urgent');
    await bed.get(OutboxRelay).run({ 'test.rang': [countBell], 'test.flood': [{ job: 'nobody', queue: 'mail' }] });
    const [urgent] = await bed
      .get(Database)
      .query<{ attempts: number }>(`select attempts from outbox_job where data ->> 'bell' = 'urgent'`);
    expect(urgent).toEqual({ attempts: 1 });
    await until(async () => counted.includes('urgent'));
    await bed.get(Database).query(`update outbox_job set done_at = clock_timestamp() where job = 'nobody'`);
    await bed.get(Database).query(`update outbox_event set routed_at = clock_timestamp() where event = 'test.flood'`);
  });

  it('keeps nothing of an event that was rolled back', async () => {
    const work = bed.get(Transactions).run(async (tx) => {
      await bed.get(Outbox).emit(tx, rang, { bell: 'never' });
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await relay()).toBe(0);
  });

  it('undoes a failed effect, notes why, and parks the job in the end', async () => {
    await bed.get(Transactions).run((tx) => bed.get(Outbox).emit(tx, { event: 'test.broke' }, { bell: 'x' }));
    await relay();
    await until(async () => (await bed.get(Database).query('select from outbox_job where failures > 0')).length === 1);
    expect(await bed.get(Database).query('select from worker_heartbeat')).toHaveLength(0);
    const [job] = await bed
      .get(Database)
      .query<{ id: string; last_error: string }>('select id, last_error from outbox_job where failures > 0');
    expect(job?.last_error).toContain('the bell is broken');
    await bed.get(Database).query('update outbox_job set failures = 11 where failures > 0');
    const fail = () => Promise.reject(new Error('still broken'));
    await expect(bed.get(JobConsumer).consume(job?.id ?? '', fail)).rejects.toThrow('still broken');
    expect(await bed.get(Database).query('select from outbox_job where parked_at is not null')).toHaveLength(1);
  });

  it('carries out long work outside of any transaction, again until it is done, and then no more', async () => {
    await bed.get(Transactions).run((tx) => bed.get(Outbox).emit(tx, { event: 'test.long' }, { bell: 'long' }));
    const job = async () =>
      (
        await bed
          .get(Database)
          .query<{ failures: number; isDone: boolean; last_error: string | null }>(
            `select failures, done_at is not null as "isDone", last_error from outbox_job where job = 'ring-long'`,
          )
      )[0];
    const again = () =>
      bed.get(Database).query('update outbox_job set available_at = clock_timestamp() where done_at is null');
    await relay();
    await until(async () => counted.length === 1);
    expect(await job()).toEqual({ failures: 0, isDone: false, last_error: null });
    met = 'a fault';
    await until(async () => (await again(), await relay(), ((await job())?.failures ?? 0) > 0));
    expect(await job()).toMatchObject({ isDone: false, last_error: 'Error: broken half way' });
    met = 'nothing';
    await until(async () => (await again(), await relay(), (await job())?.isDone ?? false));
    expect(new Set(counted)).toEqual(new Set(['long met somebody else', 'long met a fault', 'long met nothing']));
    const [{ id }] = (await bed.get(Database).query(`select id from outbox_job where job = 'ring-long'`)) as [
      { id: string },
    ];
    expect(await bed.get(JobConsumer).consumeLong(id, () => Promise.reject(new Error('done twice')))).toBe('skipped');
  });

  it('leaves what it has no route for to a worker that knows it, and names it with what is parked', async () => {
    await bed.get(Transactions).run((tx) => bed.get(Outbox).emit(tx, { event: 'test.newer' }, { bell: 'x' }));
    await emit('of a newer worker');
    await bed.get(OutboxRelay).run({ ...routes, 'test.rang': [{ job: 'newer-job', queue: 'report' }] });
    expect(await relay()).toBe(0);
    expect(await bed.get(OutboxAlarms).list(routes)).toEqual([
      { alarm: 'event-without-route', name: 'test.newer', count: 1, lastError: null },
      { alarm: 'job-parked', name: 'break-bell', count: 1, lastError: 'Error: still broken' },
      { alarm: 'job-without-route', name: 'newer-job', count: 1, lastError: null },
    ]);
    await bed.get(OutboxRelay).run({ 'test.newer': [countBell] });
    await until(async () => counted.includes('x'));
    await bed.get(Database).query('update outbox_job set done_at = clock_timestamp() where done_at is null');
    expect(await bed.get(OutboxAlarms).list(routes)).toEqual([]);
  });

  it('refuses to start with a job that has no processor, or two', () => {
    const processor = { job: countBell, process: () => Promise.resolve() };
    expect(() => assertOneProcessorEach([], ['count-bell'])).toThrow('count-bell: no processor');
    expect(() => assertOneProcessorEach([processor, processor], ['count-bell'])).toThrow('count-bell: two processors');
    expect(() => assertOneProcessorEach([processor], ['count-bell'])).not.toThrow();
  });
});
