import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { databaseDigest } from './database-digest.js';
import { addressesOf } from './addresses.js';
import { everythingRead, parameterNames, readAs, readingRoutes, type Someone } from './requests.js';
import { canaries, startWorld, type World } from './world.js';

let world: World;
let addresses: string[];
beforeAll(async () => {
  world = await startWorld();
  addresses = addressesOf(readingRoutes(world), world);
}, 120_000);
afterAll(() => world.portal.stop());

const readers: readonly Someone[] = ['anonymous', 'stranger', 'officer', 'administrator'];
/** Pages of the sender's own, whose address is the secret. */
const isOwn = (url: string): boolean => url.includes(world.ids.secret);

describe('what may be read', () => {
  it('NT03 NT24 NT53: no route tells the public a hidden text, a letter that waits, or a draft that is not placed', async () => {
    const told: string[] = [];
    for (const [url, { body }] of await everythingRead(world, 'anonymous'))
      for (const [name, words] of Object.entries(canaries))
        if (body.includes(words) && !isOwn(url)) told.push(`${url} tells ${name}`);
    expect(told).toEqual([]);
    const { procedureId } = world.dossier;
    for (const url of addresses.filter((each) => each.includes(world.open.procedureId))) {
      const { statusCode } = await world.portal.get(url.replace(world.open.procedureId, procedureId));
      expect([url, [303, 400, 401, 404].includes(statusCode)]).toEqual([url, true]);
    }
    for (const more of ['.json', '/embed', '/embed.html', '.rss', '/feed', '.pdf', '/print'])
      expect((await world.portal.get(`/ru/discussions/${procedureId}${more}`)).statusCode).toBe(404);
  });

  it('NT07 NT54: another body’s official reads nothing of them either, in no list and no count', async () => {
    const told: string[] = [];
    for (const who of ['stranger', 'administrator'] as const)
      for (const [url, { body }] of await everythingRead(world, who))
        for (const [name, words] of Object.entries(canaries))
          if (body.includes(words) && !isOwn(url)) told.push(`${who}: ${url} tells ${name}`);
    expect(told).toEqual([]);
    const desk = await readAs(world, 'stranger', '/ru/officer');
    for (const scene of [world.open, world.closed, world.published])
      expect(desk.body.includes(scene.discussionId)).toBe(false);
  });

  it('NT46: no anonymous answer has the shape of an e-mail address or of an IIN in it', async () => {
    const told: string[] = [];
    for (const [url, { body }] of await everythingRead(world, 'anonymous')) {
      const found = /[\w.-]+@[\w-]+\.\w{2,}|(?<![\w-])\d{12}(?![\w-])/.exec(body)?.[0];
      if (found && !isOwn(url)) told.push(`${url}: ${found}`);
    }
    expect(told).toEqual([]);
  });

  it('v5.0.0-3.5.3: reading changes nothing in the database', async () => {
    for (const who of readers) await readAs(world, who, '/ru/');
    const before = await databaseDigest(world.portal.database);
    for (const who of readers) await everythingRead(world, who);
    expect(await databaseDigest(world.portal.database)).toEqual(before);
  });

  it('NT05 NT06: a file that is not public has no address that works without its session, nor after sign-out', async () => {
    const { open, ids } = world;
    const files = [
      `/ru/officer/remarks/${ids.number}/files/${ids.fileId}`,
      `/ru/officer/discussions/${open.discussionId}/entries/${ids.entryId}/files/${ids.scanId}`,
    ];
    for (const url of files) {
      const own = await readAs(world, 'officer', url);
      expect([own.statusCode, own.headers['cache-control']]).toEqual([200, 'no-store']);
      expect(own.headers['content-disposition']).toMatch(/^attachment; /);
      expect((await readAs(world, 'anonymous', url)).headers.location).toBe('/ru/sign-in?again=1');
      expect((await readAs(world, 'stranger', url)).statusCode).toBe(404);
      expect((await readAs(world, 'administrator', url)).statusCode).toBe(403);
    }
    expect((await readAs(world, 'officer', files[0]?.replace(ids.fileId, ids.scanId) ?? '')).statusCode).toBe(404);
  });
});

describe('what is asked in an address', () => {
  const marker = `"'><x-y>'"`;

  it('NT18 NT19 NT30 NT33: no parameter of any page comes back as markup, and none is a fault of ours', async () => {
    const names = parameterNames();
    expect(names).toEqual(expect.arrayContaining(['after', 'text', 'words', 'clause', 'number', 'from', 'queue']));
    const query = names.map((name) => `${name}=${encodeURIComponent(marker)}`);
    const wrong: string[] = [];
    for (const who of ['anonymous', 'officer'] as const) {
      for (const url of addresses) {
        const { statusCode, body } = await readAs(world, who, `${url}?${query.join('&')}`);
        if (statusCode >= 500) wrong.push(`${who}: ${statusCode} ${url}`);
        if (body.includes('<x-y') || body.includes(`"'>`)) wrong.push(`${who}: marker in ${url}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('NT04 NT16 NT28: twice, as an object, as SQL, as no text at all: no parameter of a page is a fault of ours or waits', async () => {
    const sleep = encodeURIComponent("';select pg_sleep(3)--");
    const kinds: ((name: string) => string)[] = [
      (name) => `${name}=1&${name}=2`,
      (name) => `${name}[a]=1`,
      (name) => `${name}=${sleep}`,
      (name) => `${name}=%00`,
      (name) => `${name}=%ff%fe`,
      (name) => `${name}=${encodeURIComponent('(case when 1=1 then pg_sleep(3) end)')}`,
    ];
    const names = parameterNames();
    const wrong: string[] = [];
    for (const url of addresses.filter((each) => each.startsWith('/ru')))
      for (const [index, kind] of kinds.entries()) {
        const started = performance.now();
        const { statusCode } = await readAs(world, 'officer', `${url}?${names.map(kind).join('&')}`);
        const hasSlept = performance.now() - started > 3_000;
        if (statusCode >= 500 || hasSlept) wrong.push(`${statusCode} ${url} kind ${index} ${hasSlept ? 'slept' : ''}`);
      }
    expect(wrong).toEqual([]);
  });

  it('NT16 NT51: the API refuses a parameter it does not know: no filter, sort or field of a hidden column', async () => {
    const wrong: string[] = [];
    for (const url of addresses.filter((each) => each.startsWith('/api/v1/'))) {
      for (const asked of [
        'sort=author.iin',
        'filter[author.email][startsWith]=a',
        'fields=sender_id',
        'include=sender',
      ]) {
        const [plain, more] = [await readAs(world, 'officer', url), await readAs(world, 'officer', `${url}?${asked}`)];
        if (plain.statusCode === 200 && more.statusCode !== 400) wrong.push(`${url}?${asked}: ${more.statusCode}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('NT14: an identifier is known in its one spelling only', async () => {
    const { discussionId } = world.open;
    const spellings = [
      discussionId.toUpperCase(),
      discussionId.replaceAll('-', ''),
      `{${discussionId}}`,
      discussionId.slice(0, 8),
      discussionId.slice(0, -1),
      `${discussionId}0`,
      `%20${discussionId}`,
      `urn:uuid:${discussionId}`,
      String(Number.parseInt(discussionId, 10)),
      '0',
      '1',
      '-1',
      'null',
    ];
    for (const spelling of spellings)
      for (const url of [`/ru/discussions/${spelling}`, `/api/v1/discussions/${spelling}`])
        expect([url, [400, 404].includes((await world.portal.get(url)).statusCode)]).toEqual([url, true]);
  });

  it('NT35: no path parameter leads out of its place', async () => {
    const paths = [
      '..%2f..%2fetc%2fpasswd',
      '%2e%2e%2f',
      '%2fetc%2fpasswd',
      '%00',
      '%5c..%5c',
      'a%0d%0aX-Y:%201',
      'x'.repeat(5_000),
    ];
    const wrong: string[] = [];
    for (const { path } of readingRoutes(world)) {
      const parameters = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name).filter((name) => name !== 'language');
      for (const name of parameters)
        for (const hostile of paths) {
          const url = path
            .replace(`:${name}`, hostile)
            .replace(':language', 'ru')
            .replaceAll(/:\w+/g, world.open.discussionId);
          const { statusCode, headers, body } = await readAs(world, 'officer', url);
          if (statusCode < 300 || statusCode >= 500 || 'x-y' in headers || body.includes('root:'))
            wrong.push(`${statusCode} ${url.slice(0, 120)}`);
        }
    }
    for (const hostile of paths) {
      const { statusCode } = await world.portal.get(`/assets/${hostile}`);
      if (statusCode < 400 || statusCode >= 500) wrong.push(`${statusCode} /assets/${hostile.slice(0, 60)}`);
    }
    expect(wrong).toEqual([]);
  });

  it('NT52: numbers and ordinals from 1 to 500 find nothing', async () => {
    const patterns = ['/api/v1/remarks/', '/api/v1/discussions/', '/api/v1/reports/', '/ru/discussions/'];
    for (const start of patterns)
      for (let number = 1; number <= 500; number += start.startsWith('/api/v1/remarks') ? 1 : 25)
        expect([start, number, (await world.portal.get(`${start}${number}`)).statusCode]).toEqual([start, number, 404]);
  });

  it('NT17 NT37: no address of ours sends a visitor to another site', async () => {
    const aims = [
      'https://evil.example',
      '//evil.example',
      String.raw`\\evil.example`,
      'javascript:alert(1)',
      'data:text/html,x',
      '/%0d%0aLocation:%20//evil.example',
    ];
    const wrong: string[] = [];
    for (const url of [
      '/',
      '/ru/',
      '/ru/sign-in',
      '/ru/officer',
      `/ru/discussions/${world.open.discussionId}`,
      '/ru/receipts',
      '/ru//evil.example',
      '//evil.example/%2f..',
    ])
      for (const aim of aims)
        for (const name of ['next', 'url', 'return', 'to', 'back', 'redirect_uri']) {
          const { headers, statusCode } = await world.portal.get(`${url}?${name}=${encodeURIComponent(aim)}`);
          const { location } = headers;
          if (statusCode >= 500 || (location !== undefined && !/^\/(?![/\\])/.test(location)))
            wrong.push(`${url} ${name} ${aim} ${location}`);
        }
    expect(wrong).toEqual([]);
  });
});
