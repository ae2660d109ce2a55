import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PlainFault } from '../plain-fault.mjs';
import { root } from '../root.mjs';

// Apart from the type check's own record, or each would undo the other's.
const record = 'dist/.build.tsbuildinfo';

/** Compiles apps and libs to dist/apps, dist/libs by TypeScript; a type error stops the build. */
export function compile() {
  // Without its outputs the record would make TypeScript believe that nothing is left to write.
  if (!existsSync(join(root, 'dist/libs'))) rmSync(join(root, record), { force: true });
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--tsBuildInfoFile', record], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new PlainFault('The build failed: TypeScript found the errors above.');
}
