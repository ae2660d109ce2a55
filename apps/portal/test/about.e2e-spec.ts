import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { openScene, type Scene, sendRemark } from './scene.js';

let portal: PortalUnderTest;
let open: Scene;
let unplaced: Scene;
beforeAll(async () => {
  portal = await startPortal({ env: { PUBLIC_URL: 'https://talqy.example' } });
  [open, unplaced] = [await openScene(portal), await openScene(portal, false)];
});
afterAll(() => portal.stop());

describe.each(['kk', 'ru', 'en'] as const)('in %s', (language) => {
  it.each(['help', 'accessibility', 'privacy'] as const)('the page “%s” is there and in the footer', async (name) => {
    const { statusCode, body } = await portal.get(`/${language}/${name}`);
    expect([statusCode, body.includes(`>${translator(language)(`about.${name}.title`)}</h1>`)]).toEqual([200, true]);
    expect(body).toContain(`href="/${language}/${name}"`);
    expect(body).toMatch(/class="govuk-skip-link"/);
  });
});

describe('for search engines', () => {
  it('robots.txt keeps them off what is personal and names the sitemap', async () => {
    const { statusCode, body, headers } = await portal.get('/robots.txt');
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(body).toContain('Disallow: /*/remarks/\n');
    expect(body).toContain('Sitemap: https://talqy.example/sitemap.xml\n');
  });

  it('the sitemaps have every placed draft in each language, and no other', async () => {
    const { secret } = await sendRemark(portal, open);
    const index = await portal.get('/sitemap.xml');
    expect(index.headers['content-type']).toBe('application/xml; charset=utf-8');
    const files = [...index.body.matchAll(/<loc>https:\/\/talqy\.example(\/sitemaps\/\d+\.xml)<\/loc>/g)].map(
      ([, file]) => file ?? '',
    );
    expect(files).toHaveLength(2);
    const texts = await Promise.all(files.map(async (file) => (await portal.get(file)).body));
    const all = texts.join('');
    for (const language of ['kk', 'ru', 'en'])
      expect(all).toContain(`<loc>https://talqy.example/${language}/discussions/${open.discussionId}</loc>`);
    expect(all).toContain(`/bodies/${open.bodyId.slice(-12)}<`);
    for (const hidden of [unplaced.procedureId, unplaced.bodyId.slice(-12), secret, 'officer', '/remarks/'])
      expect(all).not.toContain(hidden);
  });

  it.each(['/sitemaps/9.xml', '/sitemaps/x.xml', '/sitemaps/-1.xml', '/sitemaps/99999999.xml'])(
    '%s answers 404',
    async (url) => expect((await portal.get(url)).statusCode).toBe(404),
  );
});

describe('an error', () => {
  it('says what to do, leads on, and has the number of its request; nothing keeps it', async () => {
    const t = translator('kk');
    const { statusCode, body, headers } = await portal.get('/kk/discussions/nothing');
    expect([statusCode, headers['cache-control']]).toEqual([404, 'no-store']);
    expect(body).toContain(t('not-found.text'));
    expect(body).toMatch(/href="\/kk\/discussions"[\s\S]*[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}/);
    expect(body).not.toContain('rel="canonical"');
  });
});
