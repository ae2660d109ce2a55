import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

jest.setTimeout(240_000);

const tool = (path: string) => fileURLToPath(new URL(`../../tools/${path}`, import.meta.url));
const { isAlive }: { isAlive: (pid: number) => boolean } = await import(tool('process.mjs'));

interface Started {
  readonly process: ChildProcess;
  readonly url: string;
  readonly output: string;
}

/** `npm start` in a folder of its own (TALQY_HOME), up to the line that says everything answers. */
async function start(home: string): Promise<Started> {
  const child = spawn(process.execPath, [tool('start.mjs')], { env: environment(home) });
  let output = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const url = /Talqy is running: (\S+)/.exec(output)?.[1];
      if (url && output.includes('Ctrl-C stops everything')) resolve({ process: child, url, output });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(output)));
  });
}

function startInVain(home: string, more: Record<string, string> = {}) {
  const options = { env: { ...environment(home), ...more }, encoding: 'utf8' as const };
  return spawnSync(process.execPath, [tool('start.mjs')], options);
}

function environment(home: string): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return { PATH, HOME, TALQY_HOME: home };
}

const serverPid = (home: string) =>
  Number(readFileSync(join(home, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 50));
}

const answers = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );

describe('npm start', () => {
  const home = mkdtempSync(join(tmpdir(), 'talqy-start-'));
  let running: Started | undefined;

  beforeAll(async () => {
    spawnSync('chmod', ['755', home]);
    running = await start(home);
  });
  afterAll(async () => {
    if (running && running.process.exitCode === null && running.process.signalCode === null) {
      running.process.kill('SIGTERM');
      await once(running.process, 'exit');
    }
    rmSync(home, { recursive: true, force: true });
  });

  it('lets one sign in by the demo provider too, which asks for no password and knows the demo people', async () => {
    const url = running?.url ?? '';
    expect(running?.output).toContain('Or sign in with Demo ID');
    const page = await (await fetch(`${url}/en/sign-in`)).text();
    expect(page).toContain('Sign in with Demo ID');
    const led = await fetch(`${url}/en/sign-in/provider`, { redirect: 'manual' });
    const choice = await fetch(led.headers.get('location') ?? '', { redirect: 'manual' });
    expect([led.status, choice.status]).toEqual([303, 303]);
  });

  it('serves pages and tells where', async () => {
    const url = running?.url ?? '';
    expect((await fetch(url)).status).toBe(200);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  });

  it('refuses a second start in the same folder, in one line with the address', () => {
    const second = startInVain(home);
    expect(second.status).toBe(1);
    expect(second.stderr.trim()).toMatch(/^Talqy is already running in this folder: http:\S+ \(process \d+\)\.$/);
  });

  it('refuses a port that was asked for and is taken, in one line, and leaves no database behind', async () => {
    const other = mkdtempSync(join(tmpdir(), 'talqy-start-'));
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const refused = startInVain(other, { PORT: String(port) });
    taken.close();
    expect(refused.status).toBe(1);
    expect(refused.stderr.trim()).toMatch(new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is taken\\..*$`));
    expect(existsSync(join(other, 'postgres'))).toBe(false);
    rmSync(other, { recursive: true });
  });

  it('killed outright leaves no app behind; the next start adopts its database, and SIGTERM ends everything', async () => {
    const database = serverPid(home);
    const killed = running;
    killed?.process.kill('SIGKILL');
    await until(async () => !(await answers(killed?.url ?? '')));
    expect(isAlive(database)).toBe(true);

    const next = await start(home);
    running = next;
    expect(serverPid(home)).toBe(database);
    expect(await answers(next.url)).toBe(true);

    next.process.kill('SIGTERM');
    const [code] = await once(next.process, 'exit');
    expect(code).toBe(0);
    expect(isAlive(database)).toBe(false);
    expect(await answers(next.url)).toBe(false);
    expect(existsSync(join(home, 'start.lock'))).toBe(false);
  });
});
