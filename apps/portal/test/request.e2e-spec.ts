import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { multipartForm, png } from './multipart-form.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';

let portal: PortalUnderTest;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.stop());

describe('the way of a request', () => {
  it('leads / to the visitor’s language, kk by default', async () => {
    const answer = await portal.get('/');
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/kk/']);
    const russian = await portal.get('/', { headers: { 'accept-language': 'ru-RU,ru;q=0.9' } });
    expect(russian.headers.location).toBe('/ru/');
  });

  it('answers alive and ready', async () => {
    expect((await portal.get('/health/live')).json()).toEqual({ status: 'live' });
    expect((await portal.get('/health/ready')).json()).toEqual({ status: 'ready' });
  });

  it('sends the headers that keep a page to itself', async () => {
    const { headers } = await portal.get('/kk/sign-in');
    expect(headers['content-security-policy']).toMatch(
      /default-src 'none'.*script-src 'self' 'sha256-[^']+'; .*frame-ancestors 'none'/,
    );
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  it('answers an unknown page in the language of its address, with a trace id', async () => {
    const answer = await portal.get('/ru/nothing');
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.body).toMatch(/<html lang="ru"[\s\S]*Страница не найдена[\s\S]*[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect((await portal.get('/de/sign-in')).statusCode).toBe(404);
  });

  it('answers an unknown API address as problem+json', async () => {
    const answer = await portal.get('/api/v1/nothing');
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ type: 'urn:talqy:problem:not-found', status: 404, code: 'not-found' });
  });

  it('refuses an unknown member and an unknown query, naming it', async () => {
    const body = await portal.send('POST', '/api/v1/session', {
      payload: { email: 'a', password: 'b', isAdmin: true },
    });
    expect(body.statusCode).toBe(400);
    expect(body.json().details.fields).toEqual([{ field: 'isAdmin', message: expect.any(String) }]);
    const query = await portal.get('/api/v1/bodies?sort=name');
    expect([query.statusCode, query.json().details.fields[0].field]).toEqual([400, 'sort']);
    expect((await portal.get('/api/v1/bodies?size=1000')).statusCode).toBe(400);
  });

  it('refuses a body that is no JSON, one too large, and a type nobody reads', async () => {
    const send = (payload: string, type = 'application/json') =>
      portal.send('POST', '/api/v1/session', { payload, headers: { 'content-type': type } });
    expect((await send('{')).statusCode).toBe(400);
    expect((await send(JSON.stringify({ email: 'x'.repeat(3_000_000) }))).statusCode).toBe(413);
    expect((await send('<a/>', 'application/xml')).statusCode).toBe(415);
  });

  it('refuses a form with files whose fields are larger together than a body may be, whatever else is in it', async () => {
    const field = 'ұ'.repeat(100_000);
    const file = { name: 'files', fileName: 'сурет.png', content: png };
    const send = (url: string, count: number) => {
      const fields = Object.fromEntries(Array.from({ length: count }, (_, no) => [`field-${no}`, field]));
      return portal.send('POST', url, multipartForm(fields, [file]));
    };
    const api = await send(`/api/v1/discussions/${newId()}/remark-document`, 11);
    expect([api.statusCode, api.json()]).toEqual([
      413,
      expect.objectContaining({ code: 'invalid-input', detail: expect.stringContaining('2 MB') }),
    ]);
    expect((await send(`/api/v1/discussions/${newId()}/remark-document`, 10)).statusCode).toBe(400);
  });

  it('serves the styles and the font', async () => {
    const css = await portal.get('/assets/main.css');
    expect(css.statusCode).toBe(200);
    expect(css.body).toContain('Noto Sans Variable');
    expect(css.body).not.toContain('GDS Transport');
    expect((await portal.get('/assets/../package.json')).statusCode).not.toBe(200);
  });
});

describe('over https', () => {
  it('sends HSTS and a __Host- cookie', async () => {
    const secure = await startPortal({ env: { PUBLIC_URL: 'https://talqy.example' } });
    const { headers } = await secure.get('/kk/sign-in');
    expect(headers['strict-transport-security']).toContain('max-age');
    const out = await secure.send('POST', '/kk/sign-out');
    expect(out.headers['set-cookie']).toMatch(/^__Host-talqy=; Path=\/; HttpOnly; SameSite=Lax; Secure/);
    await secure.stop();
  });
});
