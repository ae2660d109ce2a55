import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { openScene } from './scene.js';

describe('without its database', () => {
  let portal: PortalUnderTest;
  beforeAll(async () => {
    portal = await startPortal({ env: { LOG_LEVEL: 'silent' } });
    await portal.database.drop();
  });
  afterAll(() => portal.app.close());

  it('a program is told to come again, and learns nothing of the database', async () => {
    const answer = await portal.get('/api/v1/discussions');
    expect([answer.statusCode, answer.headers['retry-after'], answer.json().code]).toEqual([503, '5', 'too-busy']);
    expect(answer.body).not.toMatch(/talqy_t_|postgres|select/i);
  });

  it('a person sees a page in their language, with a trace id', async () => {
    const answer = await portal.get('/ru/');
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
    expect(answer.body).toMatch(/Сервис не отвечает[\s\S]*[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });

  it('is alive and not ready', async () => {
    expect((await portal.get('/health/live')).statusCode).toBe(200);
    expect((await portal.get('/health/ready')).statusCode).toBe(503);
  });
});

describe('too many wrong passwords', () => {
  it('are answered 429 with Retry-After, on the page too', async () => {
    const portal = await startPortal();
    const { officer } = await openScene(portal, false);
    const wrong = { email: officer.email, password: 'not the password' };
    const enter = () => portal.send('POST', '/api/v1/session', { payload: wrong });
    let answer = await enter();
    for (let tries = 0; tries < 12 && answer.statusCode === 401; tries += 1) answer = await enter();
    expect([answer.statusCode, answer.json().code]).toEqual([429, 'sign-in-failed']);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    const page = await portal.send('POST', '/kk/sign-in', {
      payload: new URLSearchParams(wrong).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(page.statusCode).toBe(429);
    await portal.stop();
  });
});
