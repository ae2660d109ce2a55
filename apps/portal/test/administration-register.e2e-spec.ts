import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { multipartForm } from './multipart-form.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { openScene, type Scene, type Session, signIn } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
let administrator: Session;
const t = translator('ru');
const header =
  'type,code,kind,name_kk,name_ru,name_en,subordinate_to_president,authority,resource_url,entered_on,act,body';
const body = (code: string, name = 'Агентство') => `body,${code},CENTRAL,Агенттік,${name},,no,,,,,`;
const service = (code: string, of: string) =>
  `service,${code},,Анықтама беру,Выдача справки,,,,,2016-05-20,Приказ № 1,${of}`;
const section = (code: string, name = 'Архивы') => `section,${code},,Мұрағаттар,${name},,,,,,,`;
const csv = (...rows: string[]) => [header, ...rows].join('\n');

beforeAll(async () => {
  portal = await startPortal();
  scene = await openScene(portal, false);
  administrator = await signIn(portal, scene.administrator);
});
afterAll(() => portal.stop());

const look = (path: string, session = administrator) =>
  portal.get(`/ru/officer/register/${path}`, { headers: session.headers });

async function send(content: string | Buffer, fileName = 'register.csv', session = administrator) {
  const { payload, headers } = multipartForm({}, [{ name: 'sheet', fileName, content: Buffer.from(content) }]);
  return portal.send('POST', '/ru/officer/register/import', {
    payload,
    headers: { ...headers, ...session.headers },
  });
}
/** The path of the dry run of a file. */
const kept = async (content: string, fileName?: string) =>
  String((await send(content, fileName)).headers.location).replace('/ru/officer/register/', '');
const apply = (path: string, seen: string, session = administrator) =>
  portal.send('POST', `/ru/officer/register/${path}/application`, { headers: session.headers, payload: { seen } });
const seenIn = (page: string) => /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? '';
/** The path of the dry run of a file, and what it told. */
const seenOf = async (content: string): Promise<[string, string]> => {
  const path = await kept(content);
  return [path, seenIn((await look(path)).body)];
};
const count = async (table: string, where = 'true') =>
  (await portal.database.query(`select from ${table} where ${where}`)).length;

describe('the register of bodies and services', () => {
  it('is imported after a dry run that tells each row, and the ledger is told', async () => {
    const path = await kept(csv(body('ars'), service('00400001', 'ars')));
    const page = (await look(path)).body;
    expect(page).toContain(t('register.count-NEW', { count: 2 }));
    expect(await count('state_body', `code = 'ars'`)).toBe(0);
    const done = await apply(path, seenIn(page));
    expect([done.statusCode, done.headers.location]).toEqual([303, `/ru/officer/register/${path}?done=1`]);
    expect((await look(`${path}?done=1`)).body).toContain(t('register.applied'));
    const [entry] = await portal.database.query<{ actor: string; data: string }>(
      `select actor, data from ledger_entry where act = 'register.imported'`,
    );
    expect(entry?.actor).toMatch(/^officer:/);
    expect(JSON.parse(entry?.data ?? '')).toMatchObject({ bodies: { created: 1 }, services: { created: 1 } });
  });

  it('tells what changes column by column; a second import of the same changes nothing', async () => {
    const changed = (await look(await kept(csv(body('ars', 'Новое имя'))))).body;
    expect(changed).toContain(t('register.count-CHANGED', { count: 1 }));
    expect(changed).toContain('<ins>Новое имя</ins>');
    const same = (await look(await kept(csv(service('00400001', 'ars'))))).body;
    expect([same.includes(t('register.nothing-new')), seenIn(same)]).toEqual([true, '']);
  });

  it('names every fault by its row and column, and takes nothing of such a file', async () => {
    const path = await kept(csv(body('good'), service('1', 'ars'), service('00400002', 'nobody')));
    const page = (await look(path)).body;
    expect(page).toContain(t('register.fault-service-code'));
    expect(page).toContain(t('register.fault-unknown-body'));
    expect([page.includes(t('register.has-faults')), seenIn(page)]).toEqual([true, '']);
    expect((await apply(path, 'x')).statusCode).toBe(409);
    expect(await count('state_body', `code = 'good'`)).toBe(0);
  });

  it('refuses to apply what is no longer as it was seen', async () => {
    const path = await kept(csv(body('late')));
    const seen = seenIn((await look(path)).body);
    const other = await kept(csv(body('late', 'Другое')));
    expect((await apply(other, seenIn((await look(other)).body))).statusCode).toBe(303);
    const refused = await apply(path, seen);
    expect([refused.statusCode, refused.body.includes(t('register.changed'))]).toEqual([409, true]);
    expect(await count('state_body', `name_ru = 'Другое'`)).toBe(1);
  });

  it('names sections, beside those that have no name yet, and narrows the services by them', async () => {
    const options = (page: string) => [...page.matchAll(/<option value="(\d{3})"/g)].map(([, code]) => code);
    await apply(...(await seenOf(csv(body('sec'), service('00500001', 'sec'), service('00600001', 'sec')))));
    expect((await look('sections?q=005')).body).toContain(t('register.section-unnamed'));
    const [path, seen] = await seenOf(csv(section('005', 'Архивы и документы'), section('999', 'Без услуг')));
    const plan = (await look(path)).body;
    expect([plan.includes(t('register.type-section')), plan.includes('Архивы и документы')]).toEqual([true, true]);
    expect((await apply(path, seen)).statusCode).toBe(303);
    const page = (await look('sections')).body;
    expect(page).toContain('Архивы и документы');
    expect(page).toMatch(/href="\/ru\/officer\/register\/services\?section=005">1</);
    expect([page.includes('Без услуг'), page.includes('section=999')]).toEqual([true, false]);
    expect((await look('sections?q=документы')).body).not.toContain('006');
    const all = (await look('services')).body;
    expect([options(all).includes('005'), options(all).includes('006'), options(all).includes('999')]).toEqual([
      true,
      true,
      false,
    ]);
    const some = (await look('services?section=005')).body;
    expect([some.includes('00500001'), some.includes('00600001')]).toEqual([true, false]);
    expect(some).toContain('<option value="005" selected>005 – Архивы и документы</option>');
    expect((await look('services?section=006&body=sec')).body).toContain('00600001');
    expect((await look(`services?section=${encodeURIComponent("005' or true")}`)).body).toContain('00600001');
  });

  it('tells of a section what changes, and refuses its faults', async () => {
    const changed = (await look(await kept(csv(section('005', 'Новое имя раздела'))))).body;
    expect(changed).toContain('<ins>Новое имя раздела</ins>');
    const faulty = (await look(await kept(csv(section('05'), section('007'), section('007'))))).body;
    for (const fault of ['section-code', 'duplicate'] as const) expect(faulty).toContain(t(`register.fault-${fault}`));
    expect([seenIn(faulty), await count('register_section', `code = '007'`)]).toEqual(['', 0]);
  });

  it('reads JSON too', async () => {
    const path = await kept(
      JSON.stringify([{ type: 'body', code: 'js', kind: 'OTHER', name_kk: 'Ж', name_ru: 'Ж' }]),
      'a.json',
    );
    expect((await look(path)).body).toContain(t('register.count-NEW', { count: 1 }));
  });

  it.each([
    ['no file', undefined, 'a.csv', t('sheet.file-missing')],
    ['another kind of file', 'x', 'a.xlsx', t('upload.format', { formats: 'csv, json' })],
    ['a national encoding', Buffer.from([0xcc, 0xe8, 0xed]), 'a.csv', t('upload.not-utf8')],
  ] as const)('comes back with what is wrong: %s', async (_, content, name, words) => {
    const answer =
      content === undefined
        ? await portal.send('POST', '/ru/officer/register/import', { headers: administrator.headers, payload: {} })
        : await send(content, name);
    expect([answer.statusCode, answer.body.includes('href="#sheet"'), answer.body.includes(words)]).toEqual([
      422,
      true,
      true,
    ]);
  });

  it('lists bodies and services, found by a part of the name or of the code', async () => {
    expect((await look('bodies?q=архивного')).body).toContain('Министерство архивного дела');
    expect((await look('bodies?q=архивного&kind=AKIM')).body).toContain(t('register.none'));
    expect((await look('services?body=ars')).body).toContain('00400001');
    expect((await look('services?body=nobody')).body).toContain(t('register.none'));
    for (let index = 0; index < 60; index += 1)
      await portal.database.query(
        `insert into state_body (id, code, kind, name_kk, name_ru) values ($1, $2, 'AKIM', 'Әкім', 'Аким')`,
        [newId(), `akim-${index}`],
      );
    const next = /href="\/ru\/officer\/register\/([^"]*after=[^"]*)"/.exec((await look('bodies?kind=AKIM')).body)?.[1];
    expect((await look(next?.replaceAll('&amp;', '&') ?? '')).body.match(/akim-\d+<\/td>/g)).toHaveLength(10);
  });

  it('is kept by administrators alone, and shows no file but its own', async () => {
    const path = await kept(csv(body('mine')));
    const officer = await signIn(portal, scene.signer);
    for (const each of ['bodies', 'services', 'sections', 'import', path])
      expect([each, (await look(each, officer)).statusCode]).toEqual([each, 403]);
    expect((await send(csv(body('theirs')), 'a.csv', officer)).statusCode).toBe(403);
    expect((await apply(path, 'x', officer)).statusCode).toBe(403);
    expect((await look(`import/${newId()}`)).statusCode).toBe(404);
  });
});
