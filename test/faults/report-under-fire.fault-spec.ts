import { createHash } from 'node:crypto';
import type { ChildProcess } from 'node:child_process';
import { insertDiscussion, type TestDatabase } from '#lib/testing';
import { describe, expect, it } from '@jest/globals';
import { emptyQueue } from './empty-queue.js';
import { end, type Installation, startInstallation } from './installation.js';

const REMARKS = 400;
/** Steps of the plan at which the worker dies: the data, a workbook, a PDF. */
const FATAL_STEPS = [1, 5, 11];

interface Step {
  readonly ordinal: number;
  readonly state: string;
}

const steps = (database: TestDatabase) =>
  database.query<Step>('select ordinal, state from report_step order by ordinal');

async function until(seconds: number, condition: () => Promise<boolean>): Promise<void> {
  const latest = Date.now() + seconds * 1_000;
  while (Date.now() < latest) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`waited ${seconds} s in vain`);
}

const isAssembled = async (database: TestDatabase) =>
  (await database.query(`select from report where state = 'ASSEMBLED'`)).length === 1;

/** A worker dies in the middle of a step; another takes the run up. */
async function killAt(ordinal: number, installation: Installation, worker: ChildProcess): Promise<ChildProcess> {
  const isAtIt = async () =>
    (await steps(installation.database)).some((step) => step.ordinal === ordinal && step.state === 'RUNNING');
  await until(200, isAtIt);
  await end(worker, 'SIGKILL');
  return installation.startWorker();
}

/** Every document whole, told by its own hash; no file that belongs to none. */
async function documentsOf(database: TestDatabase) {
  const files = await database.query<{ format: string; language: string; sha256: string; content: Buffer }>(
    `select g.format, g.language, encode(g.sha256, 'hex') as sha256,
            coalesce(f.content, (select string_agg(c.content, ''::bytea order by c.ordinal) from stored_file_chunk c where c.file_id = g.file_id)) as content
       from report_rendering g join stored_file f on f.id = g.file_id`,
  );
  const broken = files.filter(({ sha256, content }) => createHash('sha256').update(content).digest('hex') !== sha256);
  const [stray] = await database.query<{ count: number }>(
    `select count(*)::int as count from stored_file f
      where not exists (select from report_rendering g where g.file_id = f.id)
        and not exists (select from remark_attachment a where a.file_id = f.id)`,
  );
  return { documents: files.length, broken: broken.length, stray: stray?.count };
}

async function reported(strike: (installation: Installation, worker: ChildProcess) => Promise<unknown>) {
  const installation = await startInstallation({ portalSkews: [], drainSeconds: 1 });
  try {
    const { database } = installation;
    await insertDiscussion(database, { remarks: REMARKS });
    await strike(installation, await installation.startWorker());
    await until(300, () => isAssembled(database));
    const remarks = await database.query('select from report_remark');
    const runs = await database.query<{ state: string }>('select state from report_run');
    return { remarks: remarks.length, runs: runs.map(({ state }) => state), ...(await documentsOf(database)) };
  } finally {
    await installation.stop();
  }
}

const whole = { remarks: REMARKS, runs: ['DONE'], documents: 11, broken: 0, stray: 0 };

describe('a report is made under fire', () => {
  it('while its worker is killed again and again: whole, once, and without a half file (REQ-68)', async () => {
    const result = await reported(async (installation, first) => {
      let worker = first;
      for (const ordinal of FATAL_STEPS) worker = await killAt(ordinal, installation, worker);
    });
    expect(result).toEqual(whole);
  });

  it('while the queue is emptied again and again: whole and once', async () => {
    const result = await reported(async ({ queueUrl, database }) => {
      for (let turn = 0; turn < 40 && !(await isAssembled(database)); turn += 1) {
        await emptyQueue(queueUrl, database);
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    });
    expect(result).toEqual(whole);
  });
});
