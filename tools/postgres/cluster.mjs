import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PlainFault } from '../plain-fault.mjs';
import { isAlive } from '../process.mjs';

/**
 * Makes the cluster in `<home>/data` unless it is there. It is built beside and renamed, so a killed start leaves no half of one.
 * Without LANG initdb would choose SQL_ASCII, and with LC_CTYPE=C pg_trgm finds no trigram in Cyrillic: hence the explicit locale.
 */
export function ensureCluster({ home, native, account }) {
  const data = join(home, 'data');
  removeHalfBuilt(home);
  if (existsSync(join(data, 'PG_VERSION'))) return data;
  const fresh = join(home, `data.init-${process.pid}`);
  const made = spawnSync(
    join(native, 'bin', 'initdb'),
    [
      `--pgdata=${fresh}`,
      '--username=postgres',
      `--pwfile=${join(home, 'password')}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      `--locale=${ctype()}`,
      '--locale-provider=icu',
      '--icu-locale=kk',
    ],
    { ...identity(account), cwd: home, env: serverEnvironment(), encoding: 'utf8' },
  );
  if (made.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new PlainFault(
      explain('PostgreSQL could not prepare its data', `${made.error ?? ''}${made.stdout}${made.stderr}`),
    );
  }
  try {
    renameSync(fresh, data);
  } catch (error) {
    if (!existsSync(join(data, 'PG_VERSION'))) throw error;
    rmSync(fresh, { recursive: true }); // another start was first
  }
  return data;
}

function removeHalfBuilt(home) {
  for (const name of readdirSync(home)) {
    const pid = /^data\.init-(\d+)$/.exec(name)?.[1];
    if (pid && (Number(pid) === process.pid || !isAlive(Number(pid)))) rmSync(join(home, name), { recursive: true });
  }
}

const ctype = () => (process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8');

/** Nothing of the caller's environment: LANG, PG* and the like must not reach the server. */
export const serverEnvironment = () => ({ PATH: process.env.PATH, LANG: ctype(), LC_ALL: ctype() });

export const identity = (account) => (account ? { uid: account.uid, gid: account.gid } : {});

/** One line about why PostgreSQL gave up, from its own output. */
export function explain(what, output) {
  if (/No space left on device|could not resize shared memory/.test(output)) return `${what}: the disk is full.`;
  if (/Permission denied/.test(output)) return `${what}: no permission to write there.`;
  const lines = output.trim().split('\n');
  const reason = lines.findLast((line) => /FATAL|PANIC|error:|Error/.test(line)) ?? lines.at(-1) ?? 'no reason given';
  return `${what}: ${reason.trim()}`;
}
