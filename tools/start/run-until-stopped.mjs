import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from '../build/build.mjs';
import { PlainFault } from '../plain-fault.mjs';
import { tryPort } from '../postgres/port.mjs';
import { addressOf, chooseAddress } from './address.mjs';
import { runCli, startApp } from './app.mjs';
import { builtFacts, startDemoProvider } from './demo-provider.mjs';
import { environmentFor, openDatabase } from './environment.mjs';

/** Builds, migrates, seeds, serves; returns after Ctrl-C or SIGTERM, when everything it started has ended. */
export async function runUntilStopped(lock) {
  const stopped = stopRequest();
  const { host, port, url } = await chooseAddress();
  await buildAll();
  const database = await openDatabase();
  const apps = [];
  try {
    const env = { PUBLIC_URL: url, ...environmentFor(database.url), HOST: host, PORT: String(port) };
    const provider = await startDemoProvider(env, await builtFacts());
    if (provider) {
      apps.push(provider);
      Object.assign(env, provider.env);
    }
    await prepare(database, env);
    if (stopped.isAsked()) return;
    const healthPort = await tryPort(0, host);
    apps.push(startApp('portal', env), startApp('worker', { ...env, HEALTH_PORT: String(healthPort) }));
    const [worker, portal] = apps.toReversed();
    await Promise.race([
      Promise.all([portal.ready(`${url}/health/ready`), worker.ready(`${addressOf(host, healthPort)}/health/ready`)]),
      stopped.asked,
    ]);
    if (stopped.isAsked()) return;
    lock.announce(env.PUBLIC_URL);
    await greet(env);
    await Promise.race([stopped.asked, unexpectedEnd('portal', portal), unexpectedEnd('worker', worker)]);
  } finally {
    if (apps.length > 0) console.log('Stopping …');
    await Promise.all(apps.map((app) => app.stop()));
    await database.stop();
  }
}

async function prepare(database, env) {
  if ((await runCli(['migrate'], env)) !== 0) throw new PlainFault('The database could not be migrated; see above.');
  // A database of somebody's own in production gets no invented data.
  if (!database.embedded && process.env.NODE_ENV === 'production') return;
  const seeded = database.embedded && join(database.folder, 'demo-seeded');
  if (seeded && existsSync(seeded)) return;
  if ((await runCli(['seed', 'demo'], env)) !== 0) throw new PlainFault('The demo could not be seeded; see above.');
  if (seeded) writeFileSync(seeded, new Date().toISOString());
}

async function greet(env) {
  console.log(`\nTalqy is running: ${env.PUBLIC_URL}\n`);
  await runCli(['demo', 'show'], env);
  console.log('\nCtrl-C stops everything.');
}

async function unexpectedEnd(name, app) {
  throw new PlainFault(`The ${name} ended by itself (${await app.ended}). Its log: ${name}.log in the Talqy folder.`);
}

/** The first Ctrl-C or SIGTERM asks for an orderly stop; a second Ctrl-C ends this process at once, and its apps after it. */
function stopRequest() {
  let isAsked = false;
  const asked = new Promise((resolve) => {
    const onSignal = () => {
      if (isAsked) process.exit(130);
      isAsked = true;
      resolve();
    };
    process.on('SIGINT', onSignal).on('SIGTERM', onSignal).on('SIGHUP', onSignal);
  });
  return { asked, isAsked: () => isAsked };
}
