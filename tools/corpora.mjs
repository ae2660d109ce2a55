// TALQY_CORPORA=folder npm run corpora: every naughty string of the folder in every field, looked for in every output.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { requireNode, installMissing } from './install.mjs';
import { PlainFault, run } from './plain-fault.mjs';
import { root } from './root.mjs';

await run(async () => {
  requireNode();
  const folder = process.env.TALQY_CORPORA;
  if (!folder) throw new PlainFault('Name the folder of the corpora: TALQY_CORPORA=../shared/data npm run corpora');
  for (const file of ['blns.json', 'csv-payload.txt']) {
    const path = join(resolve(root, folder), 'negative-inputs', file);
    if (!existsSync(path))
      throw new PlainFault(`There is no ${path}: TALQY_CORPORA names a folder without the hostile inputs.`);
  }
  installMissing();
  const { runSuites } = await import('./test/run-suites.mjs'); // what follows may import packages
  process.exitCode = await runSuites(['browser', 'end-to-end', 'test/corpora']);
});
