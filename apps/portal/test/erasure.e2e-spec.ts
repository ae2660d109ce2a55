import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { openScene, type Scene, sendRemark, type Session, signIn } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
let administrator: Session;
beforeAll(async () => {
  portal = await startPortal();
  scene = await openScene(portal);
  administrator = await signIn(portal, scene.administrator);
});
afterAll(() => portal.stop());

const post = (url: string, fields: Record<string, string>, session?: Session) =>
  portal.send('POST', url, {
    payload: new URLSearchParams(fields).toString(),
    headers: { ...session?.headers, 'content-type': 'application/x-www-form-urlencoded' },
  });

it('is asked for by the receipt, done by an administrator who says so, and then seen by everybody', async () => {
  const { number, secret } = await sendRemark(portal, scene);
  const own = `/en/remarks/${number}/${secret}`;
  expect((await portal.get(own)).body).toContain('Ask for the erasure');
  expect((await post(`${own}X/erasure`, {})).statusCode).toBe(404);
  for (const _ of [1, 2]) expect((await post(`${own}/erasure`, {})).statusCode).toBe(303);
  expect((await portal.get(own)).body).toContain('You asked for the erasure');

  const list = await portal.get('/en/officer/erasures', { headers: administrator.headers });
  expect(list.body).toContain(number);
  const stranger = await signIn(portal, scene.stranger);
  expect((await portal.get('/en/officer/erasures', { headers: stranger.headers })).statusCode).toBe(403);

  const hasty = await post('/en/officer/erasures', { number }, administrator);
  expect(hasty.statusCode).toBe(422);
  expect(hasty.body).toContain('Tick the box');
  const wrong = await post('/en/officer/erasures', { number: 'ABC', understood: 'yes' }, administrator);
  expect(wrong.body).toContain('no remark with this number');
  const done = await post('/en/officer/erasures', { number, understood: 'yes' }, administrator);
  expect(done.headers.location).toBe('/en/officer/erasures?done=1');

  expect((await portal.get(own)).body).toContain('were erased at');
  const shown = (await portal.get(`/api/v1/remarks/${number}`)).json<Record<string, unknown>>();
  expect(shown).toMatchObject({ number, text: null, author: null });
  expect(shown['erasedAt']).toMatch(/Z$/);
  const again = await post('/en/officer/erasures', { number, understood: 'yes' }, administrator);
  expect(again.body).toContain('erased before');
});
