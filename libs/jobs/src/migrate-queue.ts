import { runMigrations } from 'bullmq';
import pg from 'pg';

/** Makes BullMQ's own tables when PostgreSQL carries the queue; Redis needs none. */
export async function migrateQueue(url: string): Promise<void> {
  if (!url.startsWith('postgres')) return;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await runMigrations(client);
  } finally {
    await client.end();
  }
}
