import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { answerFor, type SentPage } from './kept-page.js';
import { KeptPages, keyOf } from './kept-pages.js';

const html = `<p>${'Қоғамдық талқылау. '.repeat(200)}</p>`;
const sent: SentPage = {
  html,
  etag: 'W/"x"',
  headers: { 'content-type': 'text/html', vary: 'cookie' },
  route: '/:language',
};

async function keptPage() {
  const pages = new KeptPages();
  await pages.keep(keyOf('/kk', 'v1'), sent);
  const kept = pages.find(keyOf('/kk', 'v1'));
  if (!kept) throw new Error('nothing was kept');
  return { pages, kept };
}

describe('KeptPages', () => {
  it('gives none under another version or address', async () => {
    const { pages } = await keptPage();
    expect([pages.find(keyOf('/kk', 'v2')), pages.find(keyOf('/ru', 'v1'))]).toEqual([undefined, undefined]);
  });

  it('lets go of the pages that nobody asked for longest when there are too many', async () => {
    const pages = new KeptPages();
    const large = { ...sent, html: 'а'.repeat(1_000_000) };
    for (let at = 0; at < 12; at += 1) await pages.keep(keyOf(`/kk/${at}`, 'v1'), large);
    expect([pages.find(keyOf('/kk/0', 'v1')), pages.find(keyOf('/kk/11', 'v1'))?.whole.body.length]).toEqual([
      undefined,
      2_000_000,
    ]);
  });
});

describe('a page that is being made', () => {
  it('is waited for by who asks for it at the same version, and by nobody once it is there', async () => {
    const pages = new KeptPages();
    const key = keyOf('/kk', 'v1');
    expect(pages.wait(key)).toBeUndefined();
    const waiting = pages.wait(key);
    expect([pages.wait(keyOf('/ru', 'v1')), pages.wait(keyOf('/kk', 'v2'))]).toEqual([undefined, undefined]);
    pages.made(key);
    await expect(waiting).resolves.toBeUndefined();
    expect(pages.wait(key)).toBeUndefined();
  });
});

describe('the answer from a kept page', () => {
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync, none: (body: Buffer) => body };
  const headerOf = (head: readonly string[], name: string) => head[head.indexOf(name) + 1];

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['br;q=0.0', 'none'],
    ['br;q=0.1,gzip', 'br'],
    ['brotli, x-gzip', 'none'],
    ['identity', 'none'],
    [undefined, 'none'],
  ] as const)('to a browser that takes %s is whole, in the form: %s', async (accepted, form) => {
    const { kept } = await keptPage();
    const { status, head, body } = answerFor(kept, { 'accept-encoding': accepted });
    expect([status, unpack[form](Buffer.from(body, 'latin1')).toString()]).toEqual([200, html]);
    expect(headerOf(head, 'content-length')).toBe(String(body.length));
    expect(head.includes('content-encoding')).toBe(form !== 'none');
    expect(headerOf(head, 'vary')).toBe(form === 'none' ? 'cookie' : 'cookie, accept-encoding');
  });

  it('is nothing for who has the page, and whole for who has another', async () => {
    const { kept } = await keptPage();
    const { status, head, body } = answerFor(kept, { 'if-none-match': '"y", W/"x"' });
    expect([status, head, body.length]).toEqual([304, ['vary', 'cookie'], 0]);
    expect(answerFor(kept, { 'if-none-match': 'W/"y"' }).status).toBe(200);
  });
});
