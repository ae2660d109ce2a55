import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formatPercent, translator } from '#lib/localisation';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { publishScene, revisedScene } from './revised-scene.js';
import { openScene, type Scene, sendRemark, signIn } from './scene.js';

let portal: PortalUnderTest;
let open: Scene;
let answered: Scene;
let unplaced: Scene;
beforeAll(async () => {
  portal = await startPortal();
  [open, answered, unplaced] = [await openScene(portal), await revisedScene(portal), await openScene(portal, false)];
  await publishScene(portal, answered);
  await sendRemark(portal, open);
  await portal.database.query(
    `update procedure set title_kk = 'Құпия жоба тегі', title_ru = 'Тайный проект чудостан' where id = $1`,
    [unplaced.procedureId],
  );
});
afterAll(() => portal.stop());

const linkTo = ({ discussionId }: Scene) => `/discussions/${discussionId}"`;

describe.each(['kk', 'ru', 'en'] as const)('the start page in %s', (language) => {
  const t = translator(language);

  it('shows what closes soon, what was answered, and three figures', async () => {
    const { statusCode, body } = await portal.get(`/${language}`);
    expect(statusCode).toBe(200);
    expect(body).toContain(`<h1 class="govuk-heading-xl talqy-start__title">${t('start.title')}</h1>`);
    expect(body).toContain(`/${language}${linkTo(open)}`);
    expect(body).toContain(`/${language}/discussions/${answered.discussionId}/report"`);
    expect(body).toContain(`>${formatPercent(100, language)}<`);
    expect(body).toContain(t('start.figure-in-time-note', { inTime: 1, due: 1 }));
    expect(body).not.toMatch(/undefined|\[object/);
  });
});

describe('the list', () => {
  const ids = async (query: string, language = 'ru') => {
    const { body, statusCode } = await portal.get(`/${language}/discussions${query}`);
    expect(statusCode).toBe(200);
    return [open, answered, unplaced].filter((scene) => body.includes(`/${language}${linkTo(scene)}`));
  };

  it.each([
    ['', 2],
    ['?state=open', 1],
    ['?state=reported', 1],
    ['?state=withdrawn', 0],
    [`?q=${encodeURIComponent('архивную справку')}`, 2],
    [`?q=${encodeURIComponent('мурагаттык аныктама')}`, 2],
    [`?q=${encodeURIComponent('чудостан')}`, 0],
    ['?kind=NEW_STANDARD', 0],
    ['?to=2016-01-01', 0],
    ['?state=%22%3E%3Cx-y%3E&kind=1&from=tomorrow&sort=price&body=none', 2],
  ])('of %s has %i', async (query, count) => expect(await ids(query)).toHaveLength(count));

  it('never has a draft that was not placed', async () => {
    for (const query of ['', '?sort=newest', '?sort=remarks', `?q=${encodeURIComponent('тайный')}`])
      expect(await ids(query)).not.toContain(unplaced);
    const facts = await portal.get(`/ru/discussions/${unplaced.procedureId}`);
    expect(facts.statusCode).toBe(404);
  });

  it('narrows by a body, shows the filter as a tag that leads back, and keeps it in the form', async () => {
    const code = open.bodyId.slice(-12);
    const { body } = await portal.get(`/ru/discussions?body=${code}&q=${encodeURIComponent('справка')}`);
    expect(body).toContain(`/ru${linkTo(open)}`);
    expect(body).not.toContain(`/ru${linkTo(answered)}`);
    expect(body).toContain(`href="/ru/discussions?body=${code}"`);
    expect(body).toMatch(new RegExp(`<option value="${code}" selected>`));
    expect(body).toContain('1 обсуждение');
  });

  it('shows where the words stand', async () => {
    const { body } = await portal.get(`/ru/discussions?q=${encodeURIComponent('государственные архивы')}`);
    expect(body).toContain(`/ru/discussions/${open.discussionId}/clauses/${open.clauses[2]}"`);
    expect(body).toContain('Услугу оказывают государственные архивы.');
  });

  it('says what to do when nothing is found, and shows hostile words as words', async () => {
    const hostile = `"'><svg onload=alert(1)>{{7*7}}</script>`;
    const { body, statusCode } = await portal.get(`/kk/discussions?q=${encodeURIComponent(hostile)}`);
    expect(statusCode).toBe(200);
    expect(body).toContain(translator('kk')('list.none'));
    expect(body).not.toContain('<svg onload');
    expect(body).toContain('&lt;svg onload=alert(1)&gt;{{7*7}}&lt;/script&gt;');
  });

  it('walks its pages by key, and refuses a key that is none', async () => {
    expect((await portal.get('/kk/discussions?after=nothing')).statusCode).toBe(400);
    const first = await portal.get('/api/v1/discussions?size=1&sort=newest');
    const { items, next } = first.json<{ items: { id: string }[]; next: string }>();
    const second = await portal.get(`/api/v1/discussions?size=1&sort=newest&after=${next}`);
    expect(new Set([items[0]?.id, second.json().items[0].id])).toEqual(
      new Set([open.discussionId, answered.discussionId]),
    );
    const rest = await portal.get(`/ru/discussions?sort=newest&after=${next}`);
    expect(rest.body).toContain('href="/ru/discussions?sort=newest"');
  });
});

describe('the API list', () => {
  it('takes the same filters and refuses a wrong value, naming it', async () => {
    const found = await portal.get(`/api/v1/discussions?text=${encodeURIComponent('справки')}&status=open`);
    expect(found.json().items.map(({ id }: { id: string }) => id)).toEqual([open.discussionId]);
    for (const wrong of [
      'kind=x',
      'serviceCode=1',
      'placedFrom=2016-02-30',
      'placedTo=now',
      'sort=price',
      `text=${'x'.repeat(201)}`,
    ]) {
      const answer = await portal.get(`/api/v1/discussions?${wrong}`);
      expect([answer.statusCode, answer.json().details.fields[0].field]).toEqual([400, wrong.split('=')[0]]);
    }
  });
});

describe('what is the same for everybody', () => {
  it('is answered by 304 to those who have it, and kept by caches for a moment', async () => {
    const first = await portal.get('/kk/discussions');
    expect(first.headers).toMatchObject({
      'cache-control': 'public, max-age=0, s-maxage=10, must-revalidate',
      etag: expect.stringMatching(/^W\/"/),
      vary: expect.stringContaining('cookie'),
    });
    const headers = { 'if-none-match': String(first.headers.etag) };
    const again = await portal.get('/kk/discussions', { headers });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await portal.get('/ru/discussions', { headers })).statusCode).toBe(200);
  });

  it('is never kept for one who has a cookie, and is not stored for an official', async () => {
    const stray = await portal.get('/kk/discussions', { headers: { cookie: 'talqy_session=none' } });
    expect([stray.headers['cache-control'], stray.headers.etag]).toEqual(['no-cache', undefined]);
    const { headers } = await signIn(portal, open.officer);
    const own = await portal.get('/kk/discussions', { headers: { cookie: headers.cookie, 'accept-encoding': 'br' } });
    expect([own.headers['cache-control'], own.headers.etag]).toEqual(['no-store', undefined]);
    expect(own.headers['content-encoding']).toBeUndefined();
  });

  it.each(['br', 'gzip'])('goes packed by %s', async (encoding) => {
    const packed = await portal.get('/kk/discussions', { headers: { 'accept-encoding': encoding } });
    expect(packed.headers['content-encoding']).toBe(encoding);
    expect(packed.headers.vary).toMatch(/accept-encoding/i);
    expect(packed.rawPayload.length).toBeLessThan((await portal.get('/kk/discussions')).rawPayload.length / 2);
  });

  it('does not unpack what a request sends, nor pack what holds a secret', async () => {
    const bomb = await portal.send('POST', '/api/v1/session', {
      payload: Buffer.from('1f8b0800', 'hex'),
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    });
    expect(bomb.statusCode).toBeGreaterThanOrEqual(400);
    expect(bomb.statusCode).toBeLessThan(500);
    const { number, secret } = await sendRemark(portal, open);
    const own = await portal.get(`/ru/remarks/${number}/${secret}`, { headers: { 'accept-encoding': 'br' } });
    expect([own.statusCode, own.headers['content-encoding']]).toEqual([200, undefined]);
  });

  it('comes with assets that stay for ever under their version, an hour without', async () => {
    const { body } = await portal.get('/kk');
    const css = /href="(\/assets\/[0-9a-f]{12}\/main\.css)"/.exec(body)?.[1] ?? '';
    const styles = await portal.get(css, { headers: { 'accept-encoding': 'br' } });
    expect([styles.statusCode, styles.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect(styles.headers['content-encoding']).toBe('br');
    const other = await portal.get('/assets/0123456789ab/main.css');
    expect([other.statusCode, other.headers['cache-control']]).toEqual([200, 'public, max-age=3600']);
    const none = await portal.get(css.replace('main.css', 'none.css'));
    expect([none.statusCode, none.headers['cache-control']]).toEqual([404, 'no-store']);
  });
});
