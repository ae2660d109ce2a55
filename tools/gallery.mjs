// npm run gallery [-- FOLDER]: pictures of every page in Kazakh and Russian, 1280 and 320 px wide, with an index to look through.
// Without a folder they go to `.talqy/gallery`, which no commit takes.
import { join, resolve } from 'node:path';
import { requireNode, installMissing } from './install.mjs';
import { run } from './plain-fault.mjs';
import { root } from './root.mjs';

await run(async () => {
  requireNode();
  installMissing();
  const folder = process.argv[2] ? resolve(process.argv[2]) : join(root, '.talqy/gallery');
  process.env.TALQY_GALLERY = folder;
  const { runSuites } = await import('./test/run-suites.mjs'); // what follows may import packages
  process.exitCode = await runSuites(['gallery']);
  console.log(`${join(folder, 'kk.html')}\n${join(folder, 'ru.html')}`);
});
