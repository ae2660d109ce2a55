import { Transactions } from '#lib/database';
import { AccountLetters } from '#lib/identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { openScene, type Scene, type Session, signIn } from './scene.js';

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const body = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const password = 'тихий фонарь над 9 мостами';

let portal: PortalUnderTest;
let scene: Scene;
let administrator: Session;
const get = <Service>(token: abstract new (...given: never[]) => Service): Service =>
  portal.app.get(token as never, { strict: false });
const post = (url: string, fields: Record<string, string> = {}, session: Session | undefined = administrator) =>
  portal.send('POST', url, {
    headers: { ...form, cookie: session.headers.cookie },
    payload: body({ ...fields, csrf: session.csrf }),
  });
const asAnybody = (url: string, fields: Record<string, string>) =>
  portal.send('POST', url, { headers: form, payload: body(fields) });
const idOf = async (email: string) =>
  (await portal.database.query<{ id: string }>('select id from officer where email = $1', [email]))[0]?.id ?? '';

beforeAll(async () => {
  portal = await startPortal();
  scene = await openScene(portal, false);
  administrator = await signIn(portal, scene.administrator);
});
afterAll(() => portal.stop());

/** The path of the link in an invitation's letter. */
async function invited(email: string): Promise<string> {
  const [bodyRow] = await portal.database.query<{ code: string }>('select code from state_body where id = $1', [
    scene.bodyId,
  ]);
  const fields = { email, bodyCode: bodyRow?.code ?? '', roles: 'officer', language: 'ru' };
  const sent = await post('/ru/officer/invitations/new', fields);
  expect([sent.statusCode, sent.headers.location]).toEqual([303, '/ru/officer/officials']);
  const [row] = await portal.database.query<{ id: string }>(
    'select id from officer_invitation where email = $1 order by created_at desc limit 1',
    [email],
  );
  const facts = await get(Transactions).run((tx) => get(AccountLetters).invitation(tx, row?.id ?? ''));
  return `/ru/invitations/${facts?.token}`;
}

describe('an invitation', () => {
  it('goes from the form by the letter’s link to an account that signs in', async () => {
    const email = 'new@bilim.example.kz';
    const link = await invited(email);
    expect((await portal.get('/ru/officer/officials', administrator)).body).toContain(email);
    for (let count = 0; count < 3; count += 1) expect((await portal.get(link)).body).toContain(email);
    const bad = await asAnybody(link, { name: '', password: 'Password12345!' });
    expect([bad.statusCode, bad.body]).toEqual([422, expect.stringContaining('легко угадать')]);
    expect(bad.body).toContain('Введите фамилию и имя');
    const good = await asAnybody(link, { name: 'Болат Ахметов', password });
    expect([good.statusCode, good.headers.location]).toEqual([303, '/ru/sign-in?new=1']);
    expect((await portal.get('/ru/sign-in?new=1')).body).toContain('Пароль установлен');
    expect(await signIn(portal, { email, password })).toBeDefined();
    for (const answer of [await portal.get(link), await asAnybody(link, { name: 'x', password })])
      expect([answer.statusCode, answer.body]).toEqual([410, expect.stringContaining('Ссылка уже использована')]);
  });

  it('is worth nothing once it is withdrawn, and its link is no password reset', async () => {
    const email = 'withdrawn@bilim.example.kz';
    const link = await invited(email);
    const page = (await portal.get('/kk/officer/officials', administrator)).body;
    const action = /action="([^"]*\/withdraw)"/.exec(page)?.[1] ?? '';
    const asReset = link.replace('/invitations/', '/password-resets/');
    expect((await asAnybody(asReset, { password })).statusCode).toBe(410);
    expect((await post(action)).statusCode).toBe(303);
    expect((await portal.get(link)).statusCode).toBe(410);
    expect((await post(action)).statusCode).toBe(404);
    expect(await idOf(email)).toBe('');
  });

  it('comes back with what is wrong', async () => {
    const wrong = await post('/kk/officer/invitations/new', { email: scene.officer.email, bodyCode: 'none' });
    expect([wrong.statusCode, wrong.body]).toEqual([422, expect.stringContaining('мұндай коды бар орган жоқ')]);
    const [row] = await portal.database.query<{ code: string }>('select code from state_body limit 1');
    const bodyCode = row?.code ?? '';
    const taken = await post('/kk/officer/invitations/new', { email: scene.officer.email, bodyCode, roles: 'officer' });
    expect([taken.statusCode, taken.body]).toEqual([422, expect.stringContaining('есептік жазба немесе күші бар')]);
    const none = await post('/kk/officer/invitations/new', { email: 'x', bodyCode });
    expect(none.body).toContain('Кемінде бір рөлді таңдаңыз');
  });

  it('is for administrators alone', async () => {
    const officer = await signIn(portal, scene.signer);
    for (const url of ['/kk/officer/officials', '/kk/officer/invitations/new', `/kk/officer/officials/${scene.bodyId}`])
      expect((await portal.get(url, officer)).statusCode).toBe(403);
    expect((await post('/kk/officer/invitations/new', { email: 'a@b.kz' }, officer)).statusCode).toBe(403);
  });
});

describe('an official’s account', () => {
  it('is found, given other roles, closed and opened; each change ends the sessions at once', async () => {
    const list = await portal.get(`/ru/officer/officials?q=${encodeURIComponent(scene.officer.email)}`, administrator);
    const id = await idOf(scene.officer.email);
    expect([list.statusCode, list.body.match(/officials\/[0-9a-f-]{36}"/g)]).toEqual([200, [`officials/${id}"`]]);
    const page = `/ru/officer/officials/${id}`;
    expect((await portal.get(page, administrator)).body).toContain(scene.officer.email);
    for (const [path, fields] of [
      ['roles', { roles: 'signer' }],
      ['activity', { active: 'no' }],
    ] as const) {
      const session = await signIn(portal, scene.officer);
      expect((await post(`${page}/${path}`, fields)).headers.location).toBe(page);
      expect((await portal.get('/api/v1/sessions', session)).statusCode).toBe(401);
    }
    await expect(signIn(portal, scene.officer)).rejects.toThrow('not signed in');
    expect((await portal.get(page, administrator)).body).toContain('Закрыта');
    await post(`${page}/activity`, { active: 'yes' });
    expect(await signIn(portal, scene.officer)).toBeDefined();
    const none = await post(`${page}/roles`);
    expect([none.statusCode, none.body]).toEqual([422, expect.stringContaining('Выберите хотя бы одну роль')]);
  });

  it('loses its second factor by the administrator’s hand, never by its own', async () => {
    const id = await idOf(scene.signer.email);
    const page = `/kk/officer/officials/${id}`;
    expect((await post(`${page}/second-factor/reset`)).statusCode).toBe(409);
    await portal.database.query(
      `insert into officer_factor (officer_id, sealed_secret, last_step) values ($1, 'x', 0)`,
      [id],
    );
    expect((await portal.get(page, administrator)).body).toContain('Екінші факторды алып тастау');
    expect((await post(`${page}/second-factor/reset`)).headers.location).toBe(page);
    const own = `/kk/officer/officials/${await idOf(scene.administrator.email)}`;
    expect((await portal.get(own, administrator)).body).toContain('басқа әкімші өзгертеді');
    for (const path of ['roles', 'activity', 'second-factor/reset'])
      expect((await post(`${own}/${path}`, { roles: 'officer' })).statusCode).toBe(403);
  });
});

describe('a forgotten password', () => {
  it('is answered alike for everybody, and set once by the letter’s link', async () => {
    const ask = (email: string) => asAnybody('/ru/forgotten-password', { email });
    const [known, unknown] = [await ask(scene.stranger.email), await ask('nobody@bilim.example.kz')];
    const withoutNonce = (html: string) => html.replaceAll(/nonce="[^"]*"/g, '');
    expect(withoutNonce(known.body)).toBe(withoutNonce(unknown.body));
    const [row] = await portal.database.query<{ id: string }>('select id from password_reset');
    const facts = await get(Transactions).run((tx) => get(AccountLetters).passwordReset(tx, row?.id ?? ''));
    const link = `/ru/password-resets/${facts?.token}`;
    const session = await signIn(portal, scene.stranger);
    expect((await portal.get(link)).statusCode).toBe(200);
    const bad = await asAnybody(link, { password: 'short' });
    expect([bad.statusCode, bad.body]).toEqual([422, expect.stringContaining('не менее 12 знаков')]);
    expect((await portal.get('/api/v1/sessions', session)).statusCode).toBe(200);
    expect((await asAnybody(link, { password })).headers.location).toBe('/ru/sign-in?new=1');
    expect((await portal.get('/api/v1/sessions', session)).statusCode).toBe(401);
    expect(await signIn(portal, { email: scene.stranger.email, password })).toBeDefined();
    for (const answer of [await portal.get(link), await asAnybody(link, { password })])
      expect(answer.statusCode).toBe(410);
  });

  it('comes by no link that was not sent', async () => {
    for (const token of ['x', 'A'.repeat(43), '..%2f..'])
      expect((await asAnybody(`/ru/password-resets/${token}`, { password })).statusCode).toBe(410);
  });
});
