import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { everyRoute } from '../../apps/portal/test/every-route.js';
import { addressesOf, addressOf } from './addresses.js';
import { readAs, readingRoutes } from './requests.js';
import { startWorld, type World } from './world.js';

let world: World;
let base: URL;
beforeAll(async () => {
  world = await startWorld();
  base = new URL(await world.portal.listen());
}, 120_000);
afterAll(() => world.portal.stop());

const pagePolicy =
  /^default-src 'none'; script-src 'self' 'sha256-[A-Za-z0-9+/=]{44}'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'/;
const dataPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

describe('the headers of every answer', () => {
  const always = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
  };

  it('v5.0.0-3.4.3 to 3.4.6, 3.2.1, 4.1.1: keep pages to themselves and data from being pages', async () => {
    const wrong: string[] = [];
    for (const who of ['anonymous', 'officer'] as const)
      for (const url of [
        ...addressesOf(readingRoutes(world), world),
        '/ru/nothing',
        '/api/v1/nothing',
        '/assets/nothing',
        '/assets/main.css',
      ]) {
        const { headers, statusCode, body } = await readAs(world, who, url);
        const type = String(headers['content-type'] ?? '');
        const policy = String(headers['content-security-policy']);
        for (const [name, value] of Object.entries(always)) if (headers[name] !== value) wrong.push(`${url}: ${name}`);
        if (!/camera=\(\).*microphone=\(\)/.test(String(headers['permissions-policy'])))
          wrong.push(`${url}: permissions`);
        if ('access-control-allow-origin' in headers || 'server' in headers || 'x-powered-by' in headers)
          wrong.push(`${url}: says too much`);
        const isPage = type.startsWith('text/html');
        if (isPage && !pagePolicy.test(policy)) wrong.push(`${url}: ${policy}`);
        if (!isPage && type && !type.startsWith('text/css') && policy !== dataPolicy)
          wrong.push(`${url}: data under ${policy}`);
        if (body !== '' && !/charset=utf-8|octet-stream|application\/(json$|pdf|pkcs7|vnd|zip)|image\//i.test(type))
          wrong.push(`${statusCode} ${url}: type ${type}`);
        if (who === 'officer' && isPage && statusCode === 200 && headers['cache-control'] !== 'no-store')
          wrong.push(`${url}: ${headers['cache-control']}`);
      }
    expect(wrong).toEqual([]);
  });

  it('v5.0.0-3.4.3: no page has a script, style or handler that its policy would not run', async () => {
    const wrong: string[] = [];
    for (const url of addressesOf(readingRoutes(world), world).filter((each) => each.startsWith('/ru'))) {
      const { body, headers } = await readAs(world, 'officer', url);
      if (!String(headers['content-type']).startsWith('text/html')) continue;
      const policy = String(headers['content-security-policy']);
      for (const [, attributes = '', script = ''] of body.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
        const hash = createHash('sha256').update(script).digest('base64');
        const isLawful =
          attributes.includes(' src="/assets/') || attributes.includes('application/ld+json') || policy.includes(hash);
        if (!isLawful) wrong.push(`${url}: <script${attributes}>`);
      }
      if (/<style\b|\sstyle="|\son\w+="|href="javascript:/i.test(body)) wrong.push(`${url}: in line`);
      for (const [, address = ''] of body.matchAll(/<(?:script|link|img)[^>]+(?:src|href)="([^"]+)"/g))
        if (!/^(\/|data:|http:\/\/localhost:80\/)/.test(address)) wrong.push(`${url}: loads ${address}`);
    }
    expect(wrong).toEqual([]);
  });

  it('v5.0.0-6.2.6, 6.2.7, 7.4.4: passwords are masked and may be pasted and kept; every page of an official lets leave', async () => {
    const wrong: string[] = [];
    let passwords = 0;
    for (const who of ['anonymous', 'officer'] as const)
      for (const url of addressesOf(readingRoutes(world), world).filter((each) => each.startsWith('/ru'))) {
        const { body, headers, statusCode } = await readAs(world, who, url);
        if (!String(headers['content-type']).startsWith('text/html') || statusCode !== 200) continue;
        for (const [input] of body.matchAll(/<input[^>]*name="[^"]*password[^"]*"[^>]*>/gi)) {
          passwords += 1;
          if (!/type="password"/.test(input) || !/autocomplete="(current|new)-password"/.test(input))
            wrong.push(`${url}: ${input}`);
        }
        if (who === 'officer' && !body.includes('action="/ru/sign-out"')) wrong.push(`${url}: no way out`);
      }
    expect(wrong).toEqual([]);
    expect(passwords).toBeGreaterThan(2);
  });

  it('v5.0.0-3.4.2: no other origin is let in, whatever it says of itself', async () => {
    for (const origin of ['https://evil.example', 'null', 'http://localhost', 'http://localhost:80'])
      for (const method of ['GET', 'OPTIONS'] as const) {
        const server = world.portal.app.getHttpAdapter().getInstance();
        const headers = {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'x-csrf-token',
        };
        const answer = await server.inject({ method, url: '/api/v1/discussions', headers });
        expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      }
  });
});

describe('methods', () => {
  it('v5.0.0-4.1.4, 13.4.4: an address takes the declared ones; any other is 405 with Allow', async () => {
    const server = world.portal.app.getHttpAdapter().getInstance();
    const routes = everyRoute(world.portal.app);
    const wrong: string[] = [];
    // `groups/search` is also where a group of that name would be.
    for (const { path } of routes.filter((each) => !each.path.endsWith('/groups/search'))) {
      const url = addressOf(path, world);
      const declared = new Set(
        routes.filter((each) => addressOf(each.path, world) === url).map(({ method }): string => method),
      );
      for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'] as const) {
        if (declared.has(method)) continue;
        const { statusCode, headers } = await server.inject({ method, url, headers: world.sessions.signer.headers });
        const allows = (headers['allow'] ?? '').split(', ');
        if (statusCode !== 405 || ![...declared].every((each) => allows.includes(each)))
          wrong.push(`${method} ${path}: ${statusCode} ${headers['allow']}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('v5.0.0-13.4.1, 13.4.2, 13.4.5: nothing is found where tools look first', async () => {
    for (const url of [
      '/.git/config',
      '/.env',
      '/.well-known/x',
      '/package.json',
      '/node_modules/',
      '/metrics',
      '/debug',
      '/server-status',
      '/admin',
      '/api/v0/bodies',
      '/api/v2/bodies',
      '/assets/',
      '/assets/.env',
      '/assets/../package.json',
      '/graphql',
      '/actuator/health',
      '/dist/',
      '/swagger.json',
    ])
      expect([url, (await world.portal.get(url)).statusCode]).toEqual([url, 404]);
  });
});

/** What a server says to these bytes, until it hangs up or the time is over. */
function say(text: string, within = 5_000): Promise<{ answer: string; isClosed: boolean; ms: number }> {
  const started = performance.now();
  return new Promise((resolve) => {
    const socket = connect(Number(base.port), base.hostname, () => socket.write(text));
    let answer = '';
    const end = (isClosed: boolean) => {
      clearTimeout(late);
      socket.destroy();
      resolve({ answer, isClosed, ms: performance.now() - started });
    };
    const late = setTimeout(() => end(false), within);
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    socket.once('close', () => end(true)).once('error', () => end(true));
  });
}

describe('bytes that are no request', () => {
  const head = 'POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';

  it.each([
    ['two lengths', `${head}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`],
    ['a length and chunks', `${head}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['chunks named twice', `${head}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`],
    ['a length that is none', `${head}Content-Length: +2\r\n\r\n{}`],
    ['a header without a name', `GET / HTTP/1.1\r\nHost: localhost\r\n: x\r\n\r\n`],
    ['a header folded', `GET / HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\r\n\r\n`],
    ['a lone line feed in a value', `GET / HTTP/1.1\r\nHost: localhost\r\nX: a\nY: b\r\n\r\n`],
    ['no host', 'GET / HTTP/1.1\r\n\r\n'],
    ['no HTTP', 'ҚАЗАҚ\r\n\r\n'],
    ['a chunk of no size', `${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n`],
  ])('v5.0.0-4.2.1: %s: 400, and the connection is over', async (_, text) => {
    const { answer, isClosed } = await say(text);
    expect([answer.slice(0, 12), isClosed]).toEqual(['HTTP/1.1 400', true]);
    expect(answer.match(/HTTP\/1\.1 \d{3}/g)).toHaveLength(1);
  });

  it('headers larger than 16 KiB: 431', async () => {
    const { answer, isClosed } = await say(`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect([answer.slice(0, 12), isClosed]).toEqual(['HTTP/1.1 431', true]);
  });

  it('F22: headers that come drop by drop are over after ten seconds, a whole request after thirty', async () => {
    const server = world.portal.app.getHttpServer();
    expect([server.headersTimeout, server.requestTimeout, server.keepAliveTimeout]).toEqual([10_000, 30_000, 5_000]);
    const slow = Promise.all(
      Array.from({ length: 20 }, () => say('GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ', 25_000)),
    );
    const meanwhile = await fetch(new URL('/health/live', base));
    expect(meanwhile.status).toBe(200);
    for (const { answer, isClosed, ms } of await slow) {
      expect([answer.slice(0, 12), isClosed]).toEqual(['HTTP/1.1 408', true]);
      expect(ms).toBeLessThan(20_000);
    }
  });
});

describe('who asks', () => {
  it('v5.0.0-4.1.3, 15.3.4, NT59: is not what a client says of itself: its addresses are not believed', async () => {
    const email = 'nobody-here@bilim.example.kz';
    for (let turn = 0; turn < 3; turn += 1)
      await world.portal.send('POST', '/api/v1/session', {
        payload: { email, password: 'wrong' },
        headers: { 'x-forwarded-for': `203.0.113.${turn}`, 'x-real-ip': '203.0.113.9', forwarded: 'for=203.0.113.8' },
      });
    const rows = await world.portal.database.query<{ found: string }>('select t::text as found from sign_in_attempt t');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ found }) => found.includes('203.0.113'))).toEqual([]);
  });

  it('is what a proxy says only when it is a configured one', async () => {
    const { serverOptions } = await import('../../apps/portal/src/request/server-options.js');
    const { Settings } = await import('#lib/settings');
    const settings = world.portal.app.get(Settings, { strict: false });
    const proxies = ['10.0.0.1', '10.1.0.0/16'];
    const behind = Object.assign(Object.create(Settings.prototype) as typeof settings, settings, {
      trustedProxies: proxies,
    });
    expect(serverOptions(settings, {} as never).trustProxy).toBe(false);
    expect(serverOptions(behind, {} as never).trustProxy).toEqual(proxies);
  });
});
