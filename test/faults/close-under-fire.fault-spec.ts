import type { ChildProcess } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { type Balance, balanceOf } from './balance.js';
import { discussionAboutToClose } from './discussion-about-to-close.js';
import { emptyQueue } from './empty-queue.js';
import { end, type Installation, startInstallation } from './installation.js';
import { writeAcrossClose } from './writers.js';

const WRITERS = 50;
const DRAIN_SECONDS = 2;
const BEFORE_CLOSE_SECONDS = 2;
const AFTER_CLOSE_MS = 1_500;
const ROUNDS = Number(process.env['TALQY_FAULT_ROUNDS'] ?? 20);
const MINUTES = 60_000;

interface Fault {
  readonly rounds: number;
  readonly skews: readonly number[];
  /** Done while the writers write and the close comes; may hand back another worker. */
  readonly strike?: (installation: Installation, worker: ChildProcess) => Promise<ChildProcess>;
}

const faults: Record<string, Fault> = {
  nothing: { rounds: ROUNDS, skews: [0, 0] },
  'the worker is killed at the close and another starts': {
    rounds: Math.ceil(ROUNDS / 5),
    skews: [0, 0],
    strike: async (installation, worker) => {
      await end(worker, 'SIGKILL');
      return installation.startWorker();
    },
  },
  'the queue is emptied again and again': {
    rounds: Math.ceil(ROUNDS / 5),
    skews: [0, 0],
    strike: async ({ queueUrl, database }, worker) => {
      for (let turn = 0; turn < 10; turn += 1) await emptyQueue(queueUrl, database);
      return worker;
    },
  },
  'one portal is ten minutes ahead, the other ten minutes behind': {
    rounds: Math.ceil(ROUNDS / 5),
    skews: [10 * MINUTES, -10 * MINUTES],
  },
};

async function reported(installation: Installation, discussionId: string): Promise<void> {
  for (let attempt = 0; attempt < 900; attempt += 1) {
    const rows = await installation.database.query(
      `select from report where discussion_id = $1 and state = 'ASSEMBLED'`,
      [discussionId],
    );
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('no report within 90 s');
}

async function round(
  installation: Installation,
  worker: ChildProcess,
  { strike }: Fault,
): Promise<[Balance, ChildProcess]> {
  const closing = await discussionAboutToClose(installation.database, BEFORE_CLOSE_SECONDS, DRAIN_SECONDS);
  const until = Date.now() + BEFORE_CLOSE_SECONDS * 1_000 + AFTER_CLOSE_MS;
  const writing = writeAcrossClose(installation.portals, closing.discussionId, WRITERS, until);
  await new Promise((resolve) => setTimeout(resolve, BEFORE_CLOSE_SECONDS * 1_000));
  const after = (await strike?.(installation, worker)) ?? worker;
  const written = await writing;
  await reported(installation, closing.discussionId);
  expect(written.other).toEqual({});
  return [await balanceOf(installation.database, closing, written), after];
}

describe('a discussion closes under fire', () => {
  it.each(Object.entries(faults))(
    'while %s: all acknowledged are on time and reported, none late is in (REQ-34)',
    async (name, fault) => {
      const installation = await startInstallation({ portalSkews: fault.skews, drainSeconds: DRAIN_SECONDS });
      const balances: Balance[] = [];
      try {
        let worker = await installation.startWorker();
        for (let index = 0; index < fault.rounds; index += 1) {
          const [balance, next] = await round(installation, worker, fault);
          balances.push(balance);
          worker = next;
        }
      } finally {
        await installation.stop();
        process.stdout.write(
          `\n${name}: ${WRITERS} writers, ${fault.skews.length} portals, ${balances.length} rounds\n`,
        );
        console.table(balances);
      }
      for (const balance of balances) {
        expect(balance).toMatchObject({
          acknowledgedLate: 0,
          acknowledgedButNotStored: 0,
          acknowledgedButNotReported: 0,
          lateInReport: 0,
          closings: 1,
          reported: balance.acknowledged,
        });
        expect(balance.acknowledged).toBeGreaterThan(0);
        expect(balance.refusedLate).toBeGreaterThan(0);
      }
    },
  );
});
