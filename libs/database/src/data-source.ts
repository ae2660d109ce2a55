import { instant } from '#lib/kernel';
import pg from 'pg';
import { type ColumnType, DataSource, type DataSourceOptions, type Driver } from 'typeorm';
import { TalqyNaming } from './naming.js';

export interface DataSourceOptionsForTalqy {
  readonly url: string;
  /** Connections at most; 16 for a portal (reference figures: more cost throughput). */
  readonly pool: number;
  readonly entities?: DataSourceOptions['entities'];
  readonly migrations?: DataSourceOptions['migrations'];
  /** The role every connection acts as; the owner (migrations) acts as itself. */
  readonly actAs?: 'talqy_app';
  /** Whose unpublished work its statements see (decision 29): of all bodies; else of the one each of them is said to be for. */
  readonly scope?: 'system';
  readonly statementTimeoutMs?: number;
  readonly name?: string;
}

type TypeParser = (value: string) => unknown;
const ownParsers = new Map<number, TypeParser>([
  [pg.types.builtins.TIMESTAMPTZ, instant],
  [pg.types.builtins.DATE, (value) => value],
  [pg.types.builtins.INT8, Number],
]);

const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : ownParsers.get(oid)) ?? pg.types.getTypeParser(oid, format ?? 'text'),
};

function sessionOptions(options: DataSourceOptionsForTalqy): string {
  const settings = [
    'timezone=UTC',
    'datestyle=ISO',
    `statement_timeout=${options.statementTimeoutMs ?? 10_000}`,
    'idle_in_transaction_session_timeout=15000',
    'jit=off',
    ...(options.actAs ? [`role=${options.actAs}`] : []),
    ...(options.scope ? [`talqy.actor_scope=${options.scope}`] : []),
  ];
  return settings.map((setting) => `-c ${setting}`).join(' ');
}

/** A data source whose instants keep their microseconds and whose constraints have readable names. */
export function createDataSource(options: DataSourceOptionsForTalqy): DataSource {
  const dataSource = new DataSource({
    type: 'postgres',
    url: options.url,
    entities: options.entities ?? [],
    migrations: options.migrations ?? [],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new TalqyNaming(),
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    poolSize: options.pool,
    applicationName: options.name ?? 'talqy',
    extra: { options: sessionOptions(options), types, keepAlive: true, connectionTimeoutMillis: 10_000 },
  });
  keepMicroseconds(dataSource.driver);
  return dataSource;
}

/** TypeORM turns timestamptz into `Date`, which has milliseconds only; the law's boundary lies at microseconds (D1). */
function keepMicroseconds(driver: Driver): void {
  const isTimestamp = (type: ColumnType) => type === 'timestamptz' || type === 'timestamp with time zone';
  const hydrate = driver.prepareHydratedValue.bind(driver);
  const persist = driver.preparePersistentValue.bind(driver);
  driver.prepareHydratedValue = (value, column) => (isTimestamp(column.type) ? value : hydrate(value, column));
  driver.preparePersistentValue = (value, column) => (isTimestamp(column.type) ? value : persist(value, column));
}
