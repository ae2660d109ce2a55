// npm run check: every check that needs no server, two at a time; a line for each, its findings below when it fails.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { installMissing, requireNode } from './install.mjs';
import { run } from './plain-fault.mjs';
import { root } from './root.mjs';

const program = (path) => join(root, 'node_modules', path);
const sources = ['apps', 'libs', 'test', 'tools'];

const checks = {
  types: [
    program('typescript/bin/tsc'),
    '--noEmit',
    '--pretty',
    'false',
    '-p',
    'tsconfig.json',
    '--tsBuildInfoFile',
    'dist/.check.tsbuildinfo',
  ],
  lint: [program('oxlint/bin/oxlint'), '--type-aware', '--format=unix', ...sources],
  format: [program('prettier/bin/prettier.cjs'), '--check', '--cache', '--log-level=warn', '.'],
  imports: [
    program('dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config',
    'tools/arch/dependency-cruiser.mjs',
    'apps',
    'libs',
  ],
  house: ['tools/arch/house.mjs'],
  drawing: ['tools/arch/draw.mjs', '--check'],
};

/** Runs one check; resolves with whether it passed. */
function check([name, args]) {
  const started = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, NO_COLOR: '1' } });
  const output = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${name.padEnd(8)} ${code === 0 ? 'passed' : 'FAILED'} ${seconds} s`);
      if (code !== 0) console.log(Buffer.concat(output).toString().trim().replace(/^/gm, '  '));
      resolve(code === 0);
    });
  });
}

await run(async () => {
  requireNode();
  installMissing();
  const waiting = Object.entries(checks);
  const results = [];
  const worker = async () => {
    while (waiting.length > 0) results.push(await check(waiting.shift()));
  };
  await Promise.all([worker(), worker()]);
  if (results.includes(false)) process.exitCode = 1;
});
