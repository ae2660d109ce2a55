// npm run talqy -- <command>: the CLI on the embedded database (started for the command when it is not running) or DATABASE_URL.
import { installMissing, requireNode } from './install.mjs';
import { run } from './plain-fault.mjs';
import { requireRoom } from './start/home.mjs';

await run(async () => {
  requireNode();
  requireRoom();
  installMissing();
  const { runCommand } = await import('./start/run-command.mjs'); // what follows may import packages
  process.exitCode = await runCommand(process.argv.slice(2));
});
