import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import { body, form, hidden, postingTo } from './form-post.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { openScene, type Scene, sendRemark, signIn } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
beforeAll(async () => {
  portal = await startPortal();
  scene = await openScene(portal);
});
afterAll(() => portal.stop());

const post = postingTo(() => portal);
const age = () =>
  portal.database.query(`update officer_session set confirmed_at = clock_timestamp() - interval '15 minutes'`);

describe('the confirmation', () => {
  it('is asked for before the form, and leads back to it', async () => {
    const { number } = await sendRemark(portal, scene);
    const session = await signIn(portal, scene.signer);
    const hiding = `/kk/officer/remarks/${number}/hiding`;
    expect((await portal.get(hiding, session)).statusCode).toBe(200);
    await age();
    const led = await portal.get(hiding, session);
    expect([led.statusCode, led.headers.location]).toEqual([
      303,
      `/kk/officer/confirm?next=${encodeURIComponent(hiding)}`,
    ]);
    const page = (await portal.get(String(led.headers.location), session)).body;
    expect(hidden(page, 'next')).toBe(hiding);
    const wrong = await post(session, '/kk/officer/confirm', { next: hiding, password: 'wrong password 1' });
    expect([wrong.statusCode, hidden(wrong.body, 'next')]).toEqual([422, hiding]);
    const { password } = scene.signer;
    const right = await post(session, '/kk/officer/confirm', { next: hiding, password });
    expect([right.statusCode, right.headers.location]).toEqual([303, hiding]);
    expect((await portal.get(hiding, session)).statusCode).toBe(200);
  });

  it('keeps what was typed when it is asked for after the form was sent', async () => {
    const { number } = await sendRemark(portal, scene, 'Жасырылатын мәтін.');
    const session = await signIn(portal, scene.officer);
    await age();
    const hiding = `/ru/officer/remarks/${number}/hiding`;
    const typed = {
      ground: 'SPAM',
      explanationKk: 'Бұл мәтін "жарнама" болып табылады, қараңыз: <b>.',
      explanationRu: 'Этот текст является рекламой и не относится к делу.',
    };
    const asked = await post(session, hiding, typed);
    expect(asked.statusCode).toBe(403);
    const unescape = (text: string) =>
      text
        .replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&#39;', "'")
        .replaceAll('&#92;', '\\')
        .replaceAll('&amp;', '&');
    const kept = { keptAction: hidden(asked.body, 'keptAction'), kept: unescape(hidden(asked.body, 'kept')) };
    expect(kept.keptAction).toBe(hiding);
    const wrong = await post(session, '/ru/officer/confirm', { ...kept, password: 'wrong password 1' });
    expect([wrong.statusCode, unescape(hidden(wrong.body, 'kept'))]).toEqual([422, kept.kept]);
    const confirmed = await post(session, '/ru/officer/confirm', { ...kept, password: scene.officer.password });
    expect([confirmed.statusCode, confirmed.body]).toEqual([200, expect.stringContaining(`action="${hiding}"`)]);
    for (const [name, value] of Object.entries(typed)) expect(unescape(hidden(confirmed.body, name))).toBe(value);
    expect((await post(session, hiding, typed)).headers.location).toBe(hiding);
  });

  it.each<[string, Record<string, string>]>([
    ['without the token of the form', { csrf: '' }],
    ['with a token of another session', { csrf: 'A'.repeat(43) }],
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from another origin', { origin: 'https://evil.kz' }],
  ])('keeps nothing of a form %s', async (_, { csrf, ...headers }) => {
    const { number } = await sendRemark(portal, scene);
    const session = await signIn(portal, scene.officer);
    await age();
    const typed = {
      ground: 'SPAM',
      explanationKk: 'Бөтен біреу терген мәтін.',
      explanationRu: 'Набрано кем-то другим.',
    };
    const answer = await portal.send('POST', `/ru/officer/remarks/${number}/hiding`, {
      headers: { cookie: session.headers.cookie, ...form, ...headers },
      payload: body({ ...typed, csrf: csrf ?? session.csrf }),
    });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).not.toContain('name="kept');
    expect(answer.body).not.toContain(typed.explanationKk);
    expect(answer.body).toContain(translator('ru')('error.not-allowed'));
  });

  it.each(['https://evil.kz/kk/officer', '//evil.kz', '/kk/officer//evil.kz', '/\\evil.kz'])(
    'does not lead to %s',
    async (next) => {
      const session = await signIn(portal, scene.officer);
      const { password } = scene.officer;
      const answer = await post(session, '/kk/officer/confirm', { next, password });
      expect(answer.headers.location).toBe('/kk/officer');
      const kept = await post(session, '/kk/officer/confirm', { keptAction: next, kept: '[]', password });
      expect(kept.body).not.toContain('evil.kz');
    },
  );

  it('is asked for by the API before a report is signed and a factor is changed, and given by it', async () => {
    const session = await signIn(portal, scene.signer);
    await age();
    const sign = () =>
      portal.send('POST', `/api/v1/reports/${scene.discussionId}/signature`, { ...session, payload: {} });
    const offer = () => portal.send('POST', '/api/v1/session/second-factor-offer', { ...session, payload: {} });
    const change = () =>
      portal.send('PUT', '/api/v1/session/password', { headers: session.headers, payload: { password: 'x' } });
    for (const answer of [await sign(), await offer(), await change()])
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'confirmation-needed']);
    const confirm = (password: string) =>
      portal.send('POST', '/api/v1/session/confirmation', { headers: session.headers, payload: { password } });
    expect((await confirm('wrong password 1')).json().code).toBe('sign-in-failed');
    expect((await confirm(scene.signer.password)).statusCode).toBe(204);
    expect((await sign()).statusCode).toBe(404);
    expect((await change()).json()).toMatchObject({ status: 400, code: 'invalid-input' });
  });
});
