// The processes whose time and memory are measured: officers' acts, and the worker as an operator runs it.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlainFault } from '../plain-fault.mjs';
import { root } from '../root.mjs';
import { benchKeys } from './bench-keys.mjs';
import { startServer } from './server-under-load.mjs';

/** A process that does one act after another when it is asked. @returns it, once it is ready */
export async function startActs(url) {
  const child = fork(join(root, 'tools/bench/report-acts.mjs'), {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', DATABASE_URL: url },
  });
  await answerOf(child);
  const act = async (name, about) => {
    child.send({ name, about });
    return answerOf(child);
  };
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.disconnect();
    await once(child, 'exit');
  };
  return { ...measured('officers', child.pid), do: act, stop };
}

async function answerOf(child) {
  const ended = new AbortController();
  const end = once(child, 'exit', ended).then(([code]) => {
    throw new PlainFault(`the officers' process ended with ${code}`);
  });
  end.catch(() => undefined);
  const [answer] = await Promise.race([once(child, 'message', ended), end]);
  ended.abort();
  if (answer.fault) throw new PlainFault(answer.fault);
  return answer;
}

/** The flags of docker/Dockerfile. */
const AS_IN_DOCKER = ['--max-old-space-size=320'];

export async function startWorker(url) {
  const home = mkdtempSync(join(tmpdir(), 'talqy-bench-'));
  const { migrateQueue } = await import('#lib/jobs');
  await migrateQueue(url);
  const environment = {
    DATABASE_URL: url,
    TALQY_KEYS: benchKeys(),
    TALQY_HOME: home,
    TALQY_SECRET: 'a secret for measuring, not for keeping anything',
    LOG_LEVEL: 'warn',
    INTAKE_PROBE: 'off',
  };
  const worker = await startServer('worker', 'dist/apps/worker/src/main.js', environment, AS_IN_DOCKER);
  const stop = async () => {
    await worker.stop();
    rmSync(home, { recursive: true, force: true });
  };
  return { ...measured('worker', worker.pid), stop };
}

/** Linux keeps the peak of a process, and forgets it when told. */
function measured(name, pid) {
  return {
    name,
    pid,
    peakMiB: () => Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024),
    forgetPeak: () => writeFileSync(`/proc/${pid}/clear_refs`, '5'),
  };
}
