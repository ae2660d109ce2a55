import { migrate } from '#lib/database';
import { migrateQueue } from '#lib/jobs';
import type { AddCommand, Call } from '../command-line/call.js';

export const addMigrate: AddCommand = (program, act) => {
  program
    .command('migrate')
    .description('Bring the tables of the database and of the queue up to date')
    .action(act(({ settings, terminal }: Call) => bringUpToDate({ settings, terminal })));
};

/** Two of these at once wait for each other on the lock of the migrations. */
async function bringUpToDate({ settings, terminal }: Call): Promise<void> {
  const ran = await migrate(settings.migrationDatabaseUrl);
  for (const name of ran) terminal.line(`migrated: ${name}`);
  await migrateQueue(settings.queueUrl);
  const queue = settings.queueKind === 'postgres' ? 'The tables of the queue are there.' : 'The queue is in Redis.';
  terminal.line(`${ran.length === 0 ? 'The database was up to date.' : `${ran.length} migrations ran.`} ${queue}`);
}
