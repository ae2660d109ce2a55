import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import { as } from './letter-scene.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { openScene, type Scene, sendRemark, signIn } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
let unplaced: Scene;
beforeAll(async () => {
  portal = await startPortal();
  [scene, unplaced] = [await openScene(portal), await openScene(portal, false)];
});
afterAll(() => portal.stop());

const title = 'Проект стандарта «Выдача архивной справки»';

describe('the desk', () => {
  it('says in English pages that a title is Russian, wherever it stands', async () => {
    const { body } = await portal.get('/en/officer', as(await signIn(portal, scene.officer)));
    expect(body).toContain(`href="/en/discussions/${scene.discussionId}" lang="ru">${title}</a>`);
    expect(body.split(title).length - 1).toBe(5);
    expect([...body.matchAll(/lang="ru">(?:: )?Проект/g)]).toHaveLength(5);
  });

  it('says it of drafts and of the name of the body too', async () => {
    const { body } = await portal.get('/en/officer', as(await signIn(portal, unplaced.officer)));
    expect(body).toContain(`href="/en/officer/procedures/${unplaced.procedureId}" lang="ru">${title}</a>`);
    expect(body).toMatch(/<p class="govuk-body-l" lang="en">/);
  });

  it('leads an administrator, and nobody else, to what is to be erased', async () => {
    const t = translator('kk');
    const link = `<a class="govuk-link" href="/kk/officer/erasures">${t('privacy.erasures-title')}</a>`;
    const desk = async (person: Scene['officer']) =>
      (await portal.get('/kk/officer', as(await signIn(portal, person)))).body;
    expect(await desk(scene.administrator)).toContain(link);
    expect(await desk(scene.officer)).not.toContain('/officer/erasures');
    expect(await desk(scene.signer)).not.toContain('/officer/erasures');
  });
});

describe('the page of a remark', () => {
  it('says in English pages that the text of the clause is Russian', async () => {
    const { number } = await sendRemark(portal, scene);
    const { body } = await portal.get(`/en/officer/remarks/${number}`, as(await signIn(portal, scene.officer)));
    expect(body).toContain('<div class="talqy-said" lang="ru">Срок – пятнадцать рабочих дней.</div>');
  });
});
