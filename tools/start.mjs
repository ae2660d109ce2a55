// npm start: from a fresh clone to a running Talqy, and back to nothing on Ctrl-C.
import { installMissing, requireNode } from './install.mjs';
import { run } from './plain-fault.mjs';
import { home, requireRoom } from './start/home.mjs';
import { takeLock } from './start/lock.mjs';

await run(async () => {
  requireNode();
  requireRoom();
  const lock = takeLock(home);
  try {
    installMissing();
    const { runUntilStopped } = await import('./start/run-until-stopped.mjs'); // what follows may import packages
    await runUntilStopped(lock);
  } finally {
    lock.release();
  }
});
