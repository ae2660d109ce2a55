import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { launchBrowser } from '../browser/visitor.js';
import { addressOf } from '../security/addresses.js';
import { stages } from '#lib/identity';
import { readAs, readingRoutes } from '../security/requests.js';
import { type Official, startWorld, type World } from '../security/world.js';

const folder = process.env['TALQY_GALLERY'] ?? '';
const widths = [1_280, 320] as const;

let world: World;
let browser: Browser;
let base: string;
beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), launchBrowser()]);
  base = await world.portal.listen();
  rmSync(folder, { recursive: true, force: true });
}, 180_000);
afterAll(async () => {
  await browser.close();
  await world.portal.stop();
});

/** Who sees the page as it is meant: an official what is for officials, everybody else what is public. */
async function readerOf(url: string): Promise<'anonymous' | Official | undefined> {
  for (const who of ['anonymous', 'officer', 'signer', 'administrator'] as const) {
    const { statusCode, headers } = await readAs(world, who, url);
    if (statusCode === 200 && String(headers['content-type']).startsWith('text/html')) return who;
  }
  return undefined;
}

async function contextFor(who: 'anonymous' | Official, width: number): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: 'light' });
  if (who === 'anonymous') return context;
  const [name = '', value = ''] = world.sessions[who].headers.cookie.split('=');
  await context.addCookies([{ name, value, url: base }]);
  return context;
}

describe.each(['kk', 'ru'])('the pages in %s', (language) => {
  it('are pictured, each as wide as its window', async () => {
    const wide: string[] = [];
    const pictures: string[] = [];
    for (const { path } of readingRoutes(world).filter((route) => route.path.startsWith('/:language')))
      for (const url of new Set(stages.map((stage) => addressOf(path, world, stage, language)))) {
        const who = await readerOf(url);
        if (!who) continue;
        const name = `${
          path
            .replace(/^\/:language/, '')
            .replaceAll(/[/:]+/g, '-')
            .replace(/^-/, '') || 'start'
        }-${pictures.length}`;
        for (const width of widths) {
          const context = await contextFor(who, width);
          const page = await context.newPage();
          await page.goto(base + url);
          const over = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
          if (over > 0) wide.push(`${url} at ${width}: ${over} px`);
          const place = join(language, String(width));
          mkdirSync(join(folder, place), { recursive: true });
          await page.screenshot({ path: join(folder, place, `${name}.png`), fullPage: true });
          pictures.push(join(place, `${name}.png`));
          await context.close();
        }
      }
    writeFileSync(join(folder, `${language}.html`), indexOf(language, pictures));
    expect(wide).toEqual([]);
    expect(pictures.length).toBeGreaterThan(60);
  }, 1_800_000);
});

/** All pictures on one page, the wide beside the narrow. */
const indexOf = (language: string, pictures: readonly string[]): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Talqy, ${language}</title>` +
  '<style>body{font:14px sans-serif}figure{display:inline-block;margin:8px;vertical-align:top}img{max-height:420px;border:1px solid #999}</style>' +
  pictures
    .map((path) => `<figure><img src="${path}" loading="lazy" alt=""><figcaption>${path}</figcaption></figure>`)
    .join('\n');
