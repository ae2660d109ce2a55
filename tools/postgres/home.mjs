// Where one embedded server lives: <home>/data (the cluster), password, port, postgres.log.
import { createHash } from 'node:crypto';
import { chownSync, lstatSync, mkdirSync, readlinkSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { PlainFault } from '../plain-fault.mjs';
import { canReach } from './account.mjs';
import { liveServer, stopServer } from './server-process.mjs';

/**
 * Prepares the folder of an embedded server and returns its real path.
 * As root PostgreSQL runs under another account; where that account cannot reach `dir` (a checkout under /root), the data
 * lie in /var/lib/talqy/<name>-<hash of dir> and `dir` becomes a link to it.
 */
export async function prepareHome(dir, account) {
  const asked = resolve(dir);
  mkdirSync(dirname(asked), { recursive: true });
  const link = linkTarget(asked);
  if (link) return ownFolder(link, account);
  if (canReach(account, asked)) return ownFolder(asked, account);
  const hash = createHash('sha256').update(asked).digest('hex').slice(0, 12);
  const place = join('/var/lib/talqy', `${basename(asked)}-${hash}`);
  mkdirSync('/var/lib/talqy', { recursive: true, mode: 0o755 });
  if (statSync(place, { throwIfNoEntry: false })) await putAside(place);
  if (lstatSync(asked, { throwIfNoEntry: false })) moveWithinReach(asked, place);
  try {
    symlinkSync(place, asked);
  } catch (error) {
    if (error.code === 'EEXIST' && linkTarget(asked) === place) return ownFolder(place, account); // another start was first
    throw error;
  }
  return ownFolder(place, account);
}

function linkTarget(path) {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat?.isSymbolicLink() ? resolve(dirname(path), readlinkSync(path)) : undefined;
}

// The project was moved to where the account has no way, its data with it.
function moveWithinReach(asked, place) {
  try {
    renameSync(asked, place);
  } catch (error) {
    if (error.code !== 'EXDEV') throw error;
    throw new PlainFault(`PostgreSQL's account cannot reach ${asked}. Move the data: mv ${asked} ${place}`);
  }
}

// The link was removed, so its owner wanted to begin anew; the old data are kept once, not served.
async function putAside(place) {
  const running = liveServer(join(place, 'data'));
  if (running) await stopServer(running.pid);
  rmSync(`${place}.previous`, { recursive: true, force: true });
  renameSync(place, `${place}.previous`);
}

function ownFolder(place, account) {
  mkdirSync(place, { recursive: true, mode: 0o700 });
  const owner = statSync(place).uid;
  const uid = account?.uid ?? process.getuid?.() ?? owner;
  if (account && owner === 0) chownSync(place, account.uid, account.gid);
  else if (owner !== uid)
    throw new PlainFault(`${place} belongs to another user (uid ${owner}). Run as that user, or remove it.`);
  return place;
}
