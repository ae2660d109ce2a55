import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAll, buildAssets } from '../build/build.mjs';
import { PlainFault } from '../plain-fault.mjs';
import { startTemporaryPostgres } from '../postgres/temporary.mjs';
import { root } from '../root.mjs';
import { findBrowser } from './browser.mjs';
import { needs, readArguments } from './suites.mjs';

/** Runs the chosen jest projects and returns the exit code. Prints `N passed, N failed` last. */
export async function runSuites(args) {
  const { chosen, rest } = readArguments(args);
  const wanted = needs(chosen);
  if (wanted.has('dist')) await buildAll();
  else if (wanted.has('assets')) await buildAssets();
  const server = wanted.has('postgres') ? await databaseServer() : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'talqy-totals-'));
  try {
    const totals = join(folder, 'totals.json');
    const code = await jest([...rest, '--selectProjects', ...chosen, '--json', `--outputFile=${totals}`], {
      ...ownEnvironment(),
      ...(server && { TALQY_TEST_DATABASE_URL: server.url }),
      ...(wanted.has('chromium') && browserEnvironment()),
    });
    return report(totals, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await server?.stop();
  }
}

// A server given from outside is used as it is and left running.
async function databaseServer() {
  const given = process.env.TALQY_TEST_DATABASE_URL;
  return given ? { url: given, stop: async () => {} } : startTemporaryPostgres();
}

// The addresses of somebody's real servers never reach a test.
function ownEnvironment() {
  const { DATABASE_URL, MIGRATION_DATABASE_URL, QUEUE_URL, ...environment } = process.env;
  return { ...environment, NODE_ENV: 'test', ...(QUEUE_URL && { TALQY_TEST_QUEUE_URL: QUEUE_URL }) };
}

function browserEnvironment() {
  const { path, args } = findBrowser();
  return { TALQY_CHROMIUM: path, TALQY_CHROMIUM_ARGS: JSON.stringify(args) };
}

/** Resolves with jest's exit code; Ctrl-C and SIGTERM end jest first, so that the server is stopped after it. */
function jest(args, env) {
  const program = join(root, 'node_modules/jest/bin/jest.js');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const child = spawn(process.execPath, [...flags, program, '--rootDir', root, ...args], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  const pass = (signal) => child.kill(signal);
  process.on('SIGINT', pass).on('SIGTERM', pass);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(signal ? 1 : code);
    });
  });
}

// A suite that could not even be loaded counts as one failure: a total without it would look green.
function report(totals, code) {
  if (!existsSync(totals)) throw new PlainFault('Jest ended before it ran a test; see above.');
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(totals, 'utf8'));
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  console.log(`${numPassedTests} passed, ${failed} failed`);
  return failed > 0 ? 1 : code;
}
