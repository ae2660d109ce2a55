import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '#lib/database';
import { projectRoot, type Settings } from '#lib/settings';
import type { Context } from '../command-line/context.js';
import { Refusal } from '../command-line/refusal.js';

const STOP_MS = 20_000;
const START_MS = 60_000;

export interface WorkerAtHand {
  /** Whether this command started it, and so ends it. */
  readonly isOwn: boolean;
  stop(): Promise<void>;
}

const alive = `select from worker_heartbeat where seen_at > clock_timestamp() - interval '15 seconds' limit 1`;

/** The worker that carries out the jobs: one that lives already, else one of our own for as long as the command runs. */
export async function workerAtHand(context: Context, settings: Settings): Promise<WorkerAtHand> {
  const database = context.get(Database);
  const lives = async () => (await database.query(alive)).length > 0;
  if (await lives()) return { isOwn: false, stop: async () => undefined };
  const main = join(projectRoot(), 'dist/apps/worker/src/main.js');
  if (!existsSync(main)) throw new Refusal('No worker lives and none is built: run `npm run build`, or start one.');
  const child = spawn(process.execPath, [main], { env: environmentOf(settings), stdio: ['ignore', 'ignore', 'pipe'] });
  const errors: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString('utf8')));
  for (let waited = 0; !(await lives()); waited += 200) {
    if (hasEnded(child)) throw new Refusal(`The worker ended at once: ${errors.join('').trim()}`);
    if (waited > START_MS) {
      await end(child);
      throw new Refusal('The worker did not come to life within a minute.');
    }
    await sleep(200);
  }
  return { isOwn: true, stop: () => end(child) };
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

/** Asks the process to finish what it does; after twenty seconds it has to go. */
async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(late);
}

/** The worker sees the same database, queue, home and mail as this command; any free port for its health. */
const environmentOf = (settings: Settings): Record<string, string> => ({
  DATABASE_URL: settings.databaseUrl,
  MIGRATION_DATABASE_URL: settings.migrationDatabaseUrl,
  QUEUE_URL: settings.queueUrl,
  PUBLIC_URL: settings.publicUrl,
  TALQY_SECRET: settings.secret,
  TALQY_KEYS: settings.keyFile,
  TALQY_HOME: settings.home,
  MAIL_FROM: settings.mailFrom,
  ...(settings.smtpUrl === undefined ? {} : { SMTP_URL: settings.smtpUrl }),
  DRAIN_SECONDS: String(settings.drainSeconds),
  NODE_ENV: settings.nodeEnv,
  LOG_LEVEL: 'warn',
  HEALTH_PORT: '0',
  // No portal belongs to this command: its silence is no outage.
  INTAKE_PROBE: 'off',
});
