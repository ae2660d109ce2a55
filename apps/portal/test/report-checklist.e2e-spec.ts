import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProposeHiding } from '#lib/discussion';
import { newId } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { officerOf } from '#lib/testing';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import {
  as,
  assembled,
  type ClosedScene,
  closedScene,
  decide,
  decideAll,
  postForm,
  serviceOf,
} from './report-scene.js';
import { revisedClauses, saveVersion } from './revised-scene.js';
import { openScene, type Scene, type Session, signIn } from './scene.js';

const t = translator('ru');

let portal: PortalUnderTest;
let scene: ClosedScene;
let officer: Session;
let signer: Session;
beforeAll(async () => {
  portal = await startPortal();
  scene = await closedScene(portal, 'Бірінші ескерту', 'Екінші ескерту', 'Үшінші ескерту');
  [officer, signer] = [await signIn(portal, scene.officer), await signIn(portal, scene.signer)];
});
afterAll(() => portal.stop());

const pathOf = ({ discussionId }: Scene, page = '') => `/ru/officer/discussions/${discussionId}/report${page}`;
const apiOf = ({ discussionId }: Scene) => `/api/v1/discussions/${discussionId}/closing-checklist`;
/** The line of the checklist with this name, tags and all. */
const itemOf = (html: string, id: string): string =>
  new RegExp(`<li class="talqy-checklist__item[^>]*id="item-${id}"[\\s\\S]*?\\n {0,12}</li>`).exec(html)?.[0] ?? '';
const isDone = (html: string, id: string): boolean => itemOf(html, id).includes('talqy-checklist__item--done');

describe('the closing checklist', () => {
  it('names each undecided remark, and leads to the queue and to each of them', async () => {
    const { body, statusCode } = await portal.get(pathOf(scene), as(officer));
    expect(statusCode).toBe(200);
    expect(isDone(body, 'closed')).toBe(true);
    expect(isDone(body, 'decided')).toBe(false);
    for (const number of scene.numbers)
      expect(itemOf(body, 'decided')).toContain(`href="/ru/officer/remarks/${number}"`);
    expect(itemOf(body, 'decided')).toContain(`/ru/officer/discussions/${scene.discussionId}/queue?undecided=1`);
    expect(body).toContain(t('closing.sum-differs'));
    expect((await portal.get(apiOf(scene), as(officer))).json()).toMatchObject({
      progress: { received: 3, decided: 0, undecided: 3 },
      reconciles: false,
      undecided: scene.numbers,
      unconfirmed: null,
      version: null,
    });
  });

  it('leads to the letters, hidings and changes that wait', async () => {
    const other = await closedScene(portal, 'Ашық мәтін');
    const session = await signIn(portal, other.officer);
    const [number = ''] = other.numbers;
    await serviceOf(portal, ProposeHiding).execute(
      {
        number,
        ground: 'PERSONAL_DATA',
        explanationKk: 'Мәтінде үшінші тұлғаның телефон нөмірі бар.',
        explanationRu: 'В тексте есть номер телефона третьего лица.',
      },
      officerOf(other.bodyId),
    );
    await saveVersion(portal, other, revisedClauses(other));
    const { body } = await portal.get(pathOf(other), as(session));
    expect(itemOf(body, 'hidings')).toContain(`href="/ru/officer/remarks/${number}/hiding"`);
    expect(itemOf(body, 'traced')).toContain(`href="/ru/officer/discussions/${other.discussionId}/changes"`);
    expect(itemOf(body, 'traced')).toContain('Срок – пять рабочих дней.');
    expect(isDone(body, 'letters')).toBe(true);
    expect((await portal.get(apiOf(other), as(session))).json()).toMatchObject({
      waiting: [{ code: 'hiding-waits', number }],
      untraced: [{ change: 'changed' }, { change: 'added' }, { change: 'removed' }],
    });
  });

  it('ticks what is done, and sends a signer on, an officer not', async () => {
    await decideAll(portal, scene);
    const reportId = await assembled(portal, scene);
    const mine = await portal.get(pathOf(scene), as(signer));
    expect(['decided', 'letters', 'hidings', 'traced', 'made', 'sound'].filter((id) => !isDone(mine.body, id))).toEqual(
      [],
    );
    expect(mine.body).toContain(t('closing.sum-holds'));
    expect(mine.body).not.toContain(t('closing.sum-differs'));
    expect(mine.body).toContain(`href="${pathOf(scene, '/sign')}"`);
    expect(mine.body).toContain(t('closing.to-signing'));
    const theirs = await portal.get(pathOf(scene), as(officer));
    expect(theirs.body).not.toContain(t('closing.to-signing'));
    expect(theirs.body).toContain(t('report.signer-only'));
    expect((await portal.get(apiOf(scene), as(officer))).json()).toMatchObject({
      reconciles: true,
      version: 1,
      blockers: [],
    });
    expect(reportId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('says which remark changed after the version was made', async () => {
    const [number = ''] = scene.numbers;
    await decide(portal, scene, number, { groundRu: 'Это предусмотрено третьим разделом проекта.' });
    const { body } = await portal.get(pathOf(scene), as(officer));
    expect(isDone(body, 'made')).toBe(false);
    expect(itemOf(body, 'made')).toContain(t('blocker.remark-changed-since-assembly', { number }));
    expect(itemOf(body, 'made')).toContain(`href="${pathOf(scene, '/making')}"`);
  });

  it('warns of one ground under many remarks, with the ground and how many', async () => {
    const many = await closedScene(portal, ...Array.from({ length: 8 }, (_, index) => `Ескерту ${index}`));
    await decideAll(portal, many);
    const session = await signIn(portal, many.officer);
    const { body } = await portal.get(pathOf(many), as(session));
    expect(body).toContain(t('closing.stock-answer', { count: 8 }));
    expect(body).toContain('Предусмотрено вторым разделом проекта.');
    expect((await portal.get(apiOf(many), as(session))).json().stockAnswers).toMatchObject([{ remarks: 8 }]);
  });

  it('says before the close that the report comes after it, and of a withdrawn draft that it has none', async () => {
    const open = await openScene(portal);
    const session = await signIn(portal, open.officer);
    const before = await portal.get(pathOf(open), as(session));
    expect(before.body).toContain(t('report.not-before-close'));
    expect(isDone(before.body, 'closed')).toBe(false);
    expect(before.body).not.toContain('/report/assemble');
    await portal.database.query(
      `update discussion set state = 'WITHDRAWN', withdrawn_at = clock_timestamp(), withdrawal_reason = 'x' where id = $1`,
      [open.discussionId],
    );
    const withdrawn = await portal.get(pathOf(open), as(session));
    expect(withdrawn.body).toContain(t('closing.withdrawn'));
    expect(withdrawn.body).not.toContain('/report/assemble');
  });

  it('is nobody else’s: another body, a citizen, an administrator', async () => {
    const stranger = await signIn(portal, scene.stranger);
    const administrator = await signIn(portal, scene.administrator);
    for (const page of ['', '/making', '/sign', '/placements', '/errata', '/versions']) {
      expect([page, (await portal.get(pathOf(scene, page), as(stranger))).statusCode]).toEqual([page, 404]);
      expect([page, (await portal.get(pathOf(scene, page), as(administrator))).statusCode]).toEqual([page, 403]);
      expect([page, (await portal.get(pathOf(scene, page))).headers.location]).toEqual([page, '/ru/sign-in?again=1']);
    }
    expect((await portal.get(apiOf(scene), as(stranger))).json().code).toBe('not-found');
    expect((await portal.get(apiOf(scene))).statusCode).toBe(401);
    expect((await portal.get(`/ru/officer/discussions/${newId()}/report`, as(officer))).statusCode).toBe(404);
  });
});

describe('the versions', () => {
  it('are all listed with their hashes; files only of those that are kept', async () => {
    const versions = await portal.get(pathOf(scene, '/versions'), as(officer));
    expect(versions.body).toContain(t('report.state.ASSEMBLED'));
    expect(versions.body.match(/\/api\/v1\/reports\/[0-9a-f-]{36}\/files\//g)).toHaveLength(11);
    const [first] = (await portal.get(`/api/v1/discussions/${scene.discussionId}/report-versions`, as(officer))).json<
      { dataSha256: string }[]
    >();
    expect(versions.body).toContain(first?.dataSha256);
    await assembled(portal, scene);
    const again = await portal.get(pathOf(scene, '/versions'), as(officer));
    expect(again.body).toContain(t('report.state.SUPERSEDED'));
    expect(again.body).toContain(t('versions.no-files'));
    expect(again.body).toContain(first?.dataSha256);
  });

  it('says so when there is none', async () => {
    const none = await closedScene(portal);
    const session = await signIn(portal, none.officer);
    expect((await portal.get(pathOf(none, '/versions'), as(session))).body).toContain(t('versions.none'));
    expect((await postForm(portal, session, pathOf(none, '/assemble'))).headers.location).toBe(pathOf(none, '/making'));
  });
});
