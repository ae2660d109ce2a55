import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Browser, BrowserContext } from 'playwright-core';
import { SaxesParser } from 'saxes';
import { type PortalUnderTest, startPortal } from '../../apps/portal/test/portal-under-test.js';
import { launchBrowser } from '../browser/visitor.js';
import { openPackage } from '../security/open-package.js';
import { corpus } from './corpus.js';
import { type HostileDiscussion, hostileDiscussion } from './hostile-discussion.js';

const { name, texts } = corpus();
jest.setTimeout(240_000 + texts.length * 4_000);

let portal: PortalUnderTest;
let browser: Browser;
let base: string;
let scene: HostileDiscussion;
let looked = 0;
beforeAll(async () => {
  portal = await startPortal();
  scene = await hostileDiscussion(portal, texts);
  base = await portal.listen();
  browser = await launchBrowser();
});
afterAll(async () => {
  const told = [...(scene?.statuses ?? [])].map(([status, times]) => `${status}: ${times}`).join(', ');
  process.stdout.write(`corpora (${name}): ${texts.length} texts, ${told}; ${looked} pages and documents looked at\n`);
  await browser?.close();
  await portal?.stop();
});

const cookie = () => scene.officerSession.headers.cookie;
const read = (url: string) => portal.get(url, { headers: { cookie: cookie() } });
const documentOf = async (format: string, language = 'ru') => {
  const answer = await portal.get(`/api/v1/reports/${scene.reportId}/files/${format}/${language}`);
  expect([format, answer.statusCode]).toEqual([format, 200]);
  return answer;
};

interface Found {
  readonly canary: boolean;
  readonly born: readonly string[];
}

/** Run by the browser: whether a text came alive, and elements that no page of ours has. */
const lookAround = `(() => {
  const born = 'iframe, object, embed, [onerror], [onload], [onfocus], [ontoggle], [onclick], [srcdoc], marquee, math, ' +
    'a[href^="javascript:" i], main script:not([src]):not([type="application/ld+json"])';
  const outside = (each) => each.outerHTML.slice(0, 200);
  return { canary: 'CANARY' in window, born: [...document.querySelectorAll(born)].map(outside) };
})()`;

/** Every page on which one of the texts stands, walked to its end. */
async function pagesWithTexts(): Promise<string[]> {
  const { discussionId, numbers, dossiers } = scene;
  const found = [
    ...dossiers.map((id) => `/ru/officer/procedures/${id}`),
    ...numbers.map((number) => `/ru/officer/remarks/${number}`),
    `/ru/officer/discussions/${discussionId}/answers`,
  ];
  for (const start of [`/ru/officer/discussions/${discussionId}/queue`, `/ru/discussions/${discussionId}/report`])
    for (let next: string | undefined = start, turns = 0; next && turns < 100; turns += 1) {
      found.push(next);
      const { body } = await read(next);
      next = /rel="next"[^>]*href="([^"]+)"|href="([^"]+)"[^>]*rel="next"/
        .exec(body)
        ?.slice(1)
        .find(Boolean)
        ?.replaceAll('&amp;', '&');
    }
  return found;
}

/** Opens pages as an official; what came alive on them. */
async function aliveOn(context: BrowserContext, pages: readonly string[]): Promise<string[]> {
  const page = await context.newPage();
  const alive: string[] = [];
  const tell = (what: string) => alive.push(`${new URL(page.url()).pathname}: ${what}`);
  page.on('dialog', (dialog) => {
    tell(`a dialog says ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) tell(message.text());
  });
  page.on('pageerror', (error) => tell(error.message));
  for (const path of pages) {
    const answer = await page.goto(base + path, { waitUntil: 'load' });
    if ((answer?.status() ?? 500) >= 500) tell(`status ${answer?.status()}`);
    looked += 1;
    const found: Found = await page.evaluate(lookAround);
    if (found.canary) tell('the canary sings');
    for (const each of found.born) tell(`markup was born: ${each}`);
  }
  return alive;
}

describe('texts meant to do harm', () => {
  it('are taken or refused, and are no fault of ours', () => {
    expect([...scene.statuses.keys()].filter((status) => status >= 500)).toEqual([]);
    expect(scene.numbers.length).toBeGreaterThan(texts.length / 2);
    expect(scene.dossiers.length).toBeGreaterThan(texts.length / 2);
  });

  it('NT01 NT20 NT21 NT32: are text on every page, in a real browser', async () => {
    const [, value = ''] = cookie().split('=');
    const context = await browser.newContext();
    await context.addCookies([{ name: 'talqy_session', value, url: base }]);
    expect(await aliveOn(context, await pagesWithTexts())).toEqual([]);
    await context.close();
  });

  it('NT18 NT30: come back from a query as text', async () => {
    const wrong: string[] = [];
    for (const text of texts) {
      const asked = encodeURIComponent(Buffer.from(text).toString());
      for (const url of [
        `/ru/receipts?number=${asked}&commitment=${asked}`,
        `/ru/?state=${asked}`,
        `/ru/officer/discussions/${scene.discussionId}/queue?words=${asked}&clause=${asked}`,
        `/ru/discussions/${scene.discussionId}/report?number=${asked}&reason=${asked}`,
      ]) {
        if (url.length > 8_000) continue;
        const { statusCode, body } = await read(url);
        looked += 1;
        if (statusCode >= 500) wrong.push(`${statusCode} ${url.slice(0, 200)}`);
        if (/<\w/.test(text) && body.includes(text)) wrong.push(`as markup: ${url.slice(0, 200)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('are what they were in the JSON of the API', async () => {
    const found = new Set<string>();
    for (let after = ''; ;) {
      const answer = await portal.get(`/api/v1/discussions/${scene.discussionId}/remarks?size=100${after}`);
      expect(answer.headers['content-type']).toContain('application/json');
      const { items, next } = answer.json<{ items: { text: string | null }[]; next?: string | null }>();
      for (const { text } of items) if (text !== null) found.add(text.trim());
      if (!next) break;
      after = `&after=${encodeURIComponent(next)}`;
    }
    const lost = scene.taken.filter(
      (text) => !found.has(text.replaceAll('\r\n', '\n').trim()) && !found.has(text.trim()),
    );
    expect(lost).toEqual([]);
  });

  it('NT43: are computed by no spreadsheet, from CSV or XLSX', async () => {
    const csv = await documentOf('csv', 'mul');
    const rows: string[][] = parse(csv.body, { bom: true, relaxColumnCount: true });
    const cells = rows.flat();
    expect(cells.length).toBeGreaterThan(texts.length);
    expect(cells.filter((cell) => /^[=+@\t\r\0＝＋－＠-]/.test(cell) && !/^-?\d+$/.test(cell))).toEqual([]);
    const entries = await openPackage((await documentOf('xlsx')).rawPayload);
    for (const [entry, xml] of entries) {
      if (!/worksheets\/sheet\d+\.xml$/.test(entry)) continue;
      expect(xml).not.toMatch(/<f[ >]/);
      expect(xml).not.toMatch(/<hyperlink/);
    }
    looked += 2;
  });

  it.each(['docx', 'xlsx'])('leave the XML of %s whole, without anything outside it', async (format) => {
    const entries = await openPackage((await documentOf(format)).rawPayload);
    for (const [entry, xml] of entries) {
      if (!/\.(xml|rels)$/.test(entry)) continue;
      const faults: string[] = [];
      const parser = new SaxesParser();
      parser.on('error', (error) => faults.push(error.message));
      parser.write(xml).close();
      expect([entry, faults]).toEqual([entry, []]);
      expect(xml).not.toMatch(/TargetMode="External"|<!DOCTYPE|<!ENTITY e/);
    }
    looked += 1;
  });

  it('are no action of the PDF', async () => {
    const pdf = (await documentOf('pdf')).rawPayload.toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf).not.toMatch(/\/(JavaScript|JS|Launch|OpenAction|EmbeddedFile|SubmitForm|AA)\b/);
    looked += 1;
  });
});
