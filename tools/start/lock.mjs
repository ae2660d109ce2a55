import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainFault } from '../plain-fault.mjs';
import { commandLine, isAlive } from '../process.mjs';

/**
 * One start in a folder: `<home>/start.lock` holds the process number, and the address once it answers.
 * The file of a killed start is taken over. Returns `{ announce(url), release() }`.
 */
export function takeLock(home) {
  const file = join(home, 'start.lock');
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify({ pid: process.pid }), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      refuseWhenHeld(file);
      rmSync(file, { force: true });
    }
  }
  return {
    announce: (url) => writeFileSync(file, JSON.stringify({ pid: process.pid, url })),
    release: () => rmSync(file, { force: true }),
  };
}

function refuseWhenHeld(file) {
  const { pid, url } = readHolder(file);
  if (!pid || pid === process.pid || !isAlive(pid) || !/start\.mjs/.test(commandLine(pid))) return;
  throw new PlainFault(
    `Talqy is already ${url ? `running in this folder: ${url}` : 'starting in this folder'} (process ${pid}).`,
  );
}

// Half a file is what a full disk or a start of this very moment leaves.
function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}
