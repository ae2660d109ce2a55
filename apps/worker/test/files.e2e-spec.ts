import { Database } from '#lib/database';
import { StoredFiles } from '#lib/files';
import { migrateQueue } from '#lib/jobs';
import { loadSettings } from '#lib/settings';
import { createTestDatabase, type TestDatabase, testKeyFile } from '#lib/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ClamdServer, eicar, plantedJpeg, startClamd } from '../../../libs/files/src/testing/index.js';
import { createWorker, type Worker } from '../src/create-worker.js';
import { until } from './until.js';

describe('uploads and the worker', () => {
  let database: TestDatabase;
  let clamd: ClamdServer;
  let worker: Worker;

  beforeEach(async () => {
    database = await createTestDatabase();
    const queueUrl = process.env['TALQY_TEST_QUEUE_URL'] ?? database.url;
    await migrateQueue(queueUrl);
    clamd = await startClamd();
    worker = await createWorker(
      loadSettings({
        DATABASE_URL: database.url,
        QUEUE_URL: queueUrl,
        CLAMAV_URL: clamd.url,
        TALQY_SECRET: 'a secret of the worker suite, long enough',
        TALQY_KEYS: testKeyFile(),
        LOG_LEVEL: 'silent',
        PUBLIC_URL: 'https://talqy.test',
        INTAKE_PROBE: 'off',
      }),
    );
  });
  afterEach(async () => {
    await worker.stop();
    await clamd.stop();
    await database.drop();
  });

  const put = (content: Buffer) =>
    worker.app
      .get(StoredFiles, { strict: false })
      .put(worker.app.get(Database, { strict: false }), {
        purpose: 'ATTACHMENT',
        name: 'a.jpg',
        mediaType: 'image/jpeg',
        content,
      })
      .then(({ id }) => id);
  const stateOf = async (id: string) =>
    (await database.query<{ state: string }>('select check_state as state from stored_file where id = $1', [id]))[0]
      ?.state;
  const scanner = async () =>
    ((await (await fetch(`http://127.0.0.1:${worker.healthPort}/health/ready`)).json()) as { scanner: string }).scanner;

  it('are scanned and cleaned when they have come, and kept from everybody with malware', async () => {
    const [clean, infected] = [await put(plantedJpeg()), await put(Buffer.concat([plantedJpeg(), Buffer.from(eicar)]))];
    await until(async () => (await stateOf(clean)) === 'CLEAN' && (await stateOf(infected)) === 'QUARANTINED');
    await until(async () => (await scanner()) === 'up');
  });

  it('wait while the scanner is away, are asked for again, and are never parked', async () => {
    clamd.behave('hang-up');
    const id = await put(plantedJpeg());
    const job = async () =>
      (
        await database.query<{ attempts: number; done: boolean; parked: boolean; failures: number }>(
          `select attempts, done_at is not null as done, parked_at is not null as parked, failures from outbox_job where job = 'check-file'`,
        )
      )[0];
    await until(async () => ((await job())?.attempts ?? 0) >= 1);
    for (let again = 2; again <= 3; again += 1) {
      await database.query('update outbox_job set available_at = clock_timestamp()');
      await until(async () => ((await job())?.attempts ?? 0) >= again);
    }
    expect(await stateOf(id)).toBe('WAITING');
    expect(await job()).toMatchObject({ done: false, parked: false, failures: 0 });
    clamd.behave(undefined);
    // The minute after which the queue asks again is not waited for.
    await until(async () => {
      await database.query('update outbox_job set available_at = clock_timestamp() where done_at is null');
      return (await stateOf(id)) === 'CLEAN';
    });
    await until(async () => (await job())?.done ?? false);
  });
});
