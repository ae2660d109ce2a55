import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database } from '#lib/database';
import { fixedClock, instantOf } from '#lib/kernel';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { openScene, type Scene, signIn } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
let address: string;
beforeAll(async () => {
  portal = await startPortal({ clock: fixedClock(instantOf(Date.now())) });
  scene = await openScene(portal);
  address = `/ru/discussions/${scene.discussionId}`;
});
afterAll(() => portal.stop());

const rename = (title: string) =>
  portal.database.query(
    'update procedure set title_ru = $1 where id = (select procedure_id from discussion where id = $2)',
    [title, scene.discussionId],
  );
describe('a public page', () => {
  it('is new as soon as something changed, whoever changed it', async () => {
    await portal.get(address);
    await rename('Другое название');
    expect((await portal.get(address)).body).toContain('Другое название');
  });

  it('is not kept for, nor taken by, who has a session, a token or a cookie of any kind', async () => {
    const { headers } = await signIn(portal, scene.officer);
    expect((await portal.get(address, { headers: { cookie: headers.cookie } })).body).toContain('/ru/sign-out');
    const anonymous = await portal.get(address);
    expect([anonymous.body.includes('/ru/sign-out'), anonymous.headers['cache-control']]).toEqual([
      false,
      'public, max-age=0, s-maxage=10, must-revalidate',
    ]);
    expect((await portal.get(address, { headers: { cookie: headers.cookie } })).headers['cache-control']).toBe(
      'no-store',
    );
  });

  it('that is none is not kept, nor a question with words nobody knows', async () => {
    for (const url of ['/ru/nothing', '/ru/discussions?page=0', '/ru/discussions?surprise=1']) {
      const [first, again] = [await portal.get(url), await portal.get(url)];
      expect([url, again.statusCode, again.headers['cache-control']]).toEqual([
        url,
        first.statusCode,
        first.headers['cache-control'],
      ]);
    }
  });
});

// Every transaction of the server changes the version, those of other databases too: only within the time of freshness is it certain
// that a page was kept. What is kept is answered before the server inside, so that it is asked for as a browser asks.
describe('a public page within its time of freshness', () => {
  let fresh: PortalUnderTest;
  let url: string;
  const lines: { msg?: string; route?: string; status?: number; actor?: string }[] = [];
  beforeAll(async () => {
    fresh = await startPortal({
      clock: fixedClock(instantOf(Date.now())),
      env: { PAGE_FRESHNESS_MS: '10000', LOG_LEVEL: 'info' },
      logTo: (line) => lines.push(JSON.parse(line)),
    });
    url = `${await fresh.listen()}/kk/discussions/${(await openScene(fresh)).discussionId}`;
  });
  beforeEach(() => fresh.send('POST', '/kk/sign-out'));
  afterAll(() => fresh.stop());

  it('is the same from what was kept: words, headers, and nothing for a browser that has it', async () => {
    const headers = { 'accept-encoding': 'identity' };
    const [made, kept] = [await fetch(url, { headers }), await fetch(url, { headers })];
    const said = (answer: Response) => Object.fromEntries([...answer.headers].filter(([name]) => name !== 'date'));
    expect([kept.status, await kept.text(), said(kept)]).toEqual([200, await made.text(), said(made)]);
    const known = await fetch(url, { headers: { ...headers, 'if-none-match': made.headers.get('etag') ?? '' } });
    expect([known.status, await known.text(), known.headers.get('content-security-policy')]).toEqual([
      304,
      '',
      made.headers.get('content-security-policy'),
    ]);
  });

  it('is a line of the log each time, by the pattern of its address', async () => {
    lines.length = 0;
    for (let time = 0; time < 2; time += 1) await (await fetch(url)).text();
    const told = lines.filter(({ msg }) => msg === 'request').map(({ route, status, actor }) => [route, status, actor]);
    expect(told[0]?.[0]).toMatch(/^\/:language.*\/discussions\/:id$/);
    expect(told).toEqual([told[0], told[0]]);
  });

  it('is made once for many who ask at once, and goes to all of them', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => fetch(url)));
    expect(new Set(answers.map(({ status, headers }) => `${status} ${headers.get('etag')}`)).size).toBe(1);
    const nothing = url.replace(/[^/]+$/, 'nothing');
    const none = await Promise.all(Array.from({ length: 5 }, () => fetch(nothing)));
    expect(none.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  });

  it.each(['%zz', `discussions/${'a'.repeat(201)}`])(
    'is waited for by nobody at an address that is none: %s',
    async (path) => {
      const nowhere = `${new URL(url).origin}/kk/${path}`;
      const ask = async () => (await fetch(nowhere, { signal: AbortSignal.timeout(5_000) })).status;
      const first = await ask();
      expect(first).toBeGreaterThanOrEqual(400);
      expect([await ask(), await ask()]).toEqual([first, first]);
    },
  );

  it('is answered without the database, and made anew after a form that this portal took', async () => {
    const read = async () => (await fetch(url)).text();
    await read();
    await fresh.database.query(`update procedure set title_kk = 'Басқа атау'`);
    expect(await read()).not.toContain('Басқа атау');
    await fresh.send('POST', '/kk/sign-out');
    expect(await read()).toContain('Басқа атау');
  });

  it('of nobody is not what somebody with a cookie gets', async () => {
    await (await fetch(url)).text();
    const own = await fetch(url, { headers: { cookie: 'consent=no' } });
    expect([own.status, own.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  });
});

describe('who goes away before the page is made', () => {
  it('leaves nobody waiting for it', async () => {
    const narrow = await startPortal({ env: { DATABASE_POOL: '2' } });
    try {
      const { port, hostname } = new URL(await narrow.listen());
      const held = holdConnections(narrow, 2);
      await held.taken;
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      socket.write('GET /kk HTTP/1.1\r\nHost: localhost\r\n\r\n');
      await setTimeout(200);
      socket.destroy();
      await setTimeout(200);
      held.release();
      const home = `http://${hostname}:${port}/kk`;
      const answers = await Promise.all([fetch(home), fetch(home)]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    } finally {
      await narrow.stop();
    }
  });
});

/** Every connection of a portal is busy until it is released. */
function holdConnections({ app }: PortalUnderTest, count: number) {
  const database = app.get(Database, { strict: false });
  const held = new EventEmitter();
  const released = once(held, 'release');
  let busy = 0;
  const taken = new Promise<void>((resolve) => {
    for (let each = 0; each < count; each += 1)
      void database.lend(async () => {
        busy += 1;
        if (busy === count) resolve();
        await released;
      });
  });
  return { taken, release: () => held.emit('release') };
}
