import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { encodingFor, KeptPages, keyOf } from './kept-pages.js';

const page = `<p>${'Қоғамдық талқылау. '.repeat(200)}</p>`;

async function keptPage() {
  const pages = new KeptPages();
  await pages.keep(keyOf('/kk', 'v1'), page, 'W/"x"');
  const kept = pages.find(keyOf('/kk', 'v1'));
  if (!kept) throw new Error('nothing was kept');
  return { pages, kept };
}

describe('KeptPages', () => {
  it('gives the page back, whole and in both compressed forms', async () => {
    const { kept } = await keptPage();
    expect(kept.html.toString()).toBe(page);
    expect(brotliDecompressSync(kept.encoded.get('br') ?? '').toString()).toBe(page);
    expect(gunzipSync(kept.encoded.get('gzip') ?? '').toString()).toBe(page);
  });

  it('gives none under another version or address', async () => {
    const { pages } = await keptPage();
    expect([pages.find(keyOf('/kk', 'v2')), pages.find(keyOf('/ru', 'v1'))]).toEqual([undefined, undefined]);
  });

  it('lets go of the pages that nobody asked for longest when there are too many', async () => {
    const pages = new KeptPages();
    const large = 'а'.repeat(1_000_000);
    for (let at = 0; at < 12; at += 1) await pages.keep(keyOf(`/kk/${at}`, 'v1'), large, 'W/"x"');
    expect([pages.find(keyOf('/kk/0', 'v1')), pages.find(keyOf('/kk/11', 'v1'))?.html.length]).toEqual([
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

describe('encodingFor', () => {
  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['br;q=0.0', undefined],
    ['identity', undefined],
    [undefined, undefined],
  ])('%s: %s', async (accepted, encoding) => {
    const { kept } = await keptPage();
    expect(encodingFor(kept, accepted)).toBe(encoding);
  });
});
