import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { migrate } from '#lib/database';
import pg from 'pg';

export interface TestDatabase {
  /** The owner's connection string; use cases act as `talqy_app` on it. */
  readonly url: string;
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

const PREFIX = 'talqy_t_';
const TEMPLATE_LOCK = 7199;

function serverUrl(): string {
  const url = process.env['TALQY_TEST_DATABASE_URL'];
  if (!url) throw new Error('TALQY_TEST_DATABASE_URL is not set: run the tests by `npm test`, which starts a server');
  return url;
}

function urlOf(database: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.toString();
}

/** A template is good for as long as no migration changes. */
function templateName(): string {
  const folder = new URL('../../database/src/migrations/', import.meta.url);
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).toSorted()) hash.update(readFileSync(new URL(file, folder)));
  return `${PREFIX}template_${hash.digest('hex').slice(0, 12)}`;
}

async function withServer<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function ensureTemplate(client: pg.Client): Promise<string> {
  const template = templateName();
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1 and datistemplate', [template]);
    if (rowCount) return template;
    await client.query(`drop database if exists ${template}`);
    await client.query(`create database ${template}`);
    await migrate(urlOf(template));
    await client.query(`alter database ${template} is_template true`);
    return template;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

/** An empty migrated database of the caller's own. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `${PREFIX}${randomBytes(6).toString('hex')}`;
  await withServer(async (client) => {
    const template = await ensureTemplate(client);
    await client.query(`create database ${name} template ${template} strategy wal_log`);
  });
  const pool = new pg.Pool({ connectionString: urlOf(name), max: 2, options: '-c timezone=UTC' });
  pool.on('error', () => undefined);
  return {
    url: urlOf(name),
    query: async (sql, parameters = []) => (await pool.query(sql, [...parameters])).rows,
    drop: async () => {
      await pool.end();
      await withServer((client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}
