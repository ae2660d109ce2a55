// npm run bench:groups [-- --remarks 1000000] [-- --epa FILE]: how well and how fast similar remarks are found, by the real search on
// a PostgreSQL of its own. Exits 1 on a broken floor. Ratios count; absolute times depend on the machine.
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { buildAll } from '../build/build.mjs';
import { PlainFault, run } from '../plain-fault.mjs';
import { startBenchDatabase } from './bench-database.mjs';
import { editsOfLetters, massCampaign } from './corpus.mjs';
import { compareWithLabels } from './labelled-letters.mjs';
import { countForeignLoad, QUIET } from './foreign-load.mjs';
import { closedDiscussion, judge, searchIn } from './search-process.mjs';
import { measureSignatures } from './signature-loop.mjs';

const shares = [0.05, 0.1, 0.15, 0.2, 0.3];
const recallFloors = { 0.1: 0.99, 0.15: 0.95 };
const MOST_UNIQUE_GROUPED = 0.001;
const MOST_MEMORY_MIB = 300;

const { values } = parseArgs({
  options: {
    remarks: { type: 'string', default: '100000' },
    epa: { type: 'string' },
    'no-build': { type: 'boolean', default: false },
  },
});
const count = Number(values.remarks);

async function main() {
  if (!Number.isInteger(count) || count < 1_000) throw new PlainFault('--remarks: a whole number, 1000 at least');
  if (values.epa && !existsSync(values.epa)) throw new PlainFault(`--epa: ${values.epa} is not there`);
  if (!values['no-build']) await buildAll();
  console.log('Signatures');
  const verdicts = [await measureSignatures()];
  const database = await startBenchDatabase();
  try {
    console.log('Quality: 60 letters, 12,000 edits of them, 20,000 that have nothing in common, in any order');
    for (const share of shares) verdicts.push(await measureQuality(database, share));
    console.log(`Scale: ${count} remarks, 40 % exact copies of 60 letters, 20 % lightly edited, 40 % unique`);
    verdicts.push(await measureScale(database));
    if (values.epa) {
      console.log(`Letters with labels: ${values.epa} (no target)`);
      await compareWithLabels(database, values.epa);
    }
  } finally {
    await database.stop();
  }
  if (verdicts.includes(false)) process.exitCode = 1;
}

async function measureQuality(database, share) {
  const discussionId = await closedDiscussion(database, editsOfLetters({ share }));
  await searchIn(database, discussionId);
  const { edits, editsFound, unique, uniqueGrouped, mixed } = await judge(database, discussionId);
  const recall = editsFound / edits;
  const floor = recallFloors[share];
  const isGood = recall >= (floor ?? 0) && uniqueGrouped / unique <= MOST_UNIQUE_GROUPED;
  console.log(
    `  ${percent(share).padStart(4)} of words edited: recall ${recall.toFixed(4)}${floor ? ` (floor ${floor})` : ''}, ` +
      `unique wrongly grouped ${uniqueGrouped} of ${unique}, suggestions of two letters ${mixed}: ${isGood ? 'PASS' : 'FAIL'}`,
  );
  return isGood;
}

async function measureScale(database) {
  const loadedIn = performance.now();
  const discussionId = await closedDiscussion(database, massCampaign(count));
  console.log(`  loaded in ${seconds(loadedIn)} s by COPY`);
  const exact = await exactGroups(database, discussionId);
  const foreignLoad = countForeignLoad([process.pid, database.pid]);
  const search = await searchIn(database, discussionId);
  const foreign = foreignLoad();
  const again = await exactGroups(database, discussionId);
  const { edits, editsFound, unique, uniqueGrouped, suggestions } = await judge(database, discussionId);
  const denominator = (exact + again) / 2;
  const isGood = search.peakMiB <= MOST_MEMORY_MIB && uniqueGrouped / unique <= MOST_UNIQUE_GROUPED;
  console.log(
    `  wall ${search.seconds.toFixed(1)} s, ${Math.round(count / search.seconds)} remarks/s, stages began at ${JSON.stringify(search.stages)} s`,
  );
  console.log(
    `  the process: ${search.cpuSeconds.toFixed(1)} s CPU, peak ${search.peakMiB} MiB (at most ${MOST_MEMORY_MIB})`,
  );
  console.log(
    `  select count(*) … group by normalised_hash: ${denominator.toFixed(2)} s; the search takes ${(search.seconds / denominator).toFixed(0)} times that`,
  );
  console.log(
    `  ${suggestions} suggestions; edits found ${(editsFound / edits).toFixed(4)}, unique wrongly grouped ${uniqueGrouped} of ${unique}`,
  );
  if (foreign >= QUIET) console.log(`  noisy: others used ${foreign.toFixed(1)} cores`);
  console.log(`  ${isGood ? 'PASS' : 'FAIL'}`);
  return isGood;
}

/** Seconds of finding the exact copies alone. */
async function exactGroups({ query }, discussionId) {
  const startedAt = performance.now();
  await query(
    'select count(*) from (select count(*) from remark where discussion_id = $1 group by normalised_hash) groups',
    [discussionId],
  );
  return (performance.now() - startedAt) / 1_000;
}

const percent = (share) => `${Math.round(share * 100)} %`;
const seconds = (startedAt) => ((performance.now() - startedAt) / 1_000).toFixed(1);

await run(main);
