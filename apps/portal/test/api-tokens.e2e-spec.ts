import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { openScene, type Scene, type Session, signIn } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
let session: Session;
beforeAll(async () => {
  portal = await startPortal();
  scene = await openScene(portal);
  session = await signIn(portal, scene.signer);
});
afterAll(() => portal.stop());

const make = (change: object = {}, by = session) =>
  portal.send('POST', '/api/v1/tokens', {
    headers: by.headers,
    payload: { name: 'Сводка', roles: ['officer'], access: 'WRITE', days: 30, ...change },
  });
const made = async (change: object = {}) => (await make(change)).json<{ id: string; token: string }>();
const by = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const queue = () => `/api/v1/discussions/${scene.discussionId}/queue`;
const act = (token: string) =>
  portal.send('POST', '/api/v1/procedures', {
    ...by(token),
    payload: { kind: 'OTHER_DRAFT', title: { kk: 'Жоба', ru: 'Проект' }, profileFamily: 'kz-126-by-decision' },
  });

describe('a token for a program', () => {
  it('reads and acts in the API for its officer without a form token, and shows when it was used', async () => {
    const { id, token } = await made();
    expect((await portal.get(queue(), by(token))).statusCode).toBe(200);
    expect((await act(token)).statusCode).toBe(201);
    const listed = (await portal.get('/api/v1/tokens', session)).json<{ id: string; lastUsedAt: string | null }[]>();
    expect(listed.find((each) => each.id === id)?.lastUsedAt).toMatch(/Z$/);
    expect(JSON.stringify(listed)).not.toContain(token);
  });

  it('only reads when it was made to', async () => {
    const { token } = await made({ access: 'READ' });
    expect((await portal.get(queue(), by(token))).statusCode).toBe(200);
    const refused = await act(token);
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'not-allowed']);
  });

  it('is worth nothing when it was revoked, has expired, or was never made; on public routes it says so too', async () => {
    const [revoked, expired] = [await made(), await made()];
    expect((await portal.send('DELETE', `/api/v1/tokens/${revoked.id}`, session)).statusCode).toBe(204);
    expect((await portal.send('DELETE', `/api/v1/tokens/${revoked.id}`, session)).statusCode).toBe(404);
    await portal.database.query('update api_token set expires_at = clock_timestamp() where id = $1', [expired.id]);
    for (const token of [revoked.token, expired.token, `tlq_${'A'.repeat(43)}`, 'tlq_x'])
      for (const url of [queue(), '/api/v1/discussions']) {
        const answer = await portal.get(url, by(token));
        expect([url, answer.statusCode, answer.json().code]).toEqual([url, 401, 'not-signed-in']);
      }
  });

  it('has no role that it was not given, and meets another body as its officer does', async () => {
    const { token } = await made({ roles: ['signer'] });
    expect((await act(token)).statusCode).toBe(403);
    const { token: foreign } = (await make({}, await signIn(portal, scene.stranger))).json<{ token: string }>();
    expect((await portal.get(queue(), by(foreign))).statusCode).toBe(404);
  });

  it('opens no page, and neither signs, confirms, nor looks after sessions and tokens', async () => {
    const { token } = await made({ roles: ['officer', 'signer'] });
    for (const url of ['/kk/officer', '/kk/officer/account', `/kk/officer/procedures/${scene.procedureId}`])
      expect((await portal.get(url, by(token))).headers.location).toBe('/kk/sign-in?again=1');
    const sign = await portal.send('POST', `/api/v1/reports/${scene.discussionId}/signature`, {
      ...by(token),
      payload: {},
    });
    expect([sign.statusCode, sign.json().code]).toEqual([403, 'confirmation-needed']);
    for (const [method, url] of [
      ['GET', '/api/v1/sessions'],
      ['DELETE', '/api/v1/sessions'],
      ['GET', '/api/v1/tokens'],
      ['POST', '/api/v1/tokens'],
      ['POST', '/api/v1/session/confirmation'],
      ['POST', '/api/v1/session/second-factor-offer'],
      ['PUT', '/api/v1/session/password'],
    ] as const) {
      const answer = await portal.app
        .getHttpAdapter()
        .getInstance()
        .inject({ method, url, ...by(token) });
      expect([url, answer.statusCode]).toEqual([url, 403]);
    }
  });

  it('is no way round a foreign origin', async () => {
    const { token } = await made();
    const headers = { ...by(token).headers, origin: 'https://evil.kz' };
    expect((await portal.send('POST', '/api/v1/procedures', { headers, payload: {} })).statusCode).toBe(403);
  });

  it('ends with its officer’s account, and with the roles its officer loses', async () => {
    const ours = await openScene(portal, false);
    const own = await signIn(portal, ours.signer);
    const { token } = (await make({ roles: ['officer', 'signer'] }, own)).json<{ token: string }>();
    const procedure = `/api/v1/procedures/${ours.procedureId}`;
    expect((await portal.get(procedure, by(token))).statusCode).toBe(200);
    await portal.database.query(`update officer set roles = '{administrator}' where email = $1`, [ours.signer.email]);
    expect((await portal.get(procedure, by(token))).statusCode).toBe(403);
    await portal.database.query('update officer set is_active = false where email = $1', [ours.signer.email]);
    expect((await portal.get(procedure, by(token))).statusCode).toBe(401);
  });

  it.each([
    ['a role of somebody else', { roles: ['administrator'] }],
    ['more than a year', { days: 366 }],
    ['half a day', { days: 0.5 }],
    ['an access that is none', { access: 'ALL' }],
    ['an unknown member', { isAdmin: true }],
    ['no name', { name: '' }],
  ])('is not made with %s', async (_, change) => {
    const answer = await make(change);
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid-input']);
  });
});

describe('the page of tokens', () => {
  const url = '/ru/officer/account/tokens';
  const post = (path: string, fields: Record<string, string>) =>
    portal.send('POST', path, {
      headers: { cookie: session.headers.cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ ...fields, csrf: session.csrf }).toString(),
    });

  it('makes a token, shows it once, lists and revokes it', async () => {
    const fields = { name: 'Выгрузка <b>', roles: 'officer', access: 'READ', days: '7' };
    const answer = await post(url, fields);
    const token = /tlq_[A-Za-z0-9_-]{43}/.exec(answer.body)?.[0] ?? '';
    expect([answer.statusCode, token.length]).toEqual([200, 47]);
    const page = (await portal.get(url, session)).body;
    expect(page).toContain('Выгрузка &lt;b&gt;');
    expect(page).not.toContain(token);
    const action = /action="([^"]*\/revoke)"/.exec(page)?.[1] ?? '';
    expect((await post(action, {})).headers.location).toBe(url);
    expect((await portal.get(queue(), by(token))).statusCode).toBe(401);
  });

  it('says beside each field what is wrong', async () => {
    const answer = await post(url, { name: '', days: '1000' });
    expect(answer.statusCode).toBe(422);
    for (const text of ['не более 100 знаков', 'хотя бы одну из ваших ролей', 'от 1 до 365'])
      expect(answer.body).toContain(text);
  });
});
