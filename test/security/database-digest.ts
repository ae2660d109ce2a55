import type { TestDatabase } from '#lib/testing';

/**
 * Every table of the product with a hash of its rows: what a request changed is what differs. Sessions are left out: that somebody is
 * there is noted once a minute, whatever is asked. So are counts of requests: they are told once a second.
 */
export async function databaseDigest(database: TestDatabase): Promise<Record<string, string>> {
  const tables = await database.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') and tablename <> all($1::text[]) order by 1`,
    [['officer_session', 'request_count', 'security_event_count', 'portal_load', 'proof_gate']],
  );
  const digest: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await database.query<{ hash: string | null }>(
      `select md5(string_agg(md5(t::text), '' order by md5(t::text))) as hash from ${name} t`,
    );
    digest[name] = row?.hash ?? 'empty';
  }
  return digest;
}
