import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import { draftingScene, type DraftingScene, editorFields } from './drafting-scene.js';
import { body, form, hiddenFields } from './form-post.js';
import { as } from './letter-scene.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { type Session, signIn } from './scene.js';

const t = translator('ru');
const own = { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' };
let portal: PortalUnderTest;
let scene: DraftingScene;
let page: string;
beforeAll(async () => {
  portal = await startPortal();
  scene = await draftingScene(portal);
  page = `/ru/officer/procedures/${scene.procedureId}/text`;
});
afterAll(() => portal.stop());

const send = (session: Session, fields: Record<string, string>, headers: Record<string, string> = own) =>
  portal.send('POST', page, {
    headers: { cookie: session.headers.cookie, ...form, ...headers },
    payload: body(fields),
  });
const endAll = () => portal.database.query('delete from officer_session');

/** Signs in, opens the editor, types, and loses the session. */
async function typedAndLost(): Promise<{ session: Session; typed: Record<string, string> }> {
  const session = await signIn(portal, scene.officer);
  const fields = editorFields((await portal.get(page, as(session))).body);
  const typed = { ...fields, 'text-2-ru': 'Набрано до конца сеанса: "<1>".', act: 'save' };
  await endAll();
  return { session, typed };
}

describe('a session that ends while a form is filled in', () => {
  it('loses nothing: the form waits in the page, is sent again after signing in anew, and arrives as it was typed', async () => {
    const { session, typed } = await typedAndLost();
    const ended = await send(session, { ...typed, csrf: session.csrf });
    expect([ended.statusCode, ended.headers['cache-control']]).toEqual([401, 'no-store']);
    expect(ended.body).toContain(t('access.ended-title'));
    expect(ended.body).toContain(`action="${page}"`);
    const kept = Object.fromEntries(hiddenFields(ended.body));
    expect(kept).toEqual(typed);
    const anew = await signIn(portal, scene.officer);
    const shown = await send(anew, kept);
    expect(shown.statusCode).toBe(403);
    expect(shown.body).toContain(t('access.anew-title'));
    const again = Object.fromEntries(hiddenFields(shown.body));
    expect(again).toEqual({ ...typed, csrf: anew.csrf });
    expect((await send(anew, again)).headers.location).toMatch(/\?saved=2$/);
  });

  it('takes the token of an earlier session for no token, and keeps the form', async () => {
    const { session, typed } = await typedAndLost();
    const shown = await send(await signIn(portal, scene.officer), { ...typed, csrf: session.csrf });
    expect(shown.statusCode).toBe(403);
    expect(Object.fromEntries(hiddenFields(shown.body))['text-2-ru']).toBe(typed['text-2-ru']);
  });

  it.each<[string, Record<string, string>]>([
    ['of which no browser says whence it came', {}],
    ['of another origin', { origin: 'https://evil.kz' }],
    ['of another site', { ...own, 'sec-fetch-site': 'cross-site' }],
    ['of a neighbouring site', { ...own, 'sec-fetch-site': 'same-site' }],
  ])('keeps nothing of a form %s', async (_, headers) => {
    const { session, typed } = await typedAndLost();
    const gone = await send(session, typed, headers);
    expect([gone.statusCode, gone.headers.location]).toEqual([303, '/ru/sign-in?again=1']);
    const shown = await send(await signIn(portal, scene.officer), typed, headers);
    expect([shown.statusCode, shown.body.includes('Набрано')]).toEqual([403, false]);
    expect(shown.body).toContain(t('error.not-allowed'));
  });

  it('leads to nothing but pages of officials', async () => {
    const answer = await portal.send('POST', '/ru/sign-out', {
      headers: { cookie: (await signIn(portal, scene.officer)).headers.cookie, ...form, ...own },
      payload: body({ text: 'x' }),
    });
    expect([answer.statusCode, answer.body.includes('name="text"')]).toEqual([403, false]);
  });
});
