// npm run bench:pages [-- --quick] [-- --no-build]: the draft page of 200 clauses from what the portal keeps, against a bare Fastify that
// sends one string of as many bytes, in turns; and the list and the draft made anew for every reader. The figure is the ratio.
import { buildAll } from '../build/build.mjs';
import { run } from '../plain-fault.mjs';
import { openDiscussion, startBenchDatabase } from './bench-database.mjs';
import { benchKeys } from './bench-keys.mjs';
import { countForeignLoad, QUIET } from './foreign-load.mjs';
import { load, startServer } from './server-under-load.mjs';

const GOAL = 0.7;
const flags = process.argv.slice(2);
const seconds = flags.includes('--quick') ? 3 : 8;
const rounds = 3;
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function main() {
  if (!flags.includes('--no-build')) await buildAll();
  const database = await startBenchDatabase();
  const servers = [];
  const start = async (...server) => {
    servers.push(await startServer(...server));
    return servers.at(-1);
  };
  const foreignLoad = countForeignLoad([process.pid, database.pid]);
  try {
    const { discussionId } = await openDiscussion(database, { clauses: 200 });
    const draft = `/kk/discussions/${discussionId}`;
    const portal = await start('portal', 'dist/apps/portal/src/main.js', environment(database));
    const first = await sample('draft, kept', portal, [draft]);
    const bare = await start('bare', 'tools/bench/bare-page.mjs', { BYTES: String(first.bytes) });
    const ratios = [];
    for (let round = 1; round <= rounds; round += 1) {
      const floor = await sample('bare Fastify', bare, ['/']);
      const kept = await sample('draft, kept', portal, [draft]);
      ratios.push(kept.perSecond / floor.perSecond);
    }
    // A cookie of any kind: the page is the asker's own and is made for them.
    await sample('draft, made anew', portal, [draft], 'consent=no');
    await sample('list, made anew', portal, ['/kk/discussions'], 'consent=no');
    tell(median(ratios), ratios);
  } finally {
    for (const server of servers) await server.stop();
    await database.stop();
    const foreign = foreignLoad();
    if (foreign >= QUIET) console.log(`noisy: others used ${foreign.toFixed(1)} cores`);
  }
}

const environment = ({ url }) => ({
  DATABASE_URL: url,
  PORT: '0',
  PUBLIC_URL: 'http://127.0.0.1',
  TALQY_SECRET: 'a secret for measuring, not for keeping anything',
  TALQY_KEYS: benchKeys(),
  LOG_LEVEL: 'warn',
});

async function sample(name, { port }, paths, cookie) {
  const taken = await load({ port, paths, cookie, connections: 16, warmUp: 1, seconds }, 'read-load.mjs');
  const { perSecond, p50, p99, bytes, statuses } = taken;
  console.log(
    `${name.padEnd(18)} ${perSecond.toFixed(0).padStart(6)}/s  p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms  ${bytes} bytes  ${JSON.stringify(statuses)}`,
  );
  return taken;
}

function tell(ratio, ratios) {
  const range = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`;
  console.log(`ratio ${ratio.toFixed(2)} (${range}) · goal ${GOAL}: ${ratio >= GOAL ? 'reached' : 'NOT REACHED'}`);
  if (ratio < GOAL) process.exitCode = 1;
}

await run(main);
