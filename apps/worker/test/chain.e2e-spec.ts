import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateQueue } from '#lib/jobs';
import { SecurityCounts } from '#lib/security-events';
import { loadSettings } from '#lib/settings';
import { createTestDatabase, type TestDatabase, testKeyFile } from '#lib/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createWorker, type Worker } from '../src/create-worker.js';
import { ChainWatch } from '../src/ledger/chain-watch.js';
import { until } from './until.js';

describe('the chain of the ledger is verified every day (REQ-115)', () => {
  let database: TestDatabase;
  let home: string;
  let workers: Worker[];

  const start = async () => {
    const worker = await createWorker(
      loadSettings({
        DATABASE_URL: database.url,
        QUEUE_URL: process.env['TALQY_TEST_QUEUE_URL'] ?? database.url,
        TALQY_SECRET: 'a secret of the worker suite, long enough',
        TALQY_KEYS: testKeyFile(),
        TALQY_HOME: home,
        LOG_LEVEL: 'fatal',
        PUBLIC_URL: 'https://talqy.test',
        INTAKE_PROBE: 'off',
      }),
    );
    workers.push(worker);
    return worker;
  };
  const look = () => Promise.all(workers.map(({ app }) => app.get(ChainWatch).look()));
  const kept = () => database.query('select actor, fault from ledger_verification order by at');
  /** A worker looks by itself as it starts, and no second time beside that. */
  const verified = async (times: number) => {
    await look();
    await until(async () => (await kept()).length >= times);
  };
  const unsealed = () => database.query('select from ledger_entry where sequence is null');
  const pass = async (hours: number, meanwhile = 'select') => {
    for (const table of ['ledger_entry', 'ledger_verification'])
      await database.query(`alter table ${table} disable trigger user`);
    await database.query(`update ledger_verification set at = at - interval '${hours} hours'`);
    await database.query(meanwhile);
    for (const table of ['ledger_entry', 'ledger_verification'])
      await database.query(`alter table ${table} enable trigger user`);
  };

  beforeEach(async () => {
    database = await createTestDatabase();
    await migrateQueue(process.env['TALQY_TEST_QUEUE_URL'] ?? database.url);
    home = await mkdtemp(join(tmpdir(), 'talqy-worker-'));
    workers = [];
    await database.query(
      `insert into ledger_entry (id, actor, act, subject_kind, subject_id, data)
       select gen_random_uuid(), 'citizen', 'remark.received', 'remark', gen_random_uuid(), '{}' from generate_series(1, 3)`,
    );
  });
  afterEach(async () => {
    for (const worker of workers) await worker.stop();
    await rm(home, { recursive: true, force: true });
    await database.drop();
  });

  it('once however many workers look, and again when the day is over', async () => {
    await start();
    await start();
    await until(async () => (await unsealed()).length === 0);
    await verified(1);
    await look();
    expect(await kept()).toEqual([{ actor: 'system:worker', fault: null }]);
    await pass(25);
    await verified(2);
    expect(await kept()).toHaveLength(2);
  });

  it('and a broken one is counted as an event that raises an alarm', async () => {
    const { app } = await start();
    await until(async () => (await unsealed()).length === 0);
    await verified(1);
    await pass(25, `update ledger_entry set actor = 'nobody' where sequence = 1`);
    await verified(2);
    expect(await kept()).toEqual([expect.anything(), { actor: 'system:worker', fault: 'content' }]);
    await app.get(SecurityCounts, { strict: false }).tell();
    await until(async () => {
      const alarms = await database.query(`select from security_alarm where kind = 'ledger-broken'`);
      return alarms.length === 1;
    });
  });
});
