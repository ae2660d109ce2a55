import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { migrateQueue } from '#lib/jobs';
import { createTestDatabase, type TestDatabase, testKeyFile } from '#lib/testing';

export interface Installation {
  readonly database: TestDatabase;
  readonly queueUrl: string;
  /** Base addresses of the portals. */
  readonly portals: readonly string[];
  startWorker(): Promise<ChildProcess>;
  stop(): Promise<void>;
}

export interface InstallationOptions {
  /** One portal each; how far its wall clock is off, in milliseconds. */
  readonly portalSkews: readonly number[];
  readonly drainSeconds: number;
}

const root = new URL('../../', import.meta.url);

/** Real processes from `dist`, as an operator runs them, over a database of their own. */
export async function startInstallation({ portalSkews, drainSeconds }: InstallationOptions): Promise<Installation> {
  const database = await createTestDatabase();
  const queueUrl = process.env['TALQY_TEST_QUEUE_URL'] ?? database.url;
  await migrateQueue(queueUrl);
  const children = new Set<ChildProcess>();
  const start = async (app: 'portal' | 'worker', skew = 0) => {
    const child = spawn(
      process.execPath,
      [`--import=${new URL('skewed-clock.mjs', import.meta.url).href}`, `dist/apps/${app}/src/main.js`],
      {
        cwd: root,
        env: {
          PATH: process.env['PATH'],
          NODE_ENV: 'test',
          DATABASE_URL: database.url,
          QUEUE_URL: queueUrl,
          TALQY_SECRET: 'a secret of the fault suite, long enough',
          TALQY_KEYS: testKeyFile(),
          TALQY_HOME: `/tmp/talqy-faults-${process.pid}`,
          PORT: '0',
          HEALTH_PORT: '0',
          DRAIN_SECONDS: String(drainSeconds),
          LOG_LEVEL: 'warn',
          INTAKE_PROBE: 'off',
          RATE_LIMITS: 'remark:999999999',
          PROOF_ABOVE: '0',
          TALQY_CLOCK_SKEW_MS: String(skew),
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    children.add(child);
    child.once('exit', () => children.delete(child));
    return { child, port: await announcedPort(child) };
  };
  const portals = await Promise.all(portalSkews.map((skew) => start('portal', skew)));
  return {
    database,
    queueUrl,
    portals: portals.map(({ port }) => `http://127.0.0.1:${port}`),
    startWorker: async () => (await start('worker')).child,
    stop: async () => {
      await Promise.all([...children].map((child) => end(child)));
      await database.drop();
    },
  };
}

/** An app says where it listens in one JSON line: `{"msg":"listening","port":…}`. */
async function announcedPort(child: ChildProcess): Promise<number> {
  if (!child.stdout) throw new Error('the process has no output');
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) {
    if (!line.includes('"listening"')) continue;
    lines.close();
    child.stdout.resume();
    return (JSON.parse(line) as { port: number }).port;
  }
  throw new Error('the process ended before it listened');
}

export async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  child.kill(signal);
  await ended;
}
