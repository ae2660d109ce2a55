// Only node: imports here: this runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PlainFault } from './plain-fault.mjs';
import { root } from './root.mjs';

/** Stops with one line on a Node that cannot run Talqy. */
export function requireNode() {
  const wanted = /\d+(\.\d+)*/.exec(packageFile('package.json').engines.node)[0];
  if (!atLeast(process.versions.node, wanted)) {
    throw new PlainFault(`Talqy needs Node ${wanted} or newer; this is Node ${process.versions.node}.`);
  }
}

function atLeast(version, wanted) {
  const [have, need] = [version, wanted].map((text) => text.split('.').map(Number));
  const differs = need.findIndex((part, index) => have[index] !== part);
  return differs === -1 || have[differs] > need[differs];
}

/** Runs `npm ci` when node_modules is missing or is not what package-lock.json says. */
export function installMissing() {
  if (isInstalled()) return;
  console.log('Installing packages (once) …');
  const [command, ...args] = npm();
  const { status, error } = spawnSync(command, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'development' }, // production would leave out the compiler
  });
  if (error || status !== 0)
    throw new PlainFault(`npm ci failed${error ? `: ${error.message}` : ''}. See the lines above.`);
}

function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(packageFile('package-lock.json').packages).every(
    ([path, { version, optional, devOptional, peer }]) =>
      path === '' || optional || devOptional || peer || installed[path]?.version === version,
  );
}

function npm() {
  const beside = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  const script = [process.env.npm_execpath, beside].find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
  return script ? [process.execPath, script] : ['npm'];
}

const packageFile = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'));
