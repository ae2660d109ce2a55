import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BindToProvider } from '#lib/identity';
import { system } from '#lib/kernel';
import { generateSync } from 'otplib';
import { pathOf, type ProviderScene, startWithProvider, Visitor } from './provider-scene.js';
import { openScene, type Person, type Scene, signIn } from './scene.js';

const people = ['officer', 'signer', 'administrator', 'stranger', 'nobody'].map((sub) => ({ sub, name: sub }));
const signInPage = '/kk/sign-in/provider';
const confirmPage = '/kk/officer/confirm/provider';

let at: ProviderScene;
let scene: Scene;
beforeAll(async () => {
  at = await startWithProvider(people, { TALQY_OIDC_SECOND_FACTOR: 'amr=mfa' });
  scene = await openScene(at.portal);
});
afterAll(() => at.stop());

const sql = <Row>(text: string, given: unknown[] = []) => at.portal.database.query<Row>(text, given);
const bind = (email: string, subject: string) =>
  at.portal.app
    .get(BindToProvider, { strict: false })
    .byAddress(email, { issuer: at.provider.issuer, subject }, system('test'));
const officerId = async ({ email }: Person) =>
  (await sql<{ id: string }>('select id from officer where email = $1', [email]))[0]?.id ?? '';
const leads = async (answer: ReturnType<Visitor['get']>) => {
  const { statusCode, headers } = await answer;
  return [statusCode, headers.location];
};
const age = () => sql(`update officer_session set confirmed_at = clock_timestamp() - interval '15 minutes'`);

describe('sign-in by the identity provider', () => {
  it('is offered beside the password, and opens nothing for whom nobody bound', async () => {
    const visitor = new Visitor(at);
    expect((await visitor.get('/kk/sign-in')).body).toContain('Кіру порталы арқылы кіру');
    expect(await leads(visitor.through(signInPage, 'nobody'))).toEqual([303, '/kk/sign-in?provider=unknown']);
    expect(visitor.cookies.size).toBe(0);
    const told = await visitor.get('/kk/sign-in?provider=unknown');
    expect(told.body).toContain('Кіру порталы жүйесіндегі есептік жазбаңыз мұнда ештеңе ашпайды');
    const anew = String((await visitor.get('/kk/sign-in/provider?anew=1')).headers.location);
    expect([told.body.includes('sign-in/provider?anew=1'), anew.includes('prompt=login')]).toEqual([true, true]);
  });

  it('knows an official by the subject they bound, never by an address, under a new session', async () => {
    const visitor = new Visitor(at, await signIn(at.portal, scene.officer));
    const asked = await visitor.post('/kk/officer/account/provider');
    const [, href = ''] = /href="(http:[^"]+)"/.exec(asked.body) ?? [];
    const address = new URL(href.replaceAll('&amp;', '&'));
    expect(address.searchParams.get('prompt')).toBe('login');
    const back = await visitor.atProvider.visit(address, 'officer');
    expect(await leads(visitor.get(pathOf(back)))).toEqual([303, '/kk/officer/account?done=bound']);
    expect((await visitor.get('/kk/officer/account?done=bound')).body).toContain('байланыстырылды');

    const other = new Visitor(at);
    const entered = await other.through(signInPage, 'officer');
    expect([entered.statusCode, entered.headers.location]).toEqual([303, '/kk/officer']);
    expect(entered.headers['set-cookie']).toContainEqual(
      expect.stringMatching(/^talqy_session=.+HttpOnly; SameSite=Lax$/),
    );
    expect(other.cookies.get('talqy_session')).not.toBe(visitor.cookies.get('talqy_session'));
    expect([...other.cookies.keys()]).toEqual(['talqy_session']);
    expect((await other.get('/kk/officer')).statusCode).toBe(200);
    const id = await officerId(scene.officer);
    const acts = await sql<{ act: string; data: string }>(
      'select act, data from ledger_entry where subject_id = $1 order by at desc limit 2',
      [id],
    );
    expect(acts.map(({ act }) => act)).toEqual(['officer.signed-in', 'officer.bound-to-provider']);
    expect(JSON.stringify(acts)).toContain(at.provider.issuer);
  });

  it('binds a subject to one official alone, and not by a form of another site', async () => {
    const visitor = new Visitor(at, await signIn(at.portal, scene.stranger));
    const asked = await visitor.post('/kk/officer/account/provider');
    const [, href = ''] = /href="(http:[^"]+)"/.exec(asked.body) ?? [];
    const back = await visitor.atProvider.visit(new URL(href.replaceAll('&amp;', '&')), 'officer');
    expect((await visitor.get(pathOf(back))).statusCode).toBe(409);
    const forged = await at.portal.send('POST', '/kk/officer/account/provider', {
      headers: { cookie: visitor.cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: '',
    });
    expect(forged.statusCode).toBe(403);
    expect((await visitor.get('/kk/officer/account/provider')).statusCode).toBe(405);
  });

  it('lets nobody in who was deactivated, and ends with the binding', async () => {
    await bind(scene.administrator.email, 'administrator');
    const id = await officerId(scene.administrator);
    await sql('update officer set is_active = false where id = $1', [id]);
    expect(await leads(new Visitor(at).through(signInPage, 'administrator'))).toEqual([
      303,
      '/kk/sign-in?provider=unknown',
    ]);
    await sql('update officer set is_active = true where id = $1', [id]);
    const visitor = new Visitor(at);
    expect(await leads(visitor.through(signInPage, 'administrator'))).toEqual([303, '/kk/officer']);
    const removed = await visitor.post('/kk/officer/account/provider/end');
    expect([removed.statusCode, removed.headers.location]).toEqual([303, '/kk/officer/account?done=unbound']);
    expect(await leads(visitor.get('/kk/officer'))).toEqual([303, '/kk/sign-in?again=1']);
    expect(await leads(new Visitor(at).through(signInPage, 'administrator'))).toEqual([
      303,
      '/kk/sign-in?provider=unknown',
    ]);
  });
});

describe('the confirmation at a session of the provider', () => {
  const account = '/kk/officer/account/second-factor';

  it('is the provider’s: it asks anew who is there, and leads back', async () => {
    const visitor = new Visitor(at);
    await visitor.through(signInPage, 'officer');
    await age();
    const led = String((await visitor.get(account)).headers.location);
    expect(led).toBe(`/kk/officer/confirm?next=${encodeURIComponent(account)}`);
    const page = (await visitor.get(led)).body;
    expect(page).not.toContain('name="password"');
    const byPassword = await visitor.post('/kk/officer/confirm', { password: scene.officer.password, next: account });
    expect(byPassword.statusCode).toBe(422);
    const [, href = ''] = /href="(\/kk\/officer\/confirm\/provider[^"]*)"/.exec(page) ?? [];
    const sent = new URL(String((await visitor.get(href.replaceAll('&amp;', '&'))).headers.location));
    expect([sent.searchParams.get('prompt'), sent.searchParams.get('max_age')]).toEqual(['login', '0']);
    const back = await visitor.atProvider.visit(sent, 'officer');
    expect(await leads(visitor.get(pathOf(back)))).toEqual([303, account]);
    expect((await visitor.get(account)).statusCode).toBe(200);
  });

  it('by password is refused in the API too', async () => {
    const visitor = new Visitor(at);
    await visitor.through(signInPage, 'officer');
    const { password } = scene.officer;
    const answer = await at.portal.send('POST', '/api/v1/session/confirmation', {
      headers: visitor.session.headers,
      payload: { password },
    });
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'not-allowed']);
  });

  it('is not given by another account, nor for a proof of long ago, nor to another session', async () => {
    await bind(scene.signer.email, 'signer');
    const visitor = new Visitor(at);
    await visitor.through(signInPage, 'officer');
    await age();
    expect(await leads(visitor.through(confirmPage, 'signer'))).toEqual([
      303,
      '/kk/officer/confirm?provider=other-person&',
    ]);
    expect((await visitor.get('/kk/officer/confirm?provider=other-person')).body).toContain('басқа адамды атады');
    const back = await visitor.addressBack(confirmPage, 'officer');
    await sql(`update provider_visit set began_at = clock_timestamp() + interval '5 minutes'`);
    expect(await leads(visitor.get(back))).toEqual([303, '/kk/officer/confirm?provider=refused&']);
    const later = await visitor.addressBack(confirmPage, 'officer');
    const visit = visitor.cookies.get('talqy_visit') ?? '';
    const other = new Visitor(at);
    await other.through(signInPage, 'officer');
    await age();
    other.cookies.set('talqy_visit', visit);
    expect(await leads(other.get(later))).toEqual([303, '/kk/officer/confirm?provider=lapsed&']);
    expect(
      (await sql("select from officer_session where confirmed_at > clock_timestamp() - interval '1 minute'")).length,
    ).toBe(0);
  });

  it('keeps what was typed in its page while the provider is visited beside it', async () => {
    const visitor = new Visitor(at);
    await visitor.through(signInPage, 'officer');
    await age();
    const asked = await visitor.post('/kk/officer/account/tokens', { name: 'Бот' });
    expect([asked.statusCode, asked.body]).toEqual([403, expect.stringContaining('target="_blank"')]);
    const kept = { keptAction: '/kk/officer/account/tokens', kept: '[["name","Бот"]]' };
    const early = await visitor.post('/kk/officer/confirm', kept);
    expect([early.statusCode, early.body]).toEqual([422, expect.stringContaining('әлі растаған жоқ')]);
    const beside = '/kk/officer/confirm?done=1';
    const url = `${confirmPage}?next=${encodeURIComponent(beside)}`;
    expect(await leads(visitor.through(url, 'officer'))).toEqual([303, beside]);
    expect((await visitor.get(beside)).body).toContain('Бұл қойындыны жауып');
    const resumed = await visitor.post('/kk/officer/confirm', kept);
    expect([resumed.statusCode, resumed.body]).toEqual([200, expect.stringContaining('value="Бот"')]);
  });
});

describe('the second factor', () => {
  let secret: string;
  const code = async () => {
    await sql('update officer_factor set last_step = 0');
    return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) });
  };

  beforeAll(async () => {
    await bind(scene.stranger.email, 'stranger');
    const session = await signIn(at.portal, scene.stranger);
    const offered = await at.portal.send('POST', '/api/v1/session/second-factor-offer', { ...session, payload: {} });
    const { offer, secret: given } = offered.json<{ offer: string; secret: string }>();
    secret = given;
    const payload = { offer, code: await code() };
    const set = await at.portal.send('PUT', '/api/v1/session/second-factor', { ...session, payload });
    if (set.statusCode >= 300) throw new Error(set.body);
  });

  it('of our own is asked for when the provider asked for none, at sign-in and at a confirmation', async () => {
    const visitor = new Visitor(at);
    expect(await leads(visitor.through(signInPage, 'stranger'))).toEqual([303, '/kk/sign-in/code']);
    expect(visitor.cookies.has('talqy_session')).toBe(false);
    expect((await visitor.post('/kk/sign-in/code', { code: '000000' })).statusCode).toBe(422);
    expect((await visitor.post('/kk/sign-in/code', { code: await code() })).headers.location).toBe('/kk/officer');
    await age();
    expect(await leads(visitor.through(confirmPage, 'stranger'))).toEqual([303, '/kk/officer/confirm?']);
    expect((await visitor.get('/kk/officer/account/second-factor')).statusCode).toBe(303);
    const page = (await visitor.get('/kk/officer/confirm')).body;
    expect([page.includes('name="code"'), page.includes('name="password"')]).toEqual([true, false]);
    expect((await visitor.post('/kk/officer/confirm', { code: '000000' })).statusCode).toBe(422);
    expect((await visitor.post('/kk/officer/confirm', { code: await code() })).headers.location).toBe('/kk/officer');
    expect((await visitor.get('/kk/officer/account/second-factor')).statusCode).toBe(200);
  });

  it('is not asked for again when the provider says that it asked, and stays as strong at a confirmation', async () => {
    const visitor = new Visitor(at);
    const entered = visitor.through(signInPage, 'stranger', { hasFactor: true });
    expect(await leads(entered)).toEqual([303, '/kk/officer']);
    await age();
    expect(await leads(visitor.through(confirmPage, 'stranger', { hasFactor: true }))).toEqual([303, '/kk/officer']);
    const another = new Visitor(at);
    await another.through(signInPage, 'officer', { hasFactor: true });
    await age();
    expect(await leads(another.through(confirmPage, 'officer'))).toEqual([
      303,
      '/kk/officer/confirm?provider=refused&',
    ]);
  });

  it('waits for nobody who is no longer bound', async () => {
    const visitor = new Visitor(at);
    await visitor.through(signInPage, 'stranger');
    await sql('delete from officer_binding where officer_id = $1', [await officerId(scene.stranger)]);
    expect((await visitor.post('/kk/sign-in/code', { code: await code() })).headers.location).toBe(
      '/kk/sign-in?again=1',
    );
  });
});
