import { ConsiderationModule } from '#lib/consideration';
import { createDataSource, migrate, pendingMigrations, revertAll } from '#lib/database';
import { DiscussionModule } from '#lib/discussion';
import { DraftingModule } from '#lib/drafting';
import { FilesModule } from '#lib/files';
import { IdentityModule } from '#lib/identity';
import { JobsModule } from '#lib/jobs';
import { LedgerModule } from '#lib/ledger';
import { SubscriptionsModule } from '#lib/notifications';
import { ProcedureProfilesModule } from '#lib/procedure-profiles';
import { ReportsModule } from '#lib/reports';
import { ServiceRegisterModule } from '#lib/service-register';
import { SheetsModule } from '#lib/sheets';
import { SignaturesModule } from '#lib/signatures';
import { createTestDatabase, startTestBed, type TestDatabase, testKeyFile } from '#lib/testing';
import { WorkingCalendarModule } from '#lib/working-calendar';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';

const modules = [
  ServiceRegisterModule,
  WorkingCalendarModule,
  IdentityModule,
  LedgerModule,
  JobsModule,
  FilesModule,
  ProcedureProfilesModule,
  DraftingModule,
  DiscussionModule.forRoot({ receiptSecret: 'of the migration suite', keyFile: testKeyFile() }),
  SubscriptionsModule.forRoot({ keyFile: testKeyFile() }),
  ConsiderationModule,
  SignaturesModule.forRoot({ trustedRoots: undefined, verifierUrl: undefined }),
  ReportsModule,
  SheetsModule,
];

/** Tables that no entity maps: written and read as SQL by the outbox, the intake and the tools around them. */
const withoutEntity = [
  'clear_sender',
  'idempotency',
  'intake_watch',
  'migration',
  'outbox_event',
  'outbox_job',
  'portal_load',
  'proof_gate',
  'request_count',
  'security_alarm',
  'security_event_count',
  'wait_turn',
  'worker_heartbeat',
];

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
    const bed = await startTestBed({ database, imports: modules });
    const { entities } = bed.get(DataSource).options;
    await bed.stop();
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
