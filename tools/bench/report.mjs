// npm run bench:report [-- 100000 1000000] [-- --no-build]: so many remarks closed, decided and reported by the real worker on a
// durable PostgreSQL of its own. Every stage is timed and told beside `COPY (the same rows) TO STDOUT`; exits 1 when a process of
// ours took more than 512 MiB. Ratios count; absolute times depend on the machine.
import { parseArgs } from 'node:util';
import { buildAll } from '../build/build.mjs';
import { PlainFault, run } from '../plain-fault.mjs';
import { startBenchDatabase } from './bench-database.mjs';
import { copyOut } from './copy-out.mjs';
import { massCampaign } from './corpus.mjs';
import { countForeignLoad, QUIET } from './foreign-load.mjs';
import { loadRemarks } from './load-remarks.mjs';
import { startActs, startWorker } from './report-processes.mjs';
import { discussionThatIsOver, followRun, isDone, isSealed, until } from './report-scene.mjs';
import { Stages } from './report-stages.mjs';

const { values, positionals } = parseArgs({
  options: { 'no-build': { type: 'boolean', default: false } },
  allowPositionals: true,
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [100_000, 1_000_000];

async function main() {
  if (sizes.some((size) => !Number.isInteger(size) || size < 1_000)) {
    throw new PlainFault('npm run bench:report -- SIZE …: whole numbers, 1000 at least');
  }
  if (!values['no-build']) await buildAll();
  for (const size of sizes) if (!(await measure(size))) process.exitCode = 1;
}

/** @returns whether the memory was kept */
async function measure(size) {
  console.log(`\n${size} remarks: 40 % exact copies of 60 letters, 20 % lightly edited, 40 % unique`);
  const database = await startBenchDatabase();
  const foreignLoad = countForeignLoad([process.pid, database.pid]);
  const stages = new Stages(size);
  const children = [];
  try {
    const acts = await startActs(database.url);
    children.push(acts);
    const discussion = await considered(database, { acts, stages, size });
    const copies = [await copyOut(database.url, discussion.discussionId)];
    const worker = await startWorker(database.url);
    children.push(worker);
    await reported(database, { acts, worker, stages, discussion });
    copies.push(await copyOut(database.url, discussion.discussionId));
    return stages.tell(copies);
  } finally {
    for (const child of children.toReversed()) await child.stop();
    await database.stop();
    const foreign = foreignLoad();
    if (foreign >= QUIET) console.log(`noisy: others used ${foreign.toFixed(1)} cores`);
  }
}

/** From the import to the last decision: what officers do, in a process like a portal's. @returns the discussion */
async function considered(database, { acts, stages, size }) {
  const discussion = await discussionThatIsOver(database);
  await stages.measure('load (COPY)', undefined, () =>
    loadRemarks(database.url, discussion.discussionId, massCampaign(size)),
  );
  await stages.measure('close', acts, () => acts.do('close', discussion));
  // What a worker does by itself after a close would run beside what is measured.
  await database.query(`update outbox_event set routed_at = clock_timestamp() where event = 'discussion.closed'`);
  await stages.measure('suggest groups', acts, () => acts.do('suggest', discussion));
  await stages.measure('confirm groups', acts, () => acts.do('confirm', discussion));
  await stages.measure('decide groups', acts, () => acts.do('decideGroups', discussion));
  await stages.measure('decide the rest', acts, () => acts.do('decideRest', discussion));
  return discussion;
}

/** What the worker does when the report is asked for, the signature, and what follows from it. */
async function reported(database, { acts, worker, stages, discussion }) {
  await stages.measure('seal the ledger', worker, () => until(() => isSealed(database)));
  const { runId } = await acts.do('request', discussion);
  const reportId = await followRun(database, runId, worker, stages);
  await stages.measure('sign', acts, () => acts.do('sign', { ...discussion, reportId }));
  await stages.measure('publish', worker, () => until(() => isDone(database, 'publish-report')));
  await stages.measure('tell the senders', worker, () => until(() => isDone(database, 'tell-senders-of-report')));
}

await run(main);
