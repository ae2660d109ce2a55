import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CreateProcedure, type DraftedClause, SaveDraftVersion } from '#lib/drafting';
import { translator } from '#lib/localisation';
import { officerOf } from '#lib/testing';
import { draftingScene, type DraftingScene, editorFields } from './drafting-scene.js';
import { postingTo } from './form-post.js';
import { as } from './letter-scene.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { openScene, signIn } from './scene.js';

const t = translator('ru');
let portal: PortalUnderTest;
let scene: DraftingScene;
let page: string;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(async () => {
  scene = await draftingScene(portal);
  page = `/ru/officer/procedures/${scene.procedureId}/text`;
});
afterAll(() => portal.stop());

const post = postingTo(() => portal);
const show = async () => (await portal.get(page, as(scene.sessions.officer))).body;
const press = (act: string, fields: Record<string, string>) => post(scene.sessions.officer, page, { ...fields, act });
const versions = () =>
  portal.database.query<{ id: string; version: number }>(
    'select id, version from draft_version where procedure_id = $1 order by version',
    [scene.procedureId],
  );
const stored = async () => {
  const { id } = (await versions()).at(-1) ?? {};
  return portal.database.query<{
    lineage: string;
    label: string;
    level: number;
    kk: string;
    ru: string;
    en: string | null;
  }>(
    'select lineage_id as lineage, label, level, text_kk as kk, text_ru as ru, text_en as en from clause where version_id = $1 order by position',
    [id],
  );
};
const saveElsewhere = (clauses: readonly DraftedClause[]) =>
  portal.app
    .get(SaveDraftVersion, { strict: false })
    .execute({ procedureId: scene.procedureId, clauses }, officerOf(scene.bodyId));
const inKazakh = (fields: Record<string, string>) =>
  Object.entries(fields)
    .filter(([name]) => /^text-\d+-kk$/.test(name))
    .map(([, value]) => value);

describe('the editor of a draft', () => {
  it('shows the latest text, Kazakh beside Russian, and is led to from the dossier', async () => {
    const dossier = await portal.get(`/ru/officer/procedures/${scene.procedureId}`, as(scene.sessions.officer));
    expect(dossier.body).toContain(`href="${page}"`);
    const html = await show();
    expect(html).toContain(t('drafting.edit-from', { number: 1 }));
    expect(editorFields(html)).toMatchObject({
      basedOn: '1',
      rows: '5',
      'kind-1': 'SECTION',
      'id-1': scene.clauses[0],
      'text-3-ru': 'Услугу оказывают государственные архивы.',
    });
  });

  it('gives the form back with what a button changed, and saves nothing', async () => {
    let fields = editorFields(await show());
    const before = inKazakh(fields);
    fields['text-3-kk'] = 'Терілген <b>"мәтін"</b>\nекінші жол';
    for (const [act, shape, focus] of [
      ['up-3', [0, 2, 1, 3, 4], 'up-2'],
      ['down-2', [0, 1, 2, 3, 4], 'down-3'],
      ['add-1', [0, null, 1, 2, 3, 4], null],
      ['remove-3', [0, null, 2, 3, 4], null],
      ['in-3', [0, null, 2, 3, 4], 'in-3'],
    ] as const) {
      const { statusCode, body } = await press(act, fields);
      fields = editorFields(body);
      const expected = shape.map((at) =>
        at === null ? '' : at === 2 ? 'Терілген <b>"мәтін"</b>\nекінші жол' : before[at],
      );
      expect([act, statusCode, inKazakh(fields)]).toEqual([act, 200, expected]);
      if (focus && body.includes(`value="${focus}"`)) expect(body).toContain(`value="${focus}" autofocus>`);
      else expect(body).toMatch(/autofocus/);
      expect(body).toContain(t('drafting.edit-unsaved'));
    }
    expect(fields['level-3']).toBe('3');
    expect(await versions()).toHaveLength(1);
  });

  it('saves the next version by one button; clauses keep their lineage (REQ-24)', async () => {
    const added = editorFields((await press('add-3', editorFields(await show()))).body);
    const typed = {
      ...added,
      'label-4': '2-1.',
      'text-4-kk': 'Жаңа тармақ.',
      'text-4-ru': 'Новый пункт.',
      'text-2-ru': 'Иначе.',
    };
    const { statusCode, headers } = await press('save', typed);
    expect([statusCode, headers.location]).toEqual([303, `${page}?saved=2`]);
    const rows = await stored();
    expect(rows.map(({ label }) => label)).toEqual(['1.', '1.', '2.', '2-1.', '2.', '3.']);
    expect(rows[1]).toMatchObject({ lineage: scene.clauses[1], ru: 'Иначе.' });
    expect(rows[4]?.lineage).toBe(scene.clauses[3]);
    const after = await portal.get(String(headers.location), as(scene.sessions.officer));
    expect(after.body).toContain(t('drafting.saved', { number: 2 }));
    expect(after.body).toContain('data-saved="1"');
    const same = await press('save', editorFields(after.body));
    expect([same.headers.location, (await versions()).length]).toEqual([`${page}?saved=2&same=1`, 2]);
  });

  it('is told of a version that somebody saved meanwhile; nothing typed is lost', async () => {
    const typed = { ...editorFields(await show()), 'text-2-ru': 'Мой текст <1>.' };
    await saveElsewhere([{ kind: 'CLAUSE', level: 1, label: '1.', text: { kk: 'Басқа', ru: 'Другой' } }]);
    const told = await press('save', typed);
    expect([told.statusCode, editorFields(told.body)]).toEqual([409, { ...typed, basedOn: '2' }]);
    expect(told.body).toContain(t('drafting.moved-on', { number: 2 }));
    expect(await versions()).toHaveLength(2);
    expect((await press('save', editorFields(told.body))).headers.location).toBe(`${page}?saved=3`);
  });

  it.each<[string, Record<string, string>, string, string]>([
    [
      'a number that is too long',
      { 'label-2': '1'.repeat(41) },
      'label-2',
      t('drafting.fault.label-too-long', { place: 2, limit: 40 }),
    ],
    [
      'a section in a clause',
      { 'kind-3': 'SECTION', 'level-3': '3' },
      'kind-3',
      t('drafting.fault.section-in-clause', { place: 3 }),
    ],
    [
      'a level that there is not',
      { 'level-2': '12' },
      'kind-2',
      t('drafting.fault.level-wrong', { place: 2, depth: 9 }),
    ],
    [
      'characters that are no text',
      { 'text-2-ru': 'a\u0001' },
      'text-2-kk',
      t('drafting.fault.not-text', { place: 2 }),
    ],
    ['one clause twice', { 'id-3': 'x' }, 'label-3', t('drafting.fault.other', { place: 3 })],
    ['nothing at all', { rows: '0' }, 'draft', t('drafting.edit-empty')],
  ])('refuses %s, at its field, and keeps the rest', async (_, over, field, words) => {
    const typed = { ...editorFields(await show()), 'text-5-kk': 'Сақталсын', ...over };
    const { statusCode, body } = await press('save', typed);
    expect([statusCode, await versions()]).toEqual([422, [expect.objectContaining({ version: 1 })]]);
    expect(body).toContain(`<a href="#${field}">${words}</a>`);
    if (over['rows'] === undefined) expect(editorFields(body)['text-5-kk']).toBe('Сақталсын');
  });

  it('begins a text where there is none, and adds English when it is wanted', async () => {
    const title = { kk: 'Ереже', ru: 'Правила' };
    const procedureId = await portal.app
      .get(CreateProcedure, { strict: false })
      .execute(
        { kind: 'OTHER_DRAFT', developerId: scene.bodyId, title, profileFamily: 'kz-126' },
        officerOf(scene.bodyId),
      );
    scene = { ...scene, procedureId };
    page = `/ru/officer/procedures/${procedureId}/text`;
    const empty = await show();
    expect(empty).toContain(t('drafting.edit-none'));
    expect(editorFields(empty)).toMatchObject({ 'title-kk': 'Ереже', rows: '0' });
    const one = editorFields((await press('add-0', editorFields(empty))).body);
    expect('text-1-en' in one).toBe(false);
    const both = editorFields((await press('english', one)).body);
    await press('save', { ...both, 'label-1': '1.', 'text-1-kk': 'Бір', 'text-1-ru': 'Один', 'text-1-en': 'One' });
    expect(await stored()).toMatchObject([{ label: '1.', kk: 'Бір', ru: 'Один', en: 'One' }]);
    expect(editorFields(await show())).toMatchObject({ english: '1', 'text-1-en': 'One' });
  });

  it('costs a browser at most 15 KB of scripts, each under its version for ever', async () => {
    const scripts = [...(await show()).matchAll(/<script type="module" src="([^"]+)"/g)].map(([, src = '']) => src);
    expect(scripts.map((src) => src.split('/').at(-1))).toEqual(['enhance.js', 'draft-keeper.js']);
    let bytes = 0;
    for (const src of [...scripts, (scripts[0] ?? '').replace('enhance.js', 'govuk-frontend.min.js')]) {
      const { statusCode, headers, rawPayload } = await portal.get(src, { headers: { 'accept-encoding': 'br' } });
      expect([statusCode, headers['content-encoding']]).toEqual([200, 'br']);
      expect(headers['cache-control']).toContain('immutable');
      bytes += rawPayload.length;
    }
    expect(bytes).toBeLessThan(15 * 1024);
  });

  it('is closed while the draft is under discussion, and open again after the close; nothing sent is lost', async () => {
    const placed = await openScene(portal);
    const session = await signIn(portal, placed.officer);
    const address = `/ru/officer/procedures/${placed.procedureId}/text`;
    expect((await portal.get(address, as(session))).statusCode).toBe(409);
    for (const act of ['save', 'add-1']) {
      const { statusCode, body } = await post(session, address, { rows: '1', 'text-1-kk': 'Жоғалмасын', act });
      expect([statusCode, editorFields(body)['text-1-kk']]).toEqual([409, 'Жоғалмасын']);
      expect(body).toContain(t('drafting.not-now', { state: t('procedure.state.OPEN') }));
    }
    await portal.database.query(`update procedure set state = 'CLOSED' where id = $1`, [placed.procedureId]);
    expect((await portal.get(address, as(session))).statusCode).toBe(200);
  });

  it('is not there for another body, nor without the token of the form', async () => {
    expect((await portal.get(page, as(scene.sessions.stranger))).statusCode).toBe(404);
    expect((await post(scene.sessions.stranger, page, { act: 'save', rows: '1' })).statusCode).toBe(404);
    expect((await post({ ...scene.sessions.officer, csrf: '' }, page, { act: 'save' })).statusCode).toBe(403);
    expect((await portal.get(page, as(scene.sessions.onlySigner))).statusCode).toBe(403);
  });
});

describe('a long draft', () => {
  const text = (index: number, length: number) => `${index} ${'сөз '.repeat(length / 4)}`.trim();

  it('of 200 clauses, longer than other bodies may be, is edited and saved', async () => {
    await saveElsewhere(
      Array.from({ length: 200 }, (_, index) => ({
        kind: index % 25 === 0 ? 'SECTION' : 'CLAUSE',
        level: index % 25 === 0 ? 1 : 2,
        label: `${index + 1}.`,
        text: { kk: text(index, 1_200), ru: text(index, 1_200) },
      })),
    );
    const fields = editorFields(await show());
    expect(new URLSearchParams(fields).toString().length).toBeGreaterThan(2 * 1024 * 1024);
    const moved = await press('down-200', fields);
    expect(moved.statusCode).toBe(200);
    const { statusCode, headers } = await press('save', { ...editorFields(moved.body), 'text-200-ru': 'Последний.' });
    expect([statusCode, headers.location]).toEqual([303, `${page}?saved=3`]);
    expect((await stored()).at(-1)).toMatchObject({ label: '200.', ru: 'Последний.' });
  });

  it('is refused above 6 MB, and other forms above 2 MB as before', async () => {
    expect((await press('save', { 'text-1-kk': 'а'.repeat(1_100_000) })).statusCode).toBe(413);
    const elsewhere = '/ru/officer/procedures/new';
    const sent = await post(scene.sessions.officer, elsewhere, { 'title-kk': 'а'.repeat(400_000) });
    expect(sent.statusCode).toBe(413);
  });
});
