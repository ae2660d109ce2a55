import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';

interface Started {
  readonly url: string;
  readonly pid: number;
  readonly home: string;
  readonly adopted: boolean;
}

const tool = (path: string) => fileURLToPath(new URL(`../../tools/${path}`, import.meta.url));
const launcher = tool('postgres/launch.mjs');

/** Starts a server from a process that is then killed outright, as an unlucky `npm start` is. */
function startAndDie(dir: string): Started {
  const { stdout, stderr } = runScript(`
    const server = await startPostgres({ dir: ${JSON.stringify(dir)}, settings: { fsync: 'off' }, database: 'talqy' });
    require('node:fs').writeSync(1, JSON.stringify(server));
    process.kill(process.pid, 'SIGKILL');`);
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout);
}

function runScript(body: string) {
  const head = `import { createRequire } from 'node:module'; const require = createRequire(${JSON.stringify(launcher)});
    const { startPostgres } = await import(${JSON.stringify(launcher)}); const { run } = await import(${JSON.stringify(tool('plain-fault.mjs'))});`;
  const script = `${head} await run(async () => {${body}});`;
  const env = { PATH: process.env['PATH'] }; // no LANG, as on a bare machine
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', env });
}

async function query<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

const { isAlive }: { isAlive: (pid: number) => boolean } = await import(tool('process.mjs'));

async function killed(pid: number, signal: NodeJS.Signals): Promise<void> {
  process.kill(pid, signal);
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
}

jest.setTimeout(60_000);

describe('the embedded PostgreSQL', () => {
  let folder: string;
  const running = new Set<number>();
  const start = (): Started => {
    const server = startAndDie(join(folder, 'postgres'));
    running.add(server.pid);
    return server;
  };
  const end = async (server: Started, signal: NodeJS.Signals) => {
    running.delete(server.pid);
    await killed(server.pid, signal);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(realpathSync(tmpdir()), 'talqy-launcher-'));
    spawnSync('chmod', ['755', folder]);
  });
  afterEach(async () => {
    for (const pid of running) await killed(pid, 'SIGINT');
    running.clear();
    rmSync(folder, { recursive: true, force: true });
  }, 30_000);

  it('reads Cyrillic and sorts Kazakh on a machine without a locale', async () => {
    const server = start();
    await query(server.url, 'create extension pg_trgm');
    const [row] = await query(
      server.url,
      `select current_setting('server_encoding') as encoding, similarity('Қазақстан', 'Қазақстанда') > 0.5 as finds,
         (select string_agg(x, '' order by x) from unnest(array['я', 'ә', 'а', 'і', 'б', 'қ', 'к']) x) as sorted`,
    );
    expect(row).toEqual({ encoding: 'UTF8', finds: true, sorted: 'аәбкқія'.normalize() });
  });

  it('listens on the loopback address alone, with a password only its owner may read', async () => {
    const server = start();
    const [row] = await query(server.url, "select current_setting('listen_addresses') as addresses");
    expect(row).toEqual({ addresses: '127.0.0.1' });
    expect(statSync(join(server.home, 'password')).mode & 0o777).toBe(0o600);
    await expect(query(server.url.replace(/:[^:@]+@/, ':guess@'), 'select 1')).rejects.toThrow(/password/);
  });

  it('is adopted by the next start when the one that started it was killed', async () => {
    const first = start();
    await query(first.url, 'create table kept (word text)');
    const second = start();
    expect(second).toMatchObject({ pid: first.pid, url: first.url, adopted: true });
    expect(first.adopted).toBe(false);
  });

  it('recovers when the server itself was killed: what was committed is there, on the same port', async () => {
    const first = start();
    await query(first.url, "create table kept as select 'талқы'::text as word");
    await end(first, 'SIGKILL');
    const second = start();
    expect(second).toMatchObject({ url: first.url, adopted: false });
    expect(await query(second.url, 'select word from kept')).toEqual([{ word: 'талқы' }]);
  });

  it('is not misled by a pid file whose number went to another program', async () => {
    const first = start();
    await end(first, 'SIGKILL');
    const file = join(first.home, 'data/postmaster.pid');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid)));
    expect(start()).toMatchObject({ adopted: false });
  });

  it('takes a new port when the old one is taken', async () => {
    const first = start();
    await end(first, 'SIGINT');
    const taken = createServer().listen(Number(new URL(first.url).port), '127.0.0.1');
    await once(taken, 'listening');
    try {
      expect(new URL(start().url).port).not.toBe(new URL(first.url).port);
    } finally {
      taken.close();
    }
  });

  it('begins anew over a half-made cluster of a killed start', () => {
    mkdirSync(join(folder, 'postgres/data.init-999999999'), { recursive: true });
    expect(start().adopted).toBe(false);
  });

  it('says in one line why it cannot start', () => {
    writeFileSync(join(folder, 'file'), '');
    const { stderr } = runScript(`await startPostgres({ dir: ${JSON.stringify(join(folder, 'file', 'postgres'))} });`);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
