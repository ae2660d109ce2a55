import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { PlainFault } from '../plain-fault.mjs';
import { root } from '../root.mjs';
import { home } from './home.mjs';

/** What of the built program it needs: the people of the demo, known by their addresses, and what is this host. */
export async function builtFacts() {
  const built = async (path) => import(pathToFileURL(join(root, 'dist', path)).href);
  const { demoSignIns } = await built('apps/cli/src/demo/demo-sign-ins.js');
  const { isThisHost } = await built('libs/kernel/src/this-host.js');
  return { people: demoSignIns.map(({ email, name }) => ({ sub: email, name })), isThisHost };
}

/**
 * The identity provider of the demo, on this host alone; nothing when the settings name a real one, in production, or where the portal
 * is reached from other machines. A provider of senders that the settings name stays.
 * @param env of the apps
 * @returns {Promise<{ env: Record<string, string>, stop(): Promise<void> } | undefined>} what the portal must know of it
 */
export async function startDemoProvider(env, { people, isThisHost }) {
  if (env.TALQY_OIDC_ISSUER || env.NODE_ENV === 'production' || !staysHere(env, isThisHost)) return undefined;
  const clientSecret = randomBytes(32).toString('base64url');
  const returnAddresses = ['/sign-in/provider/return', '/sender/return'].map(
    (path) => new URL(path, env.PUBLIC_URL).href,
  );
  const leftAddresses = [new URL('/sign-out/return', env.PUBLIC_URL).href];
  // One more, whom nobody invited.
  const everybody = [...people, { sub: 'guest', name: 'Қонақ Гость' }];
  const known = { clientId: 'talqy-demo', clientSecret, returnAddresses, leftAddresses, people: everybody };
  const { issuer, stop } = await spawned(known, env);
  const client = { ISSUER: issuer, CLIENT_ID: 'talqy-demo', CLIENT_SECRET: clientSecret, NAME: 'Demo ID' };
  return {
    env: {
      ...prefixed('TALQY_OIDC_', { ...client, SECOND_FACTOR: 'amr=mfa' }),
      ...(Object.keys(env).some((name) => name.startsWith('TALQY_OIDC_CITIZENS_') && env[name])
        ? {}
        : prefixed('TALQY_OIDC_CITIZENS_', client)),
    },
    stop,
  };
}

const prefixed = (prefix, settings) =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [`${prefix}${name}`, value]));

/** The portal listens on this host alone, and is not reached from elsewhere by something before it either. */
function staysHere({ HOST, PUBLIC_URL }, isThisHost) {
  if (!isThisHost(HOST ?? '') || !URL.canParse(PUBLIC_URL)) return false;
  const { protocol, hostname } = new URL(PUBLIC_URL);
  return protocol === 'http:' && isThisHost(hostname);
}

async function spawned(known, env) {
  const path = join(home, 'demo-provider.log');
  const log = openSync(path, 'w');
  const child = spawn(
    process.execPath,
    ['--import', new URL('end-with-parent.mjs', import.meta.url).href, join(root, 'tools/demo-provider/main.mjs')],
    { cwd: root, env, detached: true, stdio: ['pipe', 'pipe', log, 'ipc'] },
  );
  closeSync(log);
  const ended = new Promise((resolve) => {
    child.once('error', resolve);
    child.once('exit', resolve);
  });
  // It may be over before it has read who is known.
  child.stdin.once('error', () => {});
  child.stdin.end(JSON.stringify(known));
  const line = await Promise.race([once(createInterface(child.stdout), 'line'), ended.then(() => undefined)]);
  if (!line)
    throw new PlainFault(
      `The demo provider did not start. Its log ${path} says:\n${readFileSync(path, 'utf8').trim()}`,
    );
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { issuer: JSON.parse(line[0]).issuer, stop };
}
