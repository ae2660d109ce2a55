// A throw-away server for tests and measurements: fast, not durable, gone afterwards.
import { chownSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canReach, serverAccount } from './account.mjs';
import { startPostgres } from './launch.mjs';
import { isAlive } from '../process.mjs';
import { liveServer, stopServer } from './server-process.mjs';

const prefix = 'talqy-test-';

/** Like startPostgres, in a new temporary folder, with fsync off; `stop()` also removes the folder. */
export async function startTemporaryPostgres({ settings = {} } = {}) {
  const account = serverAccount();
  const base = temporaryFolder(account);
  await sweep(base, account?.uid ?? process.getuid?.() ?? 0);
  const dir = mkdtempSync(join(base, `${prefix}${process.pid}-`));
  if (account) chownSync(dir, account.uid, account.gid);
  const server = await startPostgres({
    dir,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', ...settings },
  }).catch((error) => {
    rmSync(dir, { recursive: true, force: true });
    throw error;
  });
  const stop = async () => {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  return { ...server, stop };
}

function temporaryFolder(account) {
  const base = realpathSync(tmpdir());
  return canReach(account, join(base, prefix)) ? base : '/var/tmp';
}

// Runs that were killed outright left their server and folder behind.
async function sweep(base, uid) {
  for (const name of readdirSync(base)) {
    const owner = /^talqy-test-(\d+)-/.exec(name)?.[1];
    const dir = join(base, name);
    if (!owner || isAlive(Number(owner)) || statSync(dir).uid !== uid) continue;
    const running = existsSync(join(dir, 'data')) && liveServer(join(dir, 'data'));
    if (running) await stopServer(running.pid);
    rmSync(dir, { recursive: true, force: true });
  }
}
