import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { askOutside, type OutgoingRequest } from './ask-outside.js';

let servers: Server[] = [];
let connections = 0;
afterEach(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  servers = [];
  connections = 0;
});

/** A listener of this host that counts who comes. */
async function listening(answer: RequestListener = (_, response) => response.end('ok')): Promise<number> {
  const server = createServer(answer);
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  servers.push(server);
  return (server.address() as AddressInfo).port;
}

const request = (url: string, more: Partial<OutgoingRequest> = {}): OutgoingRequest => ({
  url: new URL(url),
  method: 'GET',
  namedBy: 'configured',
  milliseconds: 3_000,
  bytes: 1_000,
  ...more,
});
const stranger = (url: string) => request(url, { namedBy: 'stranger' });
const at =
  (...addresses: string[]) =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

describe('an address that a stranger named (NT12, API7)', () => {
  it.each([
    ['http', 'http://example.org/', 'the address is not https'],
    ['a file', 'file:///etc/passwd', 'the address is not one of the web'],
    ['a port of its own', 'https://example.org:8443/', 'the address names a port of its own'],
    ['a password', 'https://a:b@example.org/', 'the address carries a name or a password'],
    ['this host', 'https://127.0.0.1/', 'the address leads into a private network'],
    ['this host by name', 'https://localhost/', 'the address leads into a private network'],
    ['this host in hexadecimal', 'https://0x7f.1/', 'the address leads into a private network'],
    ['this host as one number', 'https://2130706433/', 'the address leads into a private network'],
    ['this host in IPv6', 'https://[::1]/', 'the address leads into a private network'],
    ['this host in IPv4 within IPv6', 'https://[::ffff:127.0.0.1]/', 'the address leads into a private network'],
    ['the metadata of a cloud', 'https://169.254.169.254/latest/', 'the address leads into a private network'],
    ['a private network', 'https://192.168.1.1/', 'the address leads into a private network'],
  ])('is not asked when it is %s', async (_, url, why) => {
    await expect(askOutside(stranger(url))).rejects.toThrow(why);
  });

  it('is not asked when one of its addresses is private: the listener here is not even connected to', async () => {
    await listening();
    const mixed = askOutside(stranger('https://rebinding.example/'), at('8.8.8.8', '127.0.0.1'));
    await expect(mixed).rejects.toThrow('the address leads into a private network');
    expect(connections).toBe(0);
  });

  it('is resolved once: what was looked at is what is connected to', async () => {
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }];
    };
    const port = await listening();
    const answer = await askOutside(request(`http://named.example:${port}/`), resolve);
    expect([answer.status, answer.body.toString(), asked, connections]).toEqual([200, 'ok', 1, 1]);
  });
});

describe('an address of the settings', () => {
  it('leads to this host only where it may, and nowhere else where it must', async () => {
    const port = await listening();
    const here = `http://127.0.0.1:${port}/`;
    expect((await askOutside(request(here, { ownHost: 'only' }))).status).toBe(200);
    await expect(askOutside(request(here, { ownHost: 'never' }))).rejects.toThrow('the address leads to this host');
    const mixed = at('10.0.0.1', '127.0.0.1');
    const named = request('http://id.example/');
    await expect(askOutside({ ...named, ownHost: 'never' }, mixed)).rejects.toThrow('leads to this host');
    await expect(askOutside({ ...named, ownHost: 'only' }, mixed)).rejects.toThrow('leads away from this host');
    expect(connections).toBe(1);
  });
});

describe('a name with several addresses', () => {
  it.each([
    ['the first', ['127.0.0.1', '::1']],
    ['the last', ['::1', '127.0.0.1']],
    ['another of the same family', ['127.0.0.9', '127.0.0.1']],
  ])('is reached by %s that answers', async (_, addresses) => {
    const port = await listening();
    const answer = await askOutside(request(`http://named.example:${port}/`), at(...addresses));
    expect([answer.status, connections]).toEqual([200, 1]);
  });

  it('is not reached when none answers, nor when it is not told in time which they are', async () => {
    const port = await listening();
    const deaf = askOutside(request(`http://named.example:${port}/`), at('::1', '127.0.0.9'));
    await expect(deaf).rejects.toThrow(/^E[A-Z]+$/);
    const slow = request(`http://named.example:${port}/`, { milliseconds: 200 });
    await expect(askOutside(slow, () => new Promise(() => undefined))).rejects.toThrow('no answer within 200 ms');
    expect(connections).toBe(0);
  });
});

describe('an answer', () => {
  it('that sends elsewhere is the answer: the other place is not asked', async () => {
    const elsewhere = await listening();
    const port = await listening((_, response) =>
      response.writeHead(302, { location: `http://127.0.0.1:${elsewhere}/` }).end(),
    );
    expect((await askOutside(request(`http://127.0.0.1:${port}/`))).status).toBe(302);
    expect(connections).toBe(1);
  });

  it('that is too long, never comes, or breaks off is none', async () => {
    const long = await listening((_, response) => response.end('x'.repeat(1_001)));
    await expect(askOutside(request(`http://127.0.0.1:${long}/`))).rejects.toThrow('answered more than 1000 bytes');
    const silent = await listening(() => undefined);
    const impatient = askOutside(request(`http://127.0.0.1:${silent}/`, { milliseconds: 200 }));
    await expect(impatient).rejects.toThrow('no answer within 200 ms');
    const broken = await listening((_, response) => response.destroy());
    await expect(askOutside(request(`http://127.0.0.1:${broken}/`))).rejects.toThrow('ECONNRESET');
    await expect(askOutside(request('http://nowhere.example/'), at())).rejects.toThrow('the name leads nowhere');
  });

  it('comes to what was sent, and no proxy of the environment is asked', async () => {
    const heard: string[] = [];
    const port = await listening((incoming, response) => {
      heard.push([incoming.method, incoming.headers['x-y'], incoming.headers['content-length']].join(' '));
      response.end();
    });
    const posted = request(`http://127.0.0.1:${port}/`, { method: 'POST', headers: { 'x-y': 'z' }, body: 'ә' });
    await askOutside(posted);
    expect(heard).toEqual(['POST z 2']);
  });
});
