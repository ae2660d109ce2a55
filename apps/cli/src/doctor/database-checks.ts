import { createDataSource, pendingMigrations } from '#lib/database';
import { type Instant, instantOf, millisecondsBetween } from '#lib/kernel';
import type { Settings } from '#lib/settings';
import { Refusal } from '../command-line/refusal.js';

/** Above this the offset of a host's clock is an alarm (REQ-110); it decides nothing. */
const OFFSET_ALARM_MS = 2_000;

export async function rowsOf<Row>(settings: Settings, sql: string): Promise<Row[]> {
  const source = createDataSource({ url: settings.databaseUrl, pool: 1, actAs: 'talqy_app', name: 'talqy-doctor' });
  await source.initialize();
  try {
    return await source.query<Row[]>(sql);
  } finally {
    await source.destroy();
  }
}

export async function databaseVersion(settings: Settings): Promise<string> {
  const [row] = await rowsOf<{ version: string; signed_in: string; role: string }>(
    settings,
    `select current_setting('server_version') as version, session_user as signed_in, current_user as role`,
  );
  return `PostgreSQL ${row?.version}, signed in as ${row?.signed_in}, acting as ${row?.role}`;
}

export async function noMigrationWaits(settings: Settings): Promise<string> {
  if (await pendingMigrations(settings.migrationDatabaseUrl)) {
    throw new Refusal('some have not run: run `talqy migrate`');
  }
  return 'all have run';
}

/** The clock of this host against that of the database, which alone decides; half the round trip is taken off. */
export async function clockOffset(settings: Settings): Promise<string> {
  const source = createDataSource({ url: settings.databaseUrl, pool: 1, name: 'talqy-doctor' });
  await source.initialize();
  try {
    await source.query('select 1');
    const before = Date.now();
    const [row] = await source.query<{ now: Instant }[]>('select clock_timestamp() as now');
    const middle = (before + Date.now()) / 2;
    const offset = row ? Math.round(millisecondsBetween(row.now, instantOf(middle))) : 0;
    const text = `this host is ${Math.abs(offset)} ms ${offset < 0 ? 'behind' : 'ahead of'} the database`;
    if (Math.abs(offset) > OFFSET_ALARM_MS)
      throw new Refusal(`${text}; more than ${OFFSET_ALARM_MS} ms, set the clock (REQ-110)`);
    return text;
  } finally {
    await source.destroy();
  }
}

/** Jobs that failed twelve times wait for a person: what they were to do has not happened. */
export async function noJobParked(settings: Settings): Promise<string> {
  const parked = await rowsOf<{ job: string; count: number; error: string }>(
    settings,
    `select job, count(*)::int as count, (array_agg(last_error order by parked_at desc))[1] as error
       from outbox_job where parked_at is not null and done_at is null group by job order by job`,
  );
  const lines = parked.map(({ job, count, error }) => `${job} (${count}): ${error}`);
  if (lines.length > 0) throw new Refusal(`parked, look at them: ${lines.join('; ')}`);
  return 'none is parked';
}

export async function liveWorkers(settings: Settings): Promise<string> {
  const [row] = await rowsOf<{ workers: number }>(
    settings,
    `select count(*)::int as workers from worker_heartbeat where seen_at > clock_timestamp() - interval '30 seconds'`,
  );
  if (!row?.workers) throw new Refusal('none lives: closings, reports and mails wait until one is started');
  return `${row.workers} alive`;
}

/** What was counted above its bound within the last day (docs/security/events.md). */
export async function noSecurityAlarm(settings: Settings): Promise<string> {
  const alarms = await rowsOf<{ kind: string; count: number; at: string }>(
    settings,
    `select kind, count, to_char(window_start at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as at from security_alarm
      where window_start > clock_timestamp() - interval '1 day' order by window_start desc, kind limit 10`,
  );
  const lines = alarms.map(({ kind, count, at }) => `${kind} (${count} within ten minutes from ${at} UTC)`);
  if (lines.length > 0) throw new Refusal(`alarms of the last day, look at the log: ${lines.join('; ')}`);
  return 'no alarm within a day';
}

/** The worker verifies the chain of the ledger every day (docs/security/operation.md). */
export async function chainVerified(settings: Settings): Promise<string> {
  const [last] = await rowsOf<{ at: string; fault: string | null; entries: number; place: number; stale: boolean }>(
    settings,
    `select to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as at, fault, entries, broken_at as place,
            at < clock_timestamp() - interval '2 days' as stale
       from ledger_verification order by at desc, id desc limit 1`,
  );
  if (!last) return 'not verified yet; the worker does that';
  const { at, fault, entries, place, stale } = last;
  if (fault !== null)
    throw new Refusal(`the chain was broken at entry ${place} (${fault}) on ${at} UTC: see \`talqy verify\``);
  if (stale) throw new Refusal(`last verified on ${at} UTC: the worker does that every day, start one`);
  return `whole on ${at} UTC, ${entries} entries`;
}
