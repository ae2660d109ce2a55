import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { PlainFault } from '../plain-fault.mjs';

/**
 * The account PostgreSQL runs under: undefined for an ordinary user (its own), otherwise `{ uid, gid, name }`,
 * because PostgreSQL refuses to run as root.
 */
export function serverAccount() {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const found = accounts.find((fields) => fields[0] === name);
    if (found) return { name, uid: Number(found[2]), gid: Number(found[3]) };
  }
  throw new PlainFault('PostgreSQL cannot run as root and this machine has neither a postgres nor a nobody account.');
}

/** Whether `account` may pass through every folder above `path` (undefined: ourselves, then always true). */
export function canReach(account, path) {
  if (!account) return true;
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (!allows(account, statSync(folder, { throwIfNoEntry: false }), 0o1)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Whether `account` may read and run the file itself. */
export function canRun(account, file) {
  return !account || (canReach(account, file) && allows(account, statSync(file), 0o5));
}

// A folder that is not there yet is made by us later, with the right owner.
function allows(account, stat, bits) {
  if (!stat) return true;
  const shift = stat.uid === account.uid ? 6 : stat.gid === account.gid ? 3 : 0;
  return ((stat.mode >> shift) & bits) === bits;
}
