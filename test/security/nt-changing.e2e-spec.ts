import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '#lib/settings';
import type { InjectOptions } from 'fastify';
import type { Route } from '../../apps/portal/test/every-route.js';
import { addressOf } from './addresses.js';
import { databaseDigest } from './database-digest.js';
import { changingRoutes } from './requests.js';
import { startWorld, type World } from './world.js';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
}
interface Description {
  readonly paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>>;
  readonly components: { readonly schemas: Record<string, Schema> };
}

let world: World;
let description: Description;
beforeAll(async () => {
  world = await startWorld();
  description = JSON.parse(readFileSync(join(projectRoot(), 'apps/portal/test/openapi.json'), 'utf8'));
}, 120_000);
afterAll(() => world.portal.stop());

const send = (route: Route, options: InjectOptions, stage: 'open' | 'closed' | 'published' = 'open') =>
  world.portal.send(route.method as 'POST', addressOf(route.path, world, stage), options);
const signer = () => world.sessions.signer.headers;
const isSession = ({ path }: Route): boolean => /sign-(in|out)$|\/session$/.test(path);

/** The routes that take JSON, with the members it may have. */
function jsonRoutes(): { route: Route; properties: Readonly<Record<string, Schema>> }[] {
  return changingRoutes(world).flatMap((route) => {
    const operation = description.paths[route.path.replaceAll(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()];
    const schema = operation?.requestBody?.content['application/json']?.schema;
    const named = schema?.$ref ? description.components.schemas[schema.$ref.split('/').at(-1) ?? ''] : schema;
    return named?.properties && !isSession(route) ? [{ route, properties: named.properties }] : [];
  });
}

describe('a request that another site made a browser send', () => {
  it.each<[string, Record<string, string>]>([
    ['from a foreign Origin', { origin: 'https://evil.example' }],
    ['from no Origin at all', { origin: 'null' }],
    ['from a name that ends alike', { origin: 'http://evil-localhost' }],
    ['from a name that begins alike', { origin: 'http://localhost.evil.example' }],
    ['with the mark of another site', { 'sec-fetch-site': 'cross-site' }],
  ])('NT26 NT66: is refused by every route, %s, with session and token, and without', async (_, headers) => {
    const wrong: string[] = [];
    for (const route of changingRoutes(world)) {
      for (const own of [signer(), {}]) {
        const { statusCode } = await send(route, { headers: { ...own, ...headers }, payload: {} });
        const isRefused = statusCode === 403 || ('cookie' in own ? false : [401, 303].includes(statusCode));
        if (!isRefused) wrong.push(`${route.method} ${route.path}: ${statusCode}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('NT26 NT68: is refused after an anonymous request of the same kind, as text/plain and as a form', async () => {
    const before = await databaseDigest(world.portal.database);
    const wrong: string[] = [];
    for (const route of changingRoutes(world).filter((each) => !isSession(each))) {
      // A sender's own address is the right to it: an anonymous request there is the act itself.
      if (!route.path.includes(':secret')) await send(route, { payload: {} });
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
        const { cookie } = signer();
        const { statusCode } = await send(route, { headers: { cookie, 'content-type': type }, payload: 'a=1' });
        if (![403, 415].includes(statusCode)) wrong.push(`${route.method} ${route.path} ${type}: ${statusCode}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await databaseDigest(world.portal.database)).toEqual(before);
  });

  it('NT26: no state changes by GET or HEAD of an address that is there for a change', async () => {
    const before = await databaseDigest(world.portal.database);
    const server = world.portal.app.getHttpAdapter().getInstance();
    for (const route of changingRoutes(world))
      for (const method of ['GET', 'HEAD'] as const) {
        const { statusCode } = await server.inject({ method, url: addressOf(route.path, world), headers: signer() });
        expect([route.path, statusCode < 500]).toEqual([route.path, true]);
      }
    expect(await databaseDigest(world.portal.database)).toEqual(before);
  });
});

describe('a body that is not as described', () => {
  it.each([
    ['application/json\ta'],
    [' application/json'],
    ['application/json garbage'],
    ['application/jsonx'],
    ['application/xml'],
    ['text/html'],
  ])('NT 1d: is not read under another name of its type: %j', async (type) => {
    const before = await databaseDigest(world.portal.database);
    for (const { route } of jsonRoutes()) {
      const { statusCode } = await send(route, { headers: { ...signer(), 'content-type': type }, payload: '{}' });
      // White space before a header's value is no part of it.
      const refusals = type.startsWith(' ') ? [400, 404] : [415];
      expect(refusals).toContain(statusCode);
    }
    expect(await databaseDigest(world.portal.database)).toEqual(before);
  });

  it('NT40 NT56 NT62: names of our columns are no members of it: 400 by each, and nothing is stored', async () => {
    const columns = await world.portal.database.query<{ name: string }>(
      `select distinct column_name as name from information_schema.columns where table_schema = 'public'`,
    );
    const camel = (name: string) => name.replaceAll(/_(\w)/g, (__, letter: string) => letter.toUpperCase());
    const names = new Set([
      ...columns.flatMap(({ name }) => [name, camel(name)]),
      'isHidden',
      'status',
      'acceptedAt',
      'leafIndex',
      'userId',
      'role',
      'roles',
      'isAdmin',
    ]);
    const before = await databaseDigest(world.portal.database);
    for (const { route, properties } of jsonRoutes()) {
      const foreign = [...names].filter((name) => !(name in properties));
      for (let at = 0; at < foreign.length; at += 150) {
        const some = foreign.slice(at, at + 150);
        const payload = Object.fromEntries(some.map((name) => [name, true]));
        const answer = await send(route, { headers: { ...signer(), 'idempotency-key': '"a key"' }, payload }, 'closed');
        expect([route.path, [400, 404].includes(answer.statusCode)]).toEqual([route.path, true]);
        if (answer.statusCode === 404) continue;
        const told = answer.json<{ details?: { fields?: { field: string }[] } }>().details?.fields ?? [];
        const named = new Set(told.map(({ field }) => field));
        expect([route.path, some.filter((name) => !named.has(name))]).toEqual([route.path, []]);
      }
    }
    expect(await databaseDigest(world.portal.database)).toEqual(before);
  });

  it('NT55: what is to be true or false is not read out of anything else', async () => {
    let booleans = 0;
    for (const { route, properties } of jsonRoutes())
      for (const [name] of Object.entries(properties).filter(([, { type }]) => type === 'boolean'))
        for (const value of ['1', 'yes', 'true', 1, 0, [], {}, [true]]) {
          booleans += 1;
          const answer = await send(route, { headers: signer(), payload: { [name]: value } }, 'closed');
          expect([route.path, name, value, answer.statusCode]).toEqual([route.path, name, value, 400]);
        }
    expect(booleans).toBeGreaterThan(0);
  });

  it('NT65: lists and objects for texts, and names of the prototype, are refused and pollute nothing', async () => {
    const bodies = [
      '{"__proto__":{"polluted":true}}',
      '{"constructor":{"prototype":{"polluted":true}}}',
      '{"text":{"toString":"x"}}',
      '{"__proto__":null}',
      '[]',
      'null',
      '"x"',
      '1',
      '{"text":["a"],"kind":{},"sender":[],"decisions":"x","clauses":{},"number":[[]]}',
      `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
    ];
    for (const { route } of jsonRoutes())
      for (const payload of bodies) {
        const headers = { ...signer(), 'content-type': 'application/json' };
        const { statusCode } = await send(route, { headers, payload }, 'closed');
        expect([route.path, payload.slice(0, 40), [400, 404].includes(statusCode)]).toEqual([
          route.path,
          payload.slice(0, 40),
          true,
        ]);
      }
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect((await world.portal.get('/health/ready')).statusCode).toBe(200);
  });

  it('F23: a hundred thousand members, and ten megabytes, are refused at once', async () => {
    const many = JSON.stringify(Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`k${n}`, n])));
    const large = JSON.stringify({ text: 'x'.repeat(10_000_000) });
    const url = `/api/v1/discussions/${world.open.discussionId}/remarks`;
    const headers = { 'content-type': 'application/json', 'idempotency-key': '"a"' };
    expect((await world.portal.send('POST', url, { headers, payload: large })).statusCode).toBe(413);
    const answer = await world.portal.send('POST', url, { headers, payload: many });
    expect(answer.statusCode).toBe(400);
    expect(answer.body.length).toBeLessThan(100_000);
  });
});
