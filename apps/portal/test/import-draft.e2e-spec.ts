import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SaveDraftVersion } from '#lib/drafting';
import { translator } from '#lib/localisation';
import { officerOf } from '#lib/testing';
import { standardKk, standardRu, wordFile } from '../../../libs/drafting/src/testing/index.js';
import { draftingScene, type DraftingScene, sendDraftFiles } from './drafting-scene.js';
import { hidden, hiddenFields, postingTo } from './form-post.js';
import { as } from './letter-scene.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { openScene, signIn } from './scene.js';

const t = translator('ru');
let portal: PortalUnderTest;
let scene: DraftingScene;
let page: string;
let docx: { kk: Buffer; ru: Buffer };
beforeAll(async () => {
  portal = await startPortal();
  scene = await draftingScene(portal);
  page = `/ru/officer/procedures/${scene.procedureId}/import`;
  docx = { kk: await wordFile(standardKk, 'kk'), ru: await wordFile(standardRu, 'ru') };
});
afterAll(() => portal.stop());

const post = postingTo(() => portal);
const send = (files: Record<string, string | Buffer>) => sendDraftFiles(portal, scene.sessions.officer, page, files);
const versions = async () =>
  (await portal.database.query('select 1 from draft_version where procedure_id = $1', [scene.procedureId])).length;
const save = (preview: string) =>
  post(scene.sessions.officer, `${page}/version`, Object.fromEntries(hiddenFields(preview)));

describe('a draft from files', () => {
  it('is shown before anything is saved, and saved by one button as the next version', async () => {
    const dossier = await portal.get(`/ru/officer/procedures/${scene.procedureId}`, as(scene.sessions.officer));
    expect(dossier.body).toContain(`href="${page}"`);
    expect((await portal.get(page, as(scene.sessions.officer))).body).toContain(t('drafting.import-file-kk'));
    const preview = await send(docx);
    expect(preview.statusCode).toBe(200);
    expect(preview.body).toContain(t('drafting.read-counts', { sections: 4, clauses: 10 }));
    expect(preview.body).toMatch(/lang="kk">Жалпы ережелер<[\s\S]*lang="ru">Общие положения</);
    expect(await versions()).toBe(1);
    const saved = await save(preview.body);
    expect([saved.statusCode, saved.headers.location]).toEqual([
      303,
      `/ru/officer/procedures/${scene.procedureId}?saved=2`,
    ]);
    const after = await portal.get(String(saved.headers.location), as(scene.sessions.officer));
    expect(after.body).toContain(t('drafting.saved', { number: 2 }));
    expect(after.body).toContain('Единый контакт-центр: 1414.');
    const again = await save((await send(docx)).body);
    expect(again.headers.location).toBe(`/ru/officer/procedures/${scene.procedureId}?saved=2&same=1`);
  });

  it('names every row in the way, and offers no saving', async () => {
    const before = await versions();
    const { statusCode, body } = await send({ kk: docx.kk, ru: standardRu.replace(/^3-1.*\n/m, '') });
    expect([statusCode, await versions()]).toEqual([422, before]);
    expect(body).toContain(t('drafting.read-faults', { count: 1 }));
    expect(body).toContain(t('drafting.seen.no-counterpart', { lackedBy: t('language.ru') }));
    expect(body).toContain('3-1. Өтініштерді қабылдау портал арқылы');
    expect(body).not.toContain(`action="${page}/version"`);
  });

  it.each<[string, Record<string, string | Buffer>, 'kk' | 'ru', string]>([
    ['no file in one language', { kk: standardKk }, 'ru', t('drafting.import-missing', { language: t('language.ru') })],
    [
      'an old .doc',
      { kk: standardKk, ru: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]) },
      'ru',
      t('drafting.file-refused.not-a-docx', { language: t('language.ru') }),
    ],
    [
      'a text that is too long',
      { kk: 'а'.repeat(2_000_001), ru: standardRu },
      'kk',
      t('drafting.file-refused.too-big', { language: t('language.kk') }),
    ],
    ['an unknown language', { kk: standardKk, ru: standardRu, de: 'x' }, 'kk', t('drafting.import-unknown')],
  ])('refuses %s at its field', async (_, files, field, words) => {
    const before = await versions();
    const { statusCode, body } = await send(files);
    expect([statusCode, await versions()]).toEqual([422, before]);
    expect(body).toContain(`<a href="#${field}">${words}</a>`);
    expect(body).toContain(t('drafting.import-again'));
  });

  it('wants files', async () => {
    const { statusCode, body } = await post(scene.sessions.officer, page);
    expect([statusCode, body.includes('href="#kk"') && body.includes('href="#ru"')]).toEqual([422, true]);
  });

  it('tells of a version that somebody saved meanwhile, keeps what was read, and saves after it when sent again', async () => {
    const preview = await send({ kk: standardKk.replace('1414', '1415'), ru: standardRu.replace('1414', '1415') });
    const clauses = [{ kind: 'CLAUSE' as const, level: 1, label: '1.', text: { kk: 'Басқа', ru: 'Другой' } }];
    const other = await portal.app
      .get(SaveDraftVersion, { strict: false })
      .execute({ procedureId: scene.procedureId, clauses }, officerOf(scene.bodyId));
    const told = await save(preview.body);
    expect([told.statusCode, hidden(told.body, 'basedOn')]).toEqual([409, String(other.version)]);
    expect(told.body).toContain(t('drafting.moved-on', { number: other.version }));
    expect(told.body).toContain('Единый контакт-центр: 1415.');
    expect((await save(told.body)).headers.location).toContain(`?saved=${other.version + 1}`);
  });

  it('saves nothing when nothing is sent', async () => {
    const before = await versions();
    const { statusCode, body } = await post(scene.sessions.officer, `${page}/version`);
    expect([statusCode, await versions()]).toEqual([422, before]);
    expect(body).toContain(t('drafting.edit-empty'));
  });

  it('is not taken while the draft is under discussion, nor from another body', async () => {
    const placed = await openScene(portal);
    const session = await signIn(portal, placed.officer);
    const address = `/ru/officer/procedures/${placed.procedureId}/import`;
    expect((await portal.get(address, as(session))).statusCode).toBe(409);
    expect((await sendDraftFiles(portal, session, address, docx)).statusCode).toBe(409);
    const saved = await post(session, `${address}/version`, { rows: '1', 'text-1-kk': 'Сақталмайды' });
    expect([saved.statusCode, saved.body.includes('Сақталмайды')]).toEqual([409, true]);
    expect(saved.body).toContain(t('drafting.not-now', { state: t('procedure.state.OPEN') }));
    expect((await portal.get(page, as(scene.sessions.stranger))).statusCode).toBe(404);
    expect((await sendDraftFiles(portal, scene.sessions.stranger, page, docx)).statusCode).toBe(404);
  });
});
