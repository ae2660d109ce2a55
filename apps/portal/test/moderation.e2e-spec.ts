import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CloseDiscussion } from '#lib/discussion';
import { translator } from '#lib/localisation';
import { AssembleReport, PublishReport, SignReport } from '#lib/reports';
import { officerOf } from '#lib/testing';
import { everythingPublic } from './everything-public.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { openScene, type Scene, sendRemark, type Session, signIn } from './scene.js';

/** Its last word is none that a random number in a page could hold by chance. */
const SECRET = 'Жасырылатын сөздер QZX4711';

let portal: PortalUnderTest;
let scene: Scene;
let officer: Session;
let signer: Session;
let stranger: Session;
beforeAll(async () => {
  portal = await startPortal();
  scene = await openScene(portal);
  [officer, signer, stranger] = [
    await signIn(portal, scene.officer),
    await signIn(portal, scene.signer),
    await signIn(portal, scene.stranger),
  ];
});
afterAll(() => portal.stop());

const as = ({ headers: { cookie } }: Session) => ({ headers: { cookie } });
const post = (session: Session, url: string, fields: Record<string, string> = {}, csrf = session.csrf) =>
  portal.send('POST', url, {
    payload: new URLSearchParams({ ...fields, csrf }).toString(),
    headers: { cookie: session.headers.cookie, 'content-type': 'application/x-www-form-urlencoded' },
  });
const reason = {
  ground: 'ABUSE',
  explanationKk: 'Мәтінде лауазымды тұлғаны балағаттау бар.',
  explanationRu: 'В тексте есть оскорбление должностного лица.',
};
const pageOf = (number: string, language = 'ru') => `/${language}/officer/remarks/${number}/hiding`;
const hidingIn = (body: string) => /name="hidingId" value="([^"]+)"/.exec(body)?.[1] ?? '';

/** Proposes and confirms as two officials do on the pages. */
async function hide(number: string): Promise<string> {
  expect((await post(officer, pageOf(number), reason)).statusCode).toBe(303);
  const hidingId = hidingIn((await portal.get(pageOf(number), as(signer))).body);
  expect((await post(signer, `${pageOf(number)}/confirmation`, { hidingId })).statusCode).toBe(303);
  return hidingId;
}

describe.each(['kk', 'ru'] as const)('hiding a remark, in %s (REQ-116)', (language) => {
  const t = translator(language);

  it('takes two officials; the sender reads why and how to object', async () => {
    const { number, secret } = await sendRemark(portal, scene, SECRET);
    const page = pageOf(number, language);
    expect((await portal.get(page, as(officer))).body).not.toContain('OFF_TOPIC');
    expect((await post(officer, page, reason)).headers.location).toBe(page);
    const mine = await portal.get(page, as(officer));
    expect(mine.body).toContain(t('moderation.own-note'));
    expect(mine.body).not.toContain('/confirmation"');
    const theirs = await portal.get(page, as(signer));
    const hidingId = hidingIn(theirs.body);
    const queue = await portal.get(`/${language}/officer/discussions/${scene.discussionId}/queue`, as(signer));
    expect(queue.body).toContain(`href="${page}"`);
    expect((await portal.get(`/api/v1/remarks/${number}`)).json()).toMatchObject({ text: SECRET, hidingGround: null });
    expect((await post(officer, `${page}/confirmation`, { hidingId })).statusCode).toBe(403);
    expect((await post(signer, `${page}/confirmation`, { hidingId })).headers.location).toBe(page);
    expect((await post(signer, `${page}/confirmation`, { hidingId })).statusCode).toBe(303);
    expect((await portal.get(`/api/v1/remarks/${number}`)).json()).toMatchObject({ text: null, hidingGround: 'ABUSE' });
    const own = await portal.get(`/${language}/remarks/${number}/${secret}`);
    expect(own.body).toContain(t('hiding.ground.ABUSE'));
    expect(own.body).toContain(language === 'kk' ? reason.explanationKk : reason.explanationRu);
    expect(own.body).toContain(t('moderation.own-object'));
    const log = await portal.get(`/${language}/discussions/${scene.discussionId}/moderation`);
    expect(log.body).toContain(number);
    expect(log.body).toContain(t('moderation.act.HIDDEN'));
    expect(log.body).not.toContain(SECRET);
    expect(log.body).not.toContain(page);
    const asOfficial = await portal.get(`/${language}/discussions/${scene.discussionId}/moderation`, as(officer));
    expect(asOfficial.body).toContain(`href="${page}"`);
    expect((await post(officer, `${page}/lifting`, { hidingId })).statusCode).toBe(422);
    expect((await post(officer, `${page}/lifting`, { hidingId, reason: 'Қарсылық негізді' })).statusCode).toBe(303);
    expect((await portal.get(`/api/v1/remarks/${number}`)).json()).toMatchObject({ text: SECRET });
    const after = await portal.get(`/${language}/discussions/${scene.discussionId}/moderation`);
    expect(after.body).toContain(t('moderation.act.SHOWN_AGAIN'));
    expect(after.body).not.toContain('Қарсылық негізді');
  });
});

describe('what is refused', () => {
  it('a form without ground, short explanations, a ground outside the list; what was typed stays', async () => {
    const { number } = await sendRemark(portal, scene);
    const empty = await post(officer, pageOf(number), { explanationKk: 'қысқа' });
    expect(empty.statusCode).toBe(422);
    for (const field of ['ground', 'explanationKk', 'explanationRu']) expect(empty.body).toContain(`href="#${field}"`);
    expect(empty.body).toContain('қысқа</textarea>');
    expect((await post(officer, pageOf(number), { ...reason, ground: 'OFF_TOPIC' })).statusCode).toBe(422);
    expect((await post(officer, pageOf(number), reason)).statusCode).toBe(303);
    const hidingId = hidingIn((await portal.get(pageOf(number), as(signer))).body);
    expect((await post(signer, `${pageOf(number)}/refusal`, { hidingId })).statusCode).toBe(422);
    expect((await post(signer, `${pageOf(number)}/refusal`, { hidingId, reason: 'Сын ғана' })).statusCode).toBe(303);
    expect((await portal.get(pageOf(number), as(officer))).body).toContain('Сын ғана');
  });

  it('another body, nobody signed in, a form without its token', async () => {
    const { number } = await sendRemark(portal, scene);
    expect((await portal.get(pageOf(number), as(stranger))).statusCode).toBe(404);
    expect((await post(stranger, pageOf(number), reason)).statusCode).toBe(404);
    expect((await portal.get(pageOf(number))).statusCode).toBe(303);
    expect((await post(officer, pageOf(number), reason, 'wrong')).statusCode).toBe(403);
  });
});

describe('the words of a hidden remark', () => {
  const leaks = (answers: ReadonlyMap<string, string>) =>
    [...answers].filter(([, body]) => body.includes(SECRET) || body.includes('QZX4711')).map(([address]) => address);

  it('are in no public page, answer or file, while the discussion is open and when its report is out (T1, REQ-116)', async () => {
    const own = await openScene(portal);
    const { number } = await sendRemark(portal, own, SECRET);
    const ids = [own.discussionId, own.procedureId];
    const seen = leaks(await everythingPublic(portal, number, ids));
    expect(seen).toContain(`/api/v1/discussions/${own.discussionId}/remarks`);
    expect(seen).toContain(`/api/v1/remarks/${number}`);
    [officer, signer] = [await signIn(portal, own.officer), await signIn(portal, own.signer)];
    await hide(number);
    const hidden = await everythingPublic(portal, number, ids);
    expect(leaks(hidden)).toEqual([]);
    expect(hidden.get(`/ru/discussions/${own.discussionId}/moderation`)).toContain(number);

    const get = <Service>(token: abstract new (...given: never[]) => Service): Service =>
      portal.app.get(token as never, { strict: false });
    const { discussionId, bodyId } = own;
    await portal.database.query(
      `update discussion set open_at = open_at - interval '40 days', close_at = clock_timestamp() where id = $1`,
      [discussionId],
    );
    await get(CloseDiscussion).execute(discussionId);
    const { reportId } = await get(AssembleReport).execute({ discussionId }, officerOf(bodyId));
    await get(SignReport).execute({ reportId }, officerOf(bodyId, 'signer'));
    await get(PublishReport).execute({ reportId, publicUrl: 'https://t.kz' });
    const published = await everythingPublic(portal, number, [...ids, reportId]);
    expect(published.get(`/ru/discussions/${discussionId}/report`)).toContain('Скрыт');
    const packages = [...published].filter(([, body]) => body.includes('word/document') || body.includes('<w:t'));
    expect(packages.length).toBeGreaterThan(0);
    expect(leaks(published)).toEqual([]);
    // Signed: nothing is hidden or shown any more.
    const page = await portal.get(pageOf(number), as(officer));
    expect(page.body).toContain(translator('ru')('moderation.not-now'));
    expect((await post(officer, pageOf(number), reason)).statusCode).toBe(409);
  }, 240_000);
});
