import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainFault } from '../plain-fault.mjs';
import { commandLine, isAlive } from '../process.mjs';

/** What postmaster.pid of the data folder says: `{ pid, port, status }`, or undefined without such a file. */
export function readPidFile(data) {
  let lines;
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
  return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() };
}

/** The server of this data folder if its process lives; a pid file whose number went to another program is removed. */
export function liveServer(data) {
  const server = readPidFile(data);
  if (!server || !isAlive(server.pid)) return undefined; // PostgreSQL itself clears the file of a dead process
  if (commandLine(server.pid).includes(data)) return server;
  rmSync(join(data, 'postmaster.pid'), { force: true });
  return undefined;
}

/** Stops a server and waits for its end: a fast shutdown (open work rolled back, checkpoint written), after 30 s at once. */
export async function stopServer(pid) {
  for (const [signal, seconds] of [
    ['SIGINT', 30],
    ['SIGQUIT', 10],
  ]) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    for (let waited = 0; waited < seconds * 1000; waited += 20) {
      if (!isAlive(pid)) return;
      await sleep(20);
    }
  }
  throw new PlainFault(`The embedded PostgreSQL (process ${pid}) does not stop.`);
}
