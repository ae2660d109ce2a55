// npm run fuzz -- [--runs N] [--seed S]: hostile requests made from the description of the API, N for each operation and person.
import { parseArgs } from 'node:util';
import { PlainFault, run } from './plain-fault.mjs';
import { requireNode, installMissing } from './install.mjs';

await run(async () => {
  requireNode();
  installMissing();
  process.env.TALQY_FUZZ_RUNS = wholeNumber('runs', 200);
  const seed = wholeNumber('seed', '');
  if (seed !== '') process.env.TALQY_FUZZ_SEED = seed;
  const { runSuites } = await import('./test/run-suites.mjs');
  process.exitCode = await runSuites(['end-to-end', 'test/fuzz']);
});

function wholeNumber(name, otherwise) {
  const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
  const given = values[name];
  if (given === undefined) return String(otherwise);
  if (!/^[1-9]\d{0,6}$/.test(given))
    throw new PlainFault(`--${name} must be a whole number from 1 to 9999999, not "${given}".`);
  return given;
}
