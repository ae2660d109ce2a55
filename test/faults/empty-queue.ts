import type { TestDatabase } from '#lib/testing';
import { Redis } from 'ioredis';

/** Throws away everything the queue holds, as an operator's slip or an empty restart would. */
export async function emptyQueue(queueUrl: string, database: TestDatabase): Promise<void> {
  if (queueUrl.startsWith('redis')) {
    const redis = new Redis(queueUrl);
    await redis.flushdb();
    redis.disconnect();
    return;
  }
  const tables = await database.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'bullmq' and tablename !~ 'migration'`,
  );
  await database.query(`truncate ${tables.map(({ name }) => name).join(', ')}`);
}
