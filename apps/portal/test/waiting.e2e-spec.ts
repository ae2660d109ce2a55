import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { openScene, type Scene, sendRemark, type Session, signIn } from './scene.js';

const SECRET = 'Күтудегі сөздер WTX8142';

let portal: PortalUnderTest;
let scene: Scene;
let officer: Session;
let stranger: Session;
beforeAll(async () => {
  portal = await startPortal();
  scene = await waitingScene();
  [officer, stranger] = [await signIn(portal, scene.officer), await signIn(portal, scene.stranger)];
});
afterAll(() => portal.stop());

/** A discussion of a profile that publishes after moderation. */
async function waitingScene(): Promise<Scene> {
  const made = await openScene(portal);
  await portal.database.query(`update discussion set profile_id = 'us-2026', waits_hours = 72 where id = $1`, [
    made.discussionId,
  ]);
  return made;
}

const as = ({ headers: { cookie } }: Session) => ({ headers: { cookie } });
const post = (session: Session, url: string, fields: [string, string][], csrf = session.csrf) =>
  portal.send('POST', url, {
    payload: new URLSearchParams([...fields, ['csrf', csrf]]).toString(),
    headers: { cookie: session.headers.cookie, 'content-type': 'application/x-www-form-urlencoded' },
  });
const pageOf = (language: string, { discussionId }: Scene = scene) =>
  `/${language}/officer/discussions/${discussionId}/waiting`;
const valuesIn = (body: string) => [...body.matchAll(/name="texts" value="([^"]+)"/g)].map(([, value]) => value ?? '');

describe.each(['kk', 'ru', 'en'] as const)('texts that wait, in %s (REQ-116)', (language) => {
  const t = translator(language);

  it('are counted as waiting for everybody, and public when an officer has looked twice', async () => {
    const own = await waitingScene();
    const session = await signIn(portal, own.officer);
    const first = await sendRemark(portal, own, `${SECRET} +7 701 123 45 67`);
    await sendRemark(portal, own, SECRET);
    const draft = await portal.get(`/${language}/discussions/${own.discussionId}`);
    expect(draft.body).toContain(`${t('remarks.count', { count: 2 })}; ${t('waiting.of-them', { count: 2 })}`);
    const clause = await portal.get(`/${language}/discussions/${own.discussionId}/clauses/${own.clauses[4]}`);
    expect(clause.body).toContain(t('waiting.notice', { when: '' }).slice(0, 30));
    expect(clause.body).not.toContain('WTX8142');
    const answer = (await portal.get(`/api/v1/remarks/${first.number}`)).json<{ text: null; waitsUntil: string }>();
    expect(answer).toMatchObject({ text: null, state: 'RECEIVED' });
    expect(Date.parse(answer.waitsUntil)).toBeGreaterThan(Date.now());
    const receipt = await portal.get(`/${language}/remarks/${first.number}/${first.secret}`);
    expect(receipt.body).toContain(SECRET);
    expect(receipt.body).toContain(t('waiting.own', { when: '' }).slice(0, 40));

    const queue = await portal.get(`/${language}/officer/discussions/${own.discussionId}/queue`, as(session));
    expect(queue.body).toContain(t('waiting.link', { count: 2 }));
    const page = await portal.get(pageOf(language, own), as(session));
    expect(page.body).toContain(SECRET);
    expect(page.body).toContain(t('privacy.kind.PHONE'));
    const [value = ''] = valuesIn(page.body);
    const preview = await post(session, pageOf(language, own), [
      ['texts', value],
      ['act', 'look'],
    ]);
    expect(preview.statusCode).toBe(200);
    expect(preview.body).toContain(t('waiting.release', { count: 1 }));
    expect(valuesIn(preview.body)).toEqual([value]);
    expect((await portal.get(`/api/v1/remarks/${first.number}`)).json()).toMatchObject({ text: null });
    const released = await post(session, pageOf(language, own), [
      ['texts', value],
      ['act', 'release'],
    ]);
    expect(released.headers.location).toBe(`${pageOf(language, own)}?released=1`);
    expect((await portal.get(released.headers.location ?? '', as(session))).body).toContain(
      t('waiting.done', { count: 1 }),
    );
    expect((await portal.get(`/api/v1/remarks/${first.number}`)).json()).toMatchObject({
      text: `${SECRET} +7 701 123 45 67`,
      waitsUntil: null,
    });
  });
});

describe('what is refused', () => {
  it('nothing chosen, a text replaced since it was read, another body, nobody, a form without its token', async () => {
    const { number } = await sendRemark(portal, scene, SECRET);
    const none = await post(officer, pageOf('ru'), []);
    expect(none.statusCode).toBe(422);
    expect(none.body).toContain('href="#texts"');
    const stale = await post(officer, pageOf('ru'), [
      ['texts', `${number}:7`],
      ['act', 'release'],
    ]);
    expect(stale.statusCode).toBe(422);
    expect(stale.body).toContain(translator('ru')('waiting.replaced', { numbers: number }));
    const release: [string, string][] = [
      ['texts', `${number}:1`],
      ['act', 'release'],
    ];
    expect((await post(stranger, pageOf('ru'), release)).statusCode).toBe(404);
    expect((await portal.get(pageOf('ru'), as(stranger))).statusCode).toBe(404);
    expect((await portal.get(pageOf('ru'))).statusCode).toBe(303);
    expect((await post(officer, pageOf('ru'), release, 'wrong')).statusCode).toBe(403);
    expect((await portal.get(`/api/v1/remarks/${number}`)).json()).toMatchObject({ text: null });
  });
});
