import { migrate } from '#lib/database';
import { SealClearSenders } from '#lib/discussion';
import { migrateQueue } from '#lib/jobs';
import type { AddCommand, Call } from '../command-line/call.js';
import { inContext } from '../command-line/context.js';

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
  const sealed = await inContext(settings, (app) => app.get(SealClearSenders).execute());
  if (sealed > 0) terminal.line(`Sealed ${sealed} senders that stood in clear.`);
  await migrateQueue(settings.queueUrl);
  const queue = settings.queueKind === 'postgres' ? 'The tables of the queue are there.' : 'The queue is in Redis.';
  terminal.line(`${ran.length === 0 ? 'The database was up to date.' : `${ran.length} migrations ran.`} ${queue}`);
}
