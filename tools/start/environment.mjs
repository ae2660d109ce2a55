import { join } from 'node:path';
import { startPostgres } from '../postgres/launch.mjs';
import { keyRing } from '../key-ring.mjs';
import { secretFile } from '../secret-file.mjs';
import { home } from './home.mjs';

/**
 * The database of this folder: the one DATABASE_URL names, otherwise the embedded one, started or adopted.
 * @returns {Promise<{ url: string, embedded: boolean, folder?: string, adopted: boolean, stop: () => Promise<void> }>}
 */
export async function openDatabase() {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, embedded: false, adopted: true, stop: async () => {} };
  const server = await startPostgres({ dir: join(home, 'postgres'), database: 'talqy' });
  return { url: server.url, embedded: true, folder: server.home, adopted: server.adopted, stop: server.stop };
}

/**
 * The caller's environment with what Talqy needs and the caller left out. Whoever loses <home>/secret signs everybody out and
 * breaks the links in old receipts; whoever loses <home>/keys can read no sender any more, and every official sets up the second
 * factor again.
 */
export function environmentFor(databaseUrl) {
  return {
    ...process.env,
    DATABASE_URL: databaseUrl,
    TALQY_SECRET: process.env.TALQY_SECRET || secretFile(join(home, 'secret'), 32),
    TALQY_KEYS: process.env.TALQY_KEYS || keyRing(join(home, 'keys')),
    TALQY_HOME: home,
  };
}
