import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { closeScene, openScene, type Scene } from './scene.js';
import { nameSection, putUnderService } from './topic-scene.js';

let portal: PortalUnderTest;
let archives: Scene;
let closedArchives: Scene;
let housing: Scene;
let unnamed: Scene;
let unplaced: Scene;
let scenes: Scene[];
beforeAll(async () => {
  portal = await startPortal();
  [archives, closedArchives, housing, unnamed] = [
    await openScene(portal),
    await openScene(portal),
    await openScene(portal),
    await openScene(portal),
  ];
  unplaced = await openScene(portal, false);
  await closeScene(portal, closedArchives);
  await nameSection(portal, '004', 'Мұрағаттар', 'Документы и архивы');
  await nameSection(portal, '015', 'Тұрғын үй', 'Жилье');
  await nameSection(portal, '021', 'Білім', 'Образование');
  await nameSection(portal, '030', 'Ауыл шаруашылығы', 'Сельское хозяйство');
  await putUnderService(portal, archives, '00400001');
  await putUnderService(portal, closedArchives, '00499999');
  await putUnderService(portal, housing, '01500000');
  await putUnderService(portal, unnamed, '00500000');
  await putUnderService(portal, unplaced, '02100001');
  scenes = [archives, closedArchives, housing, unnamed, unplaced];
});
afterAll(() => portal.stop());

const list = async (query: string, language = 'ru') => {
  const { statusCode, body } = await portal.get(`/${language}/discussions${query}`);
  expect(statusCode).toBe(200);
  return body;
};
const on = (page: string) =>
  scenes.filter(({ discussionId }) => discussionId && page.includes(`/discussions/${discussionId}"`));
const choicesOf = (page: string) =>
  [...(/<select[^>]*id="topic"[\s\S]*?<\/select>/.exec(page)?.[0] ?? '').matchAll(/<option value="(\d*)"/g)].map(
    ([, code]) => code,
  );

describe('the list by topic', () => {
  it('offers the named sections that have a discussion, by name in the language of the reader', async () => {
    expect(choicesOf(await list('', 'ru'))).toEqual(['', '004', '015']);
    await portal.database.query(
      `update register_section set name_ru = 'Архивы', name_kk = 'Ұлттық мұрағат' where code = '004'`,
    );
    expect(choicesOf(await list('', 'ru'))).toEqual(['', '004', '015']);
    expect(choicesOf(await list('', 'kk'))).toEqual(['', '015', '004']);
  });

  it('has the discussions of the services of one section', async () => {
    expect(on(await list('?topic=004'))).toEqual([archives, closedArchives]);
    expect(on(await list('?topic=015'))).toEqual([housing]);
    expect(on(await list('?topic=004&state=open'))).toEqual([archives]);
  });

  it('shows the topic as a tag that leads back, keeps it in the form, the tabs and the feed', async () => {
    const page = await list('?topic=004&state=open');
    expect(page).toContain('<option value="004" selected>Архивы</option>');
    expect(page).toMatch(/href="\/ru\/discussions\?state=open"><span[^>]*>[^<]*<\/span>Тема: Архивы</);
    expect(page).toContain('href="/ru/discussions?state=closed&amp;topic=004"');
    expect(page).toContain('href="/ru/discussions.atom?state=open&amp;topic=004"');
    const feed = await portal.get('/ru/discussions.atom?topic=004');
    expect(feed.body).toContain(`/ru/discussions/${archives.discussionId}`);
    expect(feed.body).not.toContain(housing.discussionId);
    expect(feed.body).toContain('/ru/discussions?topic=004"');
  });

  it.each([
    ['that has no name', '005'],
    ['of which nothing was placed', '021'],
    ['without services', '030'],
    ['of two digits', '04'],
    ['that is a statement', encodeURIComponent("004' or true --")],
  ])('leaves out a topic %s', async (_, topic) => {
    const page = await list(`?topic=${topic}`);
    expect(on(page)).toHaveLength(4);
    expect(page).not.toContain('talqy-chosen__tag');
    expect((await portal.get(`/ru/discussions.atom?topic=${topic}`)).body).toContain(housing.discussionId);
  });

  it('shows no choice of topics while there is none', async () => {
    const empty = await startPortal();
    try {
      const { body } = await empty.get('/ru/discussions');
      expect([body.includes('id="body"'), body.includes('id="topic"')]).toEqual([true, false]);
    } finally {
      await empty.stop();
    }
  });
});

describe('the page of a draft', () => {
  it.each(['kk', 'ru', 'en'] as const)('names its topic, which leads to the list by it (%s)', async (language) => {
    const { body } = await portal.get(`/${language}/discussions/${housing.discussionId}`);
    const name = language === 'kk' ? 'Тұрғын үй' : 'Жилье'; // no English name came in: Russian stands for it
    expect(body).toContain(translator(language)('draft.topic'));
    expect(body).toMatch(new RegExp(`href="/${language}/discussions\\?topic=015"[^>]*>${name}<`));
  });

  it('names none where the section has no name', async () => {
    const { body } = await portal.get(`/ru/discussions/${unnamed.discussionId}`);
    expect([body.includes('00500000'), body.includes('topic=')]).toEqual([true, false]);
  });
});

describe('the API', () => {
  const ids = async (query: string) =>
    (await portal.get(`/api/v1/discussions?${query}`)).json().items.map(({ id }: { id: string }) => id);

  it('narrows its list by topic too, and refuses what is not three digits', async () => {
    expect((await ids('topic=004')).toSorted()).toEqual(
      [archives.discussionId, closedArchives.discussionId].toSorted(),
    );
    expect([await ids('topic=004&status=open'), await ids('topic=999')]).toEqual([[archives.discussionId], []]);
    for (const wrong of ['04', '0040', 'abc', '٠٠٤']) {
      const answer = await portal.get(`/api/v1/discussions?topic=${encodeURIComponent(wrong)}`);
      expect([answer.statusCode, answer.json().details.fields[0].field]).toEqual([400, 'topic']);
    }
  });

  it('tells the section of each service, and null while it has no name', async () => {
    const { items } = (await portal.get('/api/v1/services')).json();
    const sections = Object.fromEntries(
      items.map(({ code, section }: { code: string; section: unknown }) => [code, section]),
    );
    expect(sections).toMatchObject({ '01500000': { kk: 'Тұрғын үй', ru: 'Жилье' }, '00500000': null });
  });
});
