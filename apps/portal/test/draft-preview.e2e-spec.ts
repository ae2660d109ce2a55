import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CreateProcedure, type DraftedClause, SaveDraftVersion } from '#lib/drafting';
import { translator } from '#lib/localisation';
import { officerOf } from '#lib/testing';
import { draftingScene, type DraftingScene, editorFields } from './drafting-scene.js';
import { hiddenFields, postingTo } from './form-post.js';
import { as } from './letter-scene.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { openScene, signIn } from './scene.js';

const t = translator('ru');
let portal: PortalUnderTest;
let scene: DraftingScene;
let dossier: string;
beforeAll(async () => {
  portal = await startPortal();
  scene = await draftingScene(portal);
  dossier = `/ru/officer/procedures/${scene.procedureId}`;
});
afterAll(() => portal.stop());

const post = postingTo(() => portal);
const read = async (address: string, session = scene.sessions.officer) => portal.get(address, as(session));
const save = (clauses: readonly DraftedClause[]) =>
  portal.app
    .get(SaveDraftVersion, { strict: false })
    .execute({ procedureId: scene.procedureId, clauses }, officerOf(scene.bodyId));
const section = (label: string, kk: string, ru: string): DraftedClause => ({
  kind: 'SECTION',
  level: 1,
  label,
  text: { kk, ru },
});
const clause = (label: string, kk: string, ru: string): DraftedClause => ({
  kind: 'CLAUSE',
  level: 2,
  label,
  text: { kk, ru },
});

describe('the preview', () => {
  it('shows the latest version as its public page will: in one language or two, with its contents', async () => {
    expect((await read(dossier)).body).toContain(`href="${dossier}/preview"`);
    const one = await read(`${dossier}/preview`);
    expect(one.body).toContain(t('drafting.preview-saved', { number: 1 }));
    expect(one.body).toContain('<p class="talqy-c__side" lang="ru">Срок – пятнадцать рабочих дней.</p>');
    expect(one.body).not.toContain('lang="kk">Мерзімі');
    expect(one.body).toContain('href="#row-4" lang="ru">2. Порядок оказания услуги</a>');
    const both = await read(`${dossier}/preview?text=both`);
    expect(both.body).toMatch(/lang="kk">Мерзімі – он бес жұмыс күні.<\/p><p class="talqy-c__side" lang="ru">Срок/);
    expect(both.headers['cache-control']).toBe('no-store');
  });

  it('shows what is typed, and gives it back to go on writing or to save it', async () => {
    const fields = editorFields((await read(`${dossier}/text`)).body);
    const typed = { ...fields, 'text-2-ru': 'Набрано <сейчас>.' };
    const shown = await post(scene.sessions.officer, `${dossier}/text`, { ...typed, act: 'preview' });
    expect(shown.statusCode).toBe(200);
    expect(shown.body).toContain(t('drafting.preview-unsaved'));
    expect(shown.body).toContain('Набрано &lt;сейчас&gt;.');
    const kept = Object.fromEntries(hiddenFields(shown.body));
    const back = await post(scene.sessions.officer, `${dossier}/text`, { ...kept, act: 'stay' });
    expect(editorFields(back.body)).toMatchObject({
      'text-2-ru': 'Набрано <сейчас>.',
      rows: '5',
      'id-5': scene.clauses[4],
    });
  });

  it('is read by who signs, and by nobody of another body or without a session', async () => {
    expect((await read(`${dossier}/preview`, scene.sessions.onlySigner)).statusCode).toBe(200);
    expect((await read(`${dossier}/preview`, scene.sessions.stranger)).statusCode).toBe(404);
    expect((await portal.get(`${dossier}/preview`)).headers.location).toBe('/ru/sign-in?again=1');
  });

  it('is not there before the first version', async () => {
    const title = { kk: 'Ереже', ru: 'Правила' };
    const id = await portal.app
      .get(CreateProcedure, { strict: false })
      .execute(
        { kind: 'OTHER_DRAFT', developerId: scene.bodyId, title, profileFamily: 'kz-126' },
        officerOf(scene.bodyId),
      );
    const page = await read(`/ru/officer/procedures/${id}`);
    expect(page.body).not.toContain(`/procedures/${id}/preview`);
    expect(page.body).toContain(`href="/ru/officer/procedures/${id}/text"`);
    expect(page.body).toContain(t('place.refusal-no-text', { clause: 'R8.1', where: '', language: '' }));
    expect(page.body).toContain(t('place.refusal-rules-not-in-force', { clause: 'REQ-120' }));
    expect((await read(`/ru/officer/procedures/${id}/preview`)).statusCode).toBe(404);
  });
});

describe('what is in the way of the placement', () => {
  it('is told before it is tried, each with the place where it is mended', async () => {
    expect((await read(dossier)).body).toContain(t('drafting.obstacles-none'));
    await save([section('1.', 'Жалпы', '–'), clause('1.', '', 'Есть.'), section('2.', 'Бос', 'Пустой')]);
    const { body } = await read(dossier);
    const lines = [...body.matchAll(/<li>(.*?) – <a class="govuk-link" href="([^"]+\/text#[^"]+)">/g)].map(
      ([, text, href]) => [text, href],
    );
    expect(lines).toEqual([
      [expect.stringContaining(t('language.ru')), `${dossier}/text#text-1-ru`],
      [expect.stringContaining(t('language.kk')), `${dossier}/text#text-2-kk`],
      [
        t('place.refusal-section-empty', { where: t('draft.section', { label: '2' }), clause: 'R10.S', language: '' }),
        `${dossier}/text#row-3`,
      ],
    ]);
    const editor = (await read(`${dossier}/text`)).body;
    for (const id of ['text-1-ru', 'text-2-kk', 'row-3']) expect(editor).toContain(`id="${id}"`);
    const placed = await post(scene.sessions.officer, dossier, {
      'url-EGOV_PORTAL': 'https://egov.example.kz/1',
      'placedAt-EGOV_PORTAL': '2016-06-01 10:00',
    });
    expect(placed.statusCode).toBe(422);
    expect(placed.body).toContain(t('place.refusal-rules-not-in-force', { clause: 'REQ-120' }));
    expect(placed.body).toContain(`href="${dossier}/text#row-3"`);
  });

  it('leads who may not write to no editor', async () => {
    const { body } = await read(dossier, scene.sessions.onlySigner);
    expect(body).toContain(t('drafting.obstacles'));
    expect(body).not.toContain(`${dossier}/text`);
    expect(body).not.toContain(`${dossier}/import`);
  });

  it('is not asked for once the draft is under discussion', async () => {
    const placed = await openScene(portal);
    const page = await read(`/ru/officer/procedures/${placed.procedureId}`, await signIn(portal, placed.officer));
    expect(page.body).not.toContain(t('drafting.obstacles-none'));
    expect(page.body).not.toContain(`/procedures/${placed.procedureId}/text`);
  });
});
