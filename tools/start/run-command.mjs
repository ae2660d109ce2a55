import { buildCode } from '../build/build.mjs';
import { runCli } from './app.mjs';
import { environmentFor, openDatabase } from './environment.mjs';

/** Runs one CLI command; a database that was running before keeps running after. Resolves with the exit code. */
export async function runCommand(args) {
  await buildCode();
  const database = await openDatabase();
  const wait = () => {}; // Ctrl-C reaches the command too; the database is stopped after it has ended
  process.on('SIGINT', wait).on('SIGTERM', wait);
  try {
    return await runCli(args, environmentFor(database.url));
  } finally {
    if (!database.adopted) await database.stop();
  }
}
