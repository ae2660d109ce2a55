import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BindToProvider } from '#lib/identity';
import { system } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { pathOf, type ProviderScene, startWithProvider, Visitor } from './provider-scene.js';
import { openScene, type Scene, signIn } from './scene.js';

const t = translator('ru');
let at: ProviderScene;
let scene: Scene;
beforeAll(async () => {
  at = await startWithProvider([{ sub: 'officer', name: 'officer' }], { TALQY_OIDC_SECOND_FACTOR: 'amr=mfa' });
  scene = await openScene(at.portal);
  const known = { issuer: at.provider.issuer, subject: 'officer' };
  await at.portal.app.get(BindToProvider, { strict: false }).byAddress(scene.officer.email, known, system('test'));
}, 120_000);
afterAll(() => at.stop());

const signInPage = '/ru/sign-in/provider';
const knownThere = async (visitor: Visitor, url = signInPage) =>
  visitor.atProvider.isKnown(new URL(String((await visitor.get(url)).headers.location)));
const leads = ({ statusCode, headers }: Awaited<ReturnType<Visitor['get']>>) => [statusCode, headers.location];
/** Where the page goes on to by itself, and its link. */
function onwards(body: string): URL {
  const [, refresh = ''] = /<meta http-equiv="refresh" content="0; url=([^"]+)">/.exec(body) ?? [];
  expect(body).toContain(`href="${refresh}"`);
  return new URL(refresh.replaceAll('&amp;', '&'));
}

describe('who signs out here leaves the provider too (OpenID Connect RP-Initiated Logout 1.0)', () => {
  it('an official whose session it opened: ended here at once, there when confirmed, and back on the start page', async () => {
    const visitor = new Visitor(at);
    await visitor.through(signInPage, 'officer', { hasFactor: true });
    expect(await knownThere(visitor)).toBe(true);
    expect(leads(await visitor.post('/ru/sign-out'))).toEqual([303, '/ru/signed-out']);
    expect(visitor.cookies.has('talqy_session')).toBe(false);
    expect(await at.portal.database.query('select from officer_session')).toEqual([]);
    const page = await visitor.get('/ru/signed-out');
    expect([page.statusCode, page.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(page.headers['content-security-policy']).toContain("form-action 'self';");
    expect(page.body).toContain(t('provider.left-lead', { provider: 'Кіру порталы' }));
    const address = onwards(page.body);
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: 'talqy',
      post_logout_redirect_uri: 'http://localhost/sign-out/return',
      state: 'ru',
    });
    const back = await visitor.atProvider.signOut(address);
    expect(leads(await visitor.get(pathOf(back)))).toEqual([303, '/ru/']);
    expect(await knownThere(visitor)).toBe(false);
  });

  it('not an official who came by a password, and nobody whom another site sends', async () => {
    const visitor = new Visitor(at, await signIn(at.portal, scene.officer));
    const signedIn = await visitor.get('/ru/signed-out');
    expect(leads(signedIn)).toEqual([303, '/ru/']);
    expect(leads(await visitor.post('/ru/sign-out'))).toEqual([303, '/ru/']);
    const headers = { 'sec-fetch-site': 'cross-site' };
    for (const [url, to] of [
      ['/ru/signed-out', '/ru/'],
      [`/ru/discussions/${scene.discussionId}/sender/left`, `/ru/discussions/${scene.discussionId}/remark`],
    ] as const)
      expect(leads(await at.portal.get(url, { headers }))).toEqual([303, to]);
  });

  it('a sender who gives the confirmation up, and is back at the form', async () => {
    const visitor = new Visitor(at);
    const here = `/ru/discussions/${scene.discussionId}`;
    await visitor.through(`${here}/sender`, 'officer');
    expect(leads(await visitor.post(`${here}/sender/forget`))).toEqual([303, `${here}/sender/left`]);
    const page = await visitor.get(`${here}/sender/left`);
    expect(page.body).toContain(t('provider.leave', { provider: 'eGov' }));
    const address = onwards(page.body);
    expect(address.searchParams.get('state')).toBe(`ru.${scene.discussionId}`);
    const back = await visitor.atProvider.signOut(address);
    expect(leads(await visitor.get(pathOf(back)))).toEqual([303, `${here}/remark`]);
    expect(await knownThere(visitor, `${here}/sender`)).toBe(false);
    expect(leads(await visitor.post(`${here}/sender/forget`))).toEqual([303, `${here}/remark`]);
  });

  it.each(['', '?state=', '?state=de', '?state=ru.%2F%2Fevil', '?state=//evil.example', '?state=ru&state=en'])(
    'comes back to a page of ours alone: %s',
    async (query) => {
      const { statusCode, headers } = await at.portal.get(`/sign-out/return${query}`);
      expect([statusCode, headers.location]).toEqual([303, expect.stringMatching(/^\/(kk|ru|en)\/$/)]);
    },
  );
});
