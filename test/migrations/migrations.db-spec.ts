import { DecisionEntity, PointEntity } from '#lib/consideration';
import { createDataSource, migrate, pendingMigrations, revertAll } from '#lib/database';
import * as discussion from '#lib/discussion';
import * as drafting from '#lib/drafting';
import { StoredFileEntity } from '#lib/files';
import * as identity from '#lib/identity';
import { LedgerEntryEntity } from '#lib/ledger';
import { ReportEntity, ReportRenderingEntity } from '#lib/reports';
import * as register from '#lib/service-register';
import { createTestDatabase, type TestDatabase } from '#lib/testing';
import * as calendar from '#lib/working-calendar';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

type EntityClass = new () => object;
const entitiesOf = (lib: object): EntityClass[] =>
  Object.entries(lib).flatMap(([name, value]) => (name.endsWith('Entity') ? [value as EntityClass] : []));

const entities = [
  ...[register, calendar, identity, drafting, discussion].flatMap(entitiesOf),
  ...[LedgerEntryEntity, StoredFileEntity, DecisionEntity, PointEntity, ReportEntity, ReportRenderingEntity],
];

/** Tables that no entity maps: written and read as SQL by the outbox, the intake and the tools around them. */
const withoutEntity = ['idempotency', 'migration', 'outbox_event', 'outbox_job', 'worker_heartbeat'];

const tables = (database: TestDatabase) =>
  database
    .query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public' order by 1`)
    .then((rows) => rows.map(({ name }) => name));

describe('migrations', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('go up, down and up again, and end at the same tables', async () => {
    const before = await tables(database);
    await revertAll(database.url);
    expect(await tables(database)).toEqual(['migration']);
    expect(await pendingMigrations(database.url)).toBe(true);
    await migrate(database.url);
    expect(await tables(database)).toEqual(before);
    expect(await migrate(database.url)).toEqual([]);
  });

  it('run once when two processes start together', async () => {
    await revertAll(database.url);
    const ran = await Promise.all([migrate(database.url), migrate(database.url)]);
    expect(ran.map((names) => names.length).toSorted((a, b) => a - b)[0]).toBe(0);
  });

  it('make exactly the tables that the entities describe', async () => {
    const dataSource = await createDataSource({ url: database.url, pool: 2, entities }).initialize();
    try {
      const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query)).toEqual([]);
      const mapped = dataSource.entityMetadatas.map(({ tableName }) => tableName);
      expect([...new Set([...mapped, ...withoutEntity])].toSorted()).toEqual(await tables(database));
    } finally {
      await dataSource.destroy();
    }
  });
});
