import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainFault } from '../plain-fault.mjs';
import { root } from '../root.mjs';
import { home } from './home.mjs';

export const mainFile = (app) => join(root, 'dist/apps', app, 'src/main.js');

/** Runs one command of the CLI to its end, on this terminal; resolves with its exit code. */
export function runCli(args, env) {
  const child = spawn(process.execPath, [mainFile('cli'), ...args], { env, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal ? 1 : code));
  });
}

/**
 * Starts an app that stays, its output in `<home>/<app>.log`. It has its own process group, so that Ctrl-C reaches this process
 * alone and the order of stopping is ours; it ends by itself when this process is killed.
 * @returns {{ ended: Promise<string>, ready(url: string): Promise<void>, stop(): Promise<void> }}
 */
export function startApp(app, env) {
  const log = join(home, `${app}.log`);
  const output = openSync(log, 'w');
  const child = spawn(
    process.execPath,
    ['--import', new URL('end-with-parent.mjs', import.meta.url).href, mainFile(app)],
    {
      cwd: root,
      env,
      detached: true,
      stdio: ['ignore', output, output, 'ipc'],
    },
  );
  closeSync(output);
  let isOver = false;
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(String(error)));
    child.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`));
  }).finally(() => (isOver = true));

  async function ready(url) {
    for (let waited = 0; waited < 60_000 && !isOver; waited += 100) {
      if (await answers(url)) return;
      await sleep(100);
    }
    const lastLine = readFileSync(log, 'utf8').trim().split('\n').slice(-5).join('\n');
    throw new PlainFault(
      `The ${app} did not become ready${isOver ? `: ${await ended}` : ''}. Its log ${log} ends with:\n${lastLine}`,
    );
  }

  async function stop() {
    if (isOver) return;
    child.kill('SIGTERM');
    const late = await Promise.race([ended.then(() => false), sleep(30_000, true, { ref: false })]);
    if (late) child.kill('SIGKILL');
    await ended;
  }
  return { ended, ready, stop };
}

async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}
