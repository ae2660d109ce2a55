import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { encodingFor, KeptPages } from './kept-pages.js';

const page = `<p>${'Қоғамдық талқылау. '.repeat(200)}</p>`;

async function keptPage() {
  const pages = new KeptPages();
  await pages.keep('/kk', page, { version: 'v1', etag: 'W/"x"' });
  const kept = pages.find('/kk', 'v1');
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
    expect([pages.find('/kk', 'v2'), pages.find('/ru', 'v1')]).toEqual([undefined, undefined]);
  });

  it('lets go of the pages that nobody asked for longest when there are too many', async () => {
    const pages = new KeptPages();
    const large = 'а'.repeat(1_000_000);
    for (let at = 0; at < 12; at += 1) await pages.keep(`/kk/${at}`, large, { version: 'v1', etag: 'W/"x"' });
    expect([pages.find('/kk/0', 'v1'), pages.find('/kk/11', 'v1')?.html.length]).toEqual([undefined, 2_000_000]);
  });
});

describe('a page that is being made', () => {
  it('is waited for by who asks meanwhile, and by nobody once it was sent', async () => {
    const pages = new KeptPages();
    expect(pages.wait('/kk')).toBeUndefined();
    const waiting = pages.wait('/kk');
    expect(pages.wait('/ru')).toBeUndefined();
    pages.made('/kk');
    await expect(waiting).resolves.toBeUndefined();
    expect(pages.wait('/kk')).toBeUndefined();
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
