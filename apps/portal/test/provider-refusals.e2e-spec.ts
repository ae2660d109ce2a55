import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BindToProvider } from '#lib/identity';
import { system } from '#lib/kernel';
import { pathOf, type ProviderScene, startWithProvider, Visitor } from './provider-scene.js';
import { startPortal } from './portal-under-test.js';
import { openScene, type Scene, signIn } from './scene.js';

const people = ['officer', 'signer'].map((sub) => ({ sub, name: sub }));
const signInPage = '/ru/sign-in/provider';
const lapsed = [303, '/kk/sign-in?provider=lapsed'];
const refused = [303, '/ru/sign-in?provider=refused'];

let at: ProviderScene;
let scene: Scene;
beforeAll(async () => {
  at = await startWithProvider(people);
  scene = await openScene(at.portal);
  const binding = at.portal.app.get(BindToProvider, { strict: false });
  for (const who of ['officer', 'signer'] as const)
    await binding.byAddress(scene[who].email, { issuer: at.provider.issuer, subject: who }, system('test'));
});
afterAll(() => at.stop());

const leads = async (answer: ReturnType<Visitor['get']>) => {
  const { statusCode, headers } = await answer;
  return [statusCode, headers.location];
};
const sessions = () => at.portal.database.query('select from officer_session');

describe('a return from the provider', () => {
  it('without the visit of this browser is nobody’s: a code of somebody else signs nobody in (login CSRF)', async () => {
    const attacker = new Visitor(at);
    const back = await attacker.addressBack(signInPage, 'officer');
    expect(await leads(new Visitor(at).get(back))).toEqual(lapsed);
    const victim = new Visitor(at);
    await victim.get(signInPage);
    expect(await leads(victim.get(back))).toEqual(refused);
    expect(victim.cookies.size).toBe(0);
  });

  it('twice is once: the visit is used up, and so is its code', async () => {
    const visitor = new Visitor(at);
    const back = await visitor.addressBack(signInPage, 'officer');
    const visit = visitor.cookies.get('talqy_visit') ?? '';
    expect(await leads(visitor.get(back))).toEqual([303, '/ru/officer']);
    const count = (await sessions()).length;
    const again = new Visitor(at);
    again.cookies.set('talqy_visit', visit);
    expect(await leads(again.get(back))).toEqual(lapsed);
    const [one, two] = [new Visitor(at), new Visitor(at)];
    const once = await one.addressBack(signInPage, 'officer');
    two.cookies.set('talqy_visit', one.cookies.get('talqy_visit') ?? '');
    const both = await Promise.all([one.get(once), two.get(once)]);
    expect(both.map(({ headers }) => String(headers.location)).toSorted()).toEqual([
      '/kk/sign-in?provider=lapsed',
      '/ru/officer',
    ]);
    expect(await sessions()).toHaveLength(count + 1);
  });

  it('with another state, a code that was used, or the provider’s refusal opens nothing', async () => {
    const changed = async (change: (query: URLSearchParams) => void) => {
      const visitor = new Visitor(at);
      const url = new URL(await visitor.addressBack(signInPage, 'officer'), 'http://localhost');
      change(url.searchParams);
      return leads(visitor.get(pathOf(url)));
    };
    const used = new URL(await new Visitor(at).addressBack(signInPage, 'officer'), 'http://localhost').searchParams;
    expect(await changed(() => undefined)).toEqual([303, '/ru/officer']);
    expect(await changed((query) => query.set('state', 'x'))).toEqual(refused);
    expect(await changed((query) => query.append('state', 'x'))).toEqual(refused);
    expect(await changed((query) => query.set('code', used.get('code') ?? ''))).toEqual(refused);
    expect(await changed((query) => query.set('iss', 'https://id.example.kz'))).toEqual(refused);
    expect(await changed((query) => query.delete('iss'))).toEqual(refused);
    const visitor = new Visitor(at);
    expect(await leads(visitor.through(signInPage, '', { refuses: true }))).toEqual(refused);
  });

  it('comes too late after ten minutes', async () => {
    const visitor = new Visitor(at);
    const back = await visitor.addressBack(signInPage, 'officer');
    await at.portal.database.query(`update provider_visit set expires_at = clock_timestamp()`);
    expect(await leads(visitor.get(back))).toEqual(lapsed);
  });

  it('leads nowhere but to our own pages, whatever was asked for', async () => {
    for (const next of [
      'https://evil.kz/kk/officer',
      '//evil.kz',
      '/\\evil.kz',
      '/kk/officer//evil.kz',
      '/ru/sign-out',
    ]) {
      const visitor = new Visitor(at);
      await visitor.through(`${signInPage}?next=${encodeURIComponent(next)}`, 'officer');
      const url = `/ru/officer/confirm/provider?next=${encodeURIComponent(next)}`;
      expect(await leads(visitor.through(url, 'officer'))).toEqual([303, '/ru/officer']);
    }
  });

  it('is begun by a click of theirs: a link of another site leads to the page that asks', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    const led = await at.portal.get(signInPage, { headers });
    expect([led.statusCode, led.headers.location, led.headers['set-cookie']]).toEqual([303, '/ru/sign-in', undefined]);
  });

  it('goes to the one address that is registered: the provider refuses any other', async () => {
    const visitor = new Visitor(at);
    const address = new URL(String((await visitor.get(signInPage)).headers.location));
    expect(address.searchParams.get('redirect_uri')).toBe('http://localhost/sign-in/provider/return');
    address.searchParams.set('redirect_uri', 'http://localhost/kk/officer');
    await expect(visitor.atProvider.visit(address, 'officer')).rejects.toThrow('redirect_uri');
  });

  it('confirms the session that asked, never the one somebody signed in to meanwhile', async () => {
    const visitor = new Visitor(at, await signIn(at.portal, scene.officer));
    await at.portal.database.query(`update officer_session set confirmed_at = clock_timestamp() - interval '1 hour'`);
    expect(await leads(visitor.through('/ru/officer/confirm/provider', 'officer'))).toEqual([
      303,
      '/ru/officer/confirm?provider=other-person&',
    ]);
  });
});

describe('a provider that is down', () => {
  it('is told of on a clear page with 503; the password still opens', async () => {
    const portal = await startPortal({
      env: {
        TALQY_OIDC_ISSUER: 'http://127.0.0.1:9',
        TALQY_OIDC_CLIENT_ID: 'talqy',
        TALQY_OIDC_CLIENT_SECRET: 'a secret of the provider',
        LOG_LEVEL: 'silent',
      },
    });
    const answer = await portal.get(signInPage);
    expect([answer.statusCode, answer.body]).toEqual([
      503,
      expect.stringContaining('Поставщик идентификации сейчас не отвечает'),
    ]);
    expect((await portal.get('/ru/sign-in')).statusCode).toBe(200);
    await portal.stop();
  });

  it('that is none has no pages', async () => {
    const portal = await startPortal();
    for (const url of [signInPage, '/sign-in/provider/return?code=x&state=y'])
      expect((await portal.get(url)).statusCode).toBe(404);
    expect((await portal.get('/ru/sign-in')).body).not.toContain('sign-in/provider');
    await portal.stop();
  });
});

describe('over https', () => {
  it('the cookies of a visit and of a session are the host’s alone', async () => {
    const secure = await startWithProvider([], { PUBLIC_URL: 'https://talqy.example.kz' });
    const led = await secure.portal.get(signInPage);
    expect(String(led.headers['set-cookie'])).toMatch(
      /^__Host-talqy-visit=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=600$/,
    );
    await secure.stop();
  });
});
