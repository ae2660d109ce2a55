// How many cores processes that are not ours use: a ratio taken beside somebody else's work says little (Linux only).
import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

const TICKS_PER_SECOND = 100;
export const QUIET = 0.25;

function processes() {
  const table = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      table.set(Number(name), { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) });
    } catch {
      // It ended while we looked.
    }
  }
  return table;
}

/** Whether the process is one of `roots` or descends from one. */
function isOurs(pid, table, roots) {
  for (let at = pid; at > 1; at = table.get(at)?.parent ?? 0) if (roots.includes(at)) return true;
  return false;
}

/** Starts counting; the answer, when called, is the cores used by others since. @param roots pids of what we started */
export function countForeignLoad(roots) {
  const before = processes();
  const startedAt = performance.now();
  return () => {
    const after = processes();
    let ticks = 0;
    for (const [pid, { ticks: now }] of after) {
      if (!isOurs(pid, after, roots)) ticks += now - (before.get(pid)?.ticks ?? 0);
    }
    return ticks / TICKS_PER_SECOND / ((performance.now() - startedAt) / 1_000);
  };
}

/** Waits for a quiet second, at most so many. */
export async function waitForQuiet(roots, seconds = 15) {
  for (let waited = 0; waited < seconds; waited += 1) {
    const foreign = countForeignLoad(roots);
    await sleep(1_000);
    if (foreign() < QUIET) return;
  }
}
