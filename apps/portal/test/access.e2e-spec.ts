import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf } from './authenticator.js';
import { body, cookieOf, form, hidden, postingTo } from './form-post.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { openScene, type Person, type Scene, sendRemark, type Session, signIn } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
const logged: string[] = [];
beforeAll(async () => {
  portal = await startPortal({ env: { LOG_LEVEL: 'info' }, logTo: (line) => void logged.push(line) });
  scene = await openScene(portal);
});
afterAll(() => portal.stop());

const post = postingTo(() => portal);
const freshSteps = () => portal.database.query('update officer_factor set last_step = 0');

/** Sets a second factor by the API; the session goes on. */
async function enrol(session: Session): Promise<Session & { secret: string; recoveryCodes: string[] }> {
  const offered = await portal.send('POST', '/api/v1/session/second-factor-offer', { ...session, payload: {} });
  const { secret, offer } = offered.json<{ secret: string; offer: string }>();
  const payload = { offer, code: codeOf(secret) };
  const set = await portal.send('PUT', '/api/v1/session/second-factor', { headers: session.headers, payload });
  expect(set.statusCode).toBe(200);
  await freshSteps();
  const { csrfToken, recoveryCodes } = set.json<{ csrfToken: string; recoveryCodes: string[] }>();
  return { csrf: csrfToken, headers: { cookie: cookieOf(set), 'x-csrf-token': csrfToken }, secret, recoveryCodes };
}
const withNewOfficer = async (work: (person: Person) => Promise<void>) =>
  work((await openScene(portal, false)).officer);

describe('signing in with a second factor', () => {
  it('by the API: 202, then the code opens the session under a new id', () =>
    withNewOfficer(async (person) => {
      const { secret, recoveryCodes } = await enrol(await signIn(portal, person));
      expect(recoveryCodes.length).toBe(10);
      const first = await portal.send('POST', '/api/v1/session', { payload: { ...person } });
      expect([first.statusCode, cookieOf(first)]).toEqual([202, '']);
      const { pendingToken } = first.json<{ pendingToken: string }>();
      const asSession = { headers: { cookie: `talqy_session=${pendingToken}` } };
      expect((await portal.get('/api/v1/sessions', asSession)).statusCode).toBe(401);
      const enter = (code: string) => portal.send('POST', '/api/v1/session/code', { payload: { pendingToken, code } });
      expect((await enter('000000')).json()).toMatchObject({ status: 401, code: 'sign-in-failed' });
      const second = await enter(codeOf(secret));
      expect([second.statusCode, second.json().roles]).toEqual([201, ['officer']]);
      expect(cookieOf(second)).not.toContain(pendingToken);
      expect((await enter(codeOf(secret, 1))).statusCode).toBe(401);
    }));

  it('by the pages: password, code, desk; a wrong code shows the form again, an old one leads to the beginning', () =>
    withNewOfficer(async (person) => {
      const { secret } = await enrol(await signIn(portal, person));
      expect((await portal.get('/ru/sign-in/code')).headers.location).toBe('/ru/sign-in');
      const first = await portal.send('POST', '/ru/sign-in', { headers: form, payload: body({ ...person }) });
      expect([first.statusCode, first.headers.location, cookieOf(first)]).toEqual([303, '/ru/sign-in/code', '']);
      const headers = { ...form, cookie: cookieOf(first, 'talqy_pending') };
      expect(String(first.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax; Max-Age=300/);
      expect((await portal.get('/ru/sign-in/code', { headers })).body).toContain('Введите код');
      const enter = (code: string) => portal.send('POST', '/ru/sign-in/code', { headers, payload: body({ code }) });
      const wrong = await enter('123');
      expect([wrong.statusCode, wrong.body]).toEqual([422, expect.stringContaining('Код неверен')]);
      const right = await enter(codeOf(secret));
      expect([right.statusCode, right.headers.location]).toEqual([303, '/ru/officer']);
      const cookie = cookieOf(right);
      expect((await portal.get('/ru/officer', { headers: { cookie } })).statusCode).toBe(200);
      const late = await enter(codeOf(secret, 1));
      expect([late.statusCode, late.headers.location]).toEqual([303, '/ru/sign-in?again=1']);
    }));
});

describe('the log of security', () => {
  interface Line {
    readonly logger?: string;
    readonly msg: string;
    readonly actor: string;
    readonly level: number;
  }
  const events = async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const lines = logged.map((line) => JSON.parse(line) as Line).filter(({ logger }) => logger === 'security');
    return lines.map(({ msg, actor, level }) => [msg, actor, level]);
  };
  const [info, warn] = [30, 40];

  it('names by the id who signed in, and tells what was refused from what was not by its level', () =>
    withNewOfficer(async (person) => {
      const [officer] = await portal.database.query<{ id: string }>('select id from officer where email = $1', [
        person.email,
      ]);
      const { secret } = await enrol(await signIn(portal, person));
      logged.length = 0;
      const first = await portal.send('POST', '/api/v1/session', { payload: { ...person } });
      const { pendingToken } = first.json<{ pendingToken: string }>();
      const enter = (code: string) => portal.send('POST', '/api/v1/session/code', { payload: { pendingToken, code } });
      await enter('000000');
      await enter(codeOf(secret));
      await portal.send('POST', '/ru/sign-in/code', { headers: form, payload: body({ code: codeOf(secret, 1) }) });
      await portal.send('POST', '/ru/sign-in', { headers: form, payload: body({ ...person }) });
      await portal.send('POST', '/ru/sign-in', { headers: form, payload: body({ ...person, password: 'x' }) });
      expect(await events()).toEqual([
        ['code-awaited', 'anonymous', info],
        ['sign-in-refused', 'anonymous', warn],
        ['signed-in', officer?.id, info],
        ['sign-in-refused', 'anonymous', warn],
        ['code-awaited', 'anonymous', info],
        ['sign-in-refused', 'anonymous', warn],
      ]);
      logged.length = 0;
      await freshSteps();
      const pending = await portal.send('POST', '/ru/sign-in', { headers: form, payload: body({ ...person }) });
      const headers = { ...form, cookie: cookieOf(pending, 'talqy_pending') };
      await portal.send('POST', '/ru/sign-in/code', { headers, payload: body({ code: codeOf(secret) }) });
      expect((await events()).at(-1)).toEqual(['signed-in', officer?.id, info]);
    }));

  it('names who signed in by a password alone, by the API and by the page', () =>
    withNewOfficer(async (person) => {
      logged.length = 0;
      await portal.send('POST', '/api/v1/session', { payload: { ...person } });
      await portal.send('POST', '/ru/sign-in', { headers: form, payload: body({ ...person }) });
      const [officer] = await portal.database.query<{ id: string }>('select id from officer where email = $1', [
        person.email,
      ]);
      expect(await events()).toEqual(Array.from({ length: 2 }, () => ['signed-in', officer?.id, info]));
    }));
});

describe('the page of the second factor', () => {
  it('shows picture and key, keeps the offer when the code is wrong, then shows the recovery codes once', () =>
    withNewOfficer(async (person) => {
      const session = await signIn(portal, person);
      const url = '/kk/officer/account/second-factor';
      const page = (await portal.get(url, session)).body;
      expect(page).toContain('role="img"');
      const secret = /talqy-code">([A-Z2-7 ]{39})</.exec(page)?.[1] ?? '';
      const offer = hidden(page, 'offer');
      expect((await portal.send('POST', url, { headers: { cookie: session.headers.cookie } })).statusCode).toBe(403);
      const wrong = await post(session, url, { offer, code: '000000' });
      expect([wrong.statusCode, wrong.body]).toEqual([422, expect.stringContaining(secret)]);
      const right = await post(session, url, { offer, code: codeOf(secret.replaceAll(' ', '')) });
      expect(right.statusCode).toBe(200);
      expect(right.body.match(/([A-Z2-9]{4}-){3}[A-Z2-9]{4}/g)?.length).toBe(10);
      expect((await portal.get(url, session)).headers.location).toContain('sign-in');
      const again = { headers: { cookie: cookieOf(right) } };
      const account = await portal.get('/kk/officer/account', again);
      expect(account.body).toContain('10 қалпына келтіру коды қалды');
    }));
});

describe('where a second factor is obligatory', () => {
  let strict: PortalUnderTest;
  let there: Scene;
  beforeAll(async () => {
    strict = await startPortal({ env: { TALQY_SECOND_FACTOR: 'required' } });
    there = await openScene(strict);
  });
  afterAll(() => strict.stop());

  it('an official without one is led to it from every page, and refused by the API, until it is set', async () => {
    const session = await signIn(strict, there.signer);
    const { number } = await sendRemark(strict, there);
    for (const path of ['officer', 'officer/account', `officer/remarks/${number}`]) {
      const answer = await strict.get(`/kk/${path}`, session);
      expect([path, answer.statusCode, answer.headers.location]).toEqual([
        path,
        303,
        '/kk/officer/account/second-factor',
      ]);
    }
    const api = await strict.get(`/api/v1/procedures/${there.procedureId}`, session);
    expect([api.statusCode, api.json().code]).toEqual([403, 'second-factor-needed']);
    const page = await strict.get('/kk/officer/account/second-factor', session);
    expect([page.statusCode, page.body]).toEqual([200, expect.stringContaining('екінші фактормен жұмыс істейді')]);
    const offered = await strict.send('POST', '/api/v1/session/second-factor-offer', { ...session, payload: {} });
    const { secret, offer } = offered.json<{ secret: string; offer: string }>();
    const payload = { offer, code: codeOf(secret) };
    const set = await strict.send('PUT', '/api/v1/session/second-factor', { headers: session.headers, payload });
    expect((await strict.get('/kk/officer', { headers: { cookie: cookieOf(set) } })).statusCode).toBe(200);
  });

  it('public pages show such an official no more than anybody', async () => {
    const session = await signIn(strict, there.officer);
    const page = await strict.get('/kk/', session);
    expect([page.statusCode, page.body.includes('officer/account')]).toEqual([200, false]);
    expect((await strict.send('DELETE', '/api/v1/session', session)).statusCode).toBe(204);
  });
});

describe('own sessions', () => {
  it('are listed and ended by page and by API, each one’s own only', () =>
    withNewOfficer(async (person) => {
      const [one, two, three] = [
        await signIn(portal, person),
        await signIn(portal, person),
        await signIn(portal, person),
      ];
      const list = (await portal.get('/api/v1/sessions', one)).json<{ id: string; isThis: boolean }[]>();
      expect(list.map(({ isThis }) => isThis).filter(Boolean).length).toBe(1);
      expect(list.length).toBe(3);
      const stranger = await signIn(portal, scene.stranger);
      for (const { id } of list)
        expect((await portal.send('DELETE', `/api/v1/sessions/${id}`, stranger)).statusCode).toBe(404);
      const twoItself = (await portal.get('/api/v1/sessions', two))
        .json<{ id: string; isThis: boolean }[]>()
        .find(({ isThis }) => isThis);
      expect((await post(one, `/kk/officer/account/sessions/${twoItself?.id}/end`)).statusCode).toBe(303);
      expect((await portal.get('/api/v1/sessions', two)).statusCode).toBe(401);
      const page = await portal.get('/ru/officer/account', one);
      expect(page.body).toContain('Завершить все остальные сеансы');
      expect((await portal.send('DELETE', '/api/v1/sessions', one)).statusCode).toBe(204);
      expect((await portal.get('/api/v1/sessions', three)).statusCode).toBe(401);
      expect((await portal.get('/api/v1/sessions', one)).json().length).toBe(1);
    }));
});

describe('the password', () => {
  it('is changed by the page; a bad one is refused beside its field, and the session goes on under a new id', () =>
    withNewOfficer(async (person) => {
      const session = await signIn(portal, person);
      const url = '/ru/officer/account/password';
      expect((await portal.get(url, session)).statusCode).toBe(200);
      const bad = await post(session, url, { password: 'Password12345!' });
      expect([bad.statusCode, bad.body]).toEqual([422, expect.stringContaining('легко угадать')]);
      const good = await post(session, url, { password: 'совсем другая фраза 8' });
      expect([good.statusCode, good.headers.location]).toEqual([303, '/ru/officer/account?done=password']);
      expect((await portal.get(url, session)).headers.location).toContain('sign-in');
      const page = await portal.get('/ru/officer/account?done=password', { headers: { cookie: cookieOf(good) } });
      expect(page.body).toContain('Пароль изменен.');
    }));
});
