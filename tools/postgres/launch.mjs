// Starts the embedded PostgreSQL of a folder, or adopts the one a killed run left behind.
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainFault } from '../plain-fault.mjs';
import { secretFile } from '../secret-file.mjs';
import { serverAccount } from './account.mjs';
import { findBinaries } from './binaries.mjs';
import { ensureCluster, explain, identity, serverEnvironment } from './cluster.mjs';
import { prepareHome } from './home.mjs';
import { choosePort, rememberPort } from './port.mjs';
import { liveServer, readPidFile, stopServer } from './server-process.mjs';

const always = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 200,
  log_min_messages: 'warning',
};

/**
 * @param {{ dir: string, settings?: Record<string, string | number>, database?: string }} wanted
 *   `dir`: the server's folder (made when missing); `settings`: PostgreSQL settings on top of ours;
 *   `database`: made when missing, default `postgres`.
 * @returns {Promise<{ url: string, pid: number, home: string, adopted: boolean, stop: () => Promise<void> }>}
 *   `url` is the superuser's; `adopted`: the server was running already. Throws PlainFault with one line.
 */
export async function startPostgres({ dir, settings = {}, database = 'postgres' }) {
  const account = serverAccount();
  const home = await prepareHome(dir, account);
  const password = secretFile(join(home, 'password'), 24, account); // initdb reads it as that account
  const native = findBinaries(account);
  const data = ensureCluster({ home, native, account });
  const { server, adopted } = await runningServer({ home, data, native, account, settings });
  const address = `postgresql://postgres:${password}@127.0.0.1:${server.port}`;
  await ensureDatabase(address, database);
  return { url: `${address}/${database}`, pid: server.pid, home, adopted, stop: () => stopServer(server.pid) };
}

// Another start, a dying predecessor or a stolen port may each get in the way once; none of them for long.
async function runningServer(place) {
  let failure = '';
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const found = await settled(place.data);
    if (found) return { server: found, adopted: true };
    const started = await launch(place);
    if (started.server) return { server: started.server, adopted: false };
    failure = started.output;
    if (!/lock file|shared memory block|could not (create|bind)/.test(failure)) break;
    await sleep(300);
  }
  throw new PlainFault(`${explain('PostgreSQL did not start', failure)} (log: ${join(place.home, 'postgres.log')})`);
}

/** The live server of the folder once it is ready; undefined when there is none or it is going away. */
async function settled(data) {
  for (;;) {
    const server = liveServer(data);
    if (!server || server.status === 'ready') return server;
    await sleep(50);
  }
}

async function launch({ home, data, native, account, settings }) {
  const port = await choosePort(home);
  const log = join(home, 'postgres.log');
  const logFile = openSync(log, 'a', 0o600);
  if (statSync(log).size > 10_000_000) truncateSync(log);
  const logStart = statSync(log).size;
  const options = Object.entries({ ...always, ...settings, port }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  // Its own process group: Ctrl-C in the terminal must not take the database away from a draining portal.
  const child = spawn(join(native, 'bin', 'postgres'), ['-D', data, ...options], {
    ...identity(account),
    cwd: home,
    env: serverEnvironment(),
    detached: true,
    stdio: ['ignore', logFile, logFile],
  });
  closeSync(logFile);
  let spawnFault = '';
  child.once('error', (error) => (spawnFault = String(error)));
  child.unref();
  while (!spawnFault && child.exitCode === null && child.signalCode === null) {
    const server = readPidFile(data);
    if (server?.pid === child.pid && server.status === 'ready') {
      rememberPort(home, port);
      return { server };
    }
    await sleep(20);
  }
  return { output: spawnFault + readFileSync(log).subarray(logStart).toString() };
}

async function ensureDatabase(address, database) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: `${address}/postgres` });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  } catch (error) {
    if (error.code !== '42P04' && error.code !== '23505') throw error; // another start made it a moment ago
  } finally {
    await client.end();
  }
}
