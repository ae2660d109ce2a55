// npm run build: dist/apps, dist/libs (TypeScript) and dist/assets (styles, fonts, scripts). Skips what has not changed.
import { buildAll } from './build/build.mjs';
import { run } from './plain-fault.mjs';

await run(buildAll);
