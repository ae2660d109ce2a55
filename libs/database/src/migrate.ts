import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source.js';
import { migrations } from './migrations/index.js';

/** Any number, but the same in every release: two migrating processes wait for each other on it. */
const MIGRATION_LOCK = 7100;

async function asOwner<Result>(url: string, work: (dataSource: DataSource) => Promise<Result>): Promise<Result> {
  const dataSource = createDataSource({ url, pool: 2, migrations, statementTimeoutMs: 0, name: 'talqy-migrate' });
  await dataSource.initialize();
  const holder = dataSource.createQueryRunner();
  try {
    await holder.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await work(dataSource);
  } finally {
    await holder.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await holder.release();
    await dataSource.destroy();
  }
}

/** Runs what is missing, oldest first, each in its own transaction. Returns the names it ran. */
export const migrate = (ownerUrl: string): Promise<string[]> =>
  asOwner(ownerUrl, async (dataSource) => (await dataSource.runMigrations()).map(({ name }) => name));

export const pendingMigrations = (ownerUrl: string): Promise<boolean> =>
  asOwner(ownerUrl, (dataSource) => dataSource.showMigrations());

/** Undoes every migration, newest first; for the migration spec. */
export const revertAll = (ownerUrl: string): Promise<void> =>
  asOwner(ownerUrl, async (dataSource) => {
    for (const _ of migrations) await dataSource.undoLastMigration();
  });

/** Undoes migrations, newest first, down to the one whose name begins so; for specs of what a migration does to rows. */
export const revertDownTo = (ownerUrl: string, name: string): Promise<void> =>
  asOwner(ownerUrl, async (dataSource) => {
    const first = migrations.findIndex((Migration) => new Migration().name.startsWith(name));
    if (first === -1) throw new Error(`there is no migration ${name}`);
    for (const _ of migrations.slice(first)) await dataSource.undoLastMigration();
  });
