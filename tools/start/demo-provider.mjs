import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../root.mjs';
import { home } from './home.mjs';

/**
 * The identity provider of the demo, on this host alone; nothing when the settings name a real one, in production, or where the portal
 * is reached from other machines.
 * @returns {Promise<{ env: Record<string, string>, stop(): Promise<void> } | undefined>} what the portal must know of it
 */
export async function startDemoProvider({ PUBLIC_URL, NODE_ENV, TALQY_OIDC_ISSUER }) {
  if (
    TALQY_OIDC_ISSUER ||
    NODE_ENV === 'production' ||
    !/^http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/.test(`${PUBLIC_URL}/`)
  )
    return undefined;
  const clientSecret = randomBytes(32).toString('base64url');
  const returnAddresses = ['/sign-in/provider/return', '/sender/return'].map((path) => new URL(path, PUBLIC_URL).href);
  const provider = await spawned({ clientId: 'talqy-demo', clientSecret, returnAddresses, people: await demoPeople() });
  const ended = once(provider.process, 'exit');
  return {
    env: {
      TALQY_OIDC_ISSUER: provider.issuer,
      TALQY_OIDC_CLIENT_ID: 'talqy-demo',
      TALQY_OIDC_CLIENT_SECRET: clientSecret,
      TALQY_OIDC_NAME: 'Demo ID',
      TALQY_OIDC_SECOND_FACTOR: 'amr=mfa',
      TALQY_OIDC_CITIZENS_ISSUER: provider.issuer,
      TALQY_OIDC_CITIZENS_CLIENT_ID: 'talqy-demo',
      TALQY_OIDC_CITIZENS_CLIENT_SECRET: clientSecret,
      TALQY_OIDC_CITIZENS_NAME: 'Demo ID',
    },
    stop: async () => {
      provider.process.kill('SIGTERM');
      await ended;
    },
  };
}

/** The people of the demo, known by their addresses; one more, whom nobody invited. */
async function demoPeople() {
  const { demoSignIns } = await import(pathToFileURL(join(root, 'dist/apps/cli/src/demo/demo-sign-ins.js')).href);
  return [...demoSignIns.map(({ email, name }) => ({ sub: email, name })), { sub: 'guest', name: 'Қонақ Гость' }];
}

async function spawned(known) {
  const log = openSync(join(home, 'demo-provider.log'), 'w');
  const child = spawn(
    process.execPath,
    ['--import', new URL('end-with-parent.mjs', import.meta.url).href, join(root, 'tools/demo-provider/main.mjs')],
    { cwd: root, detached: true, stdio: ['pipe', 'pipe', log, 'ipc'] },
  );
  closeSync(log);
  child.stdin.end(JSON.stringify(known));
  const [line] = await once(child.stdout, 'data');
  return { process: child, issuer: JSON.parse(String(line)).issuer };
}
