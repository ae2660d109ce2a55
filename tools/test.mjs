// npm test: every suite on servers it starts itself. `node tools/test.mjs [suite …] [jest arguments]`.
import { requireNode, installMissing } from './install.mjs';
import { run } from './plain-fault.mjs';

await run(async () => {
  requireNode();
  installMissing();
  const { runSuites } = await import('./test/run-suites.mjs'); // what follows may import packages
  process.exitCode = await runSuites(process.argv.slice(2));
});
