import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { as, type ClosedScene, closedScene, decide, decideAll, postForm, published } from './report-scene.js';
import { type Session, signIn } from './scene.js';

const t = translator('ru');
const reason = {
  reasonKk: 'Екінші ескерту бойынша негіздеме қате көрсетілген.',
  reasonRu: 'По второму замечанию указано неверное обоснование.',
};

let portal: PortalUnderTest;
let scene: ClosedScene;
let officer: Session;
let first: string;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.stop());
beforeEach(async () => {
  scene = await closedScene(portal, 'Бірінші ескерту', 'Екінші ескерту');
  await decideAll(portal, scene);
  first = await published(portal, scene);
  officer = await signIn(portal, scene.officer);
});

const page = () => `/ru/officer/discussions/${scene.discussionId}/report/errata`;
const results = (erratum?: number) =>
  `/ru/discussions/${scene.discussionId}/report${erratum === undefined ? '' : `?erratum=${erratum}`}`;
const change = () =>
  decide(portal, scene, scene.numbers[1] ?? '', { groundRu: 'Исправленное обоснование этого решения.' });
const open = (session = officer) => postForm(portal, session, page(), reason);
const hashOf = async (id: string) =>
  (
    await portal.database.query<{ hash: string }>(
      `select encode(data_sha256, 'hex') as hash from report where id = $1`,
      [id],
    )
  )[0]?.hash ?? '';

describe('corrections of the report (REQ-66)', () => {
  it('are opened with a reason in both languages, and the page says how to go on', async () => {
    expect((await portal.get(page(), as(officer))).body).toContain(t('errata.none'));
    const short = await postForm(portal, officer, page(), { reasonKk: 'Қате.', reasonRu: reason.reasonRu });
    expect([short.statusCode, short.body.includes('href="#reasonKk"')]).toEqual([422, true]);
    expect(short.body).toContain(reason.reasonRu);
    const long = await postForm(portal, officer, page(), { ...reason, reasonKk: 'ә'.repeat(2_001) });
    expect(long.body).toContain(t('form.too-long', { field: t('errata.reason-kk'), limit: 2_000 }));
    expect((await open()).headers.location).toBe(`${page()}?done=opened`);
    const { body } = await portal.get(`${page()}?done=opened`, as(officer));
    expect(body).toContain(t('errata.opened'));
    expect(body).toContain(t('errata.number', { number: 1 }));
    for (const next of ['queue', 'report/making', 'report/sign'])
      expect(body).toContain(`href="/ru/officer/discussions/${scene.discussionId}/${next}"`);
    expect(body).not.toContain('name="reasonKk"');
    expect((await open()).statusCode).toBe(409);
    expect((await portal.get(results())).body).not.toContain(t('results.corrected'));
  });

  it('are given up while nothing has changed; then what differs is named', async () => {
    await open();
    expect((await postForm(portal, officer, `${page()}/drop`)).headers.location).toBe(`${page()}?done=dropped`);
    expect((await postForm(portal, officer, `${page()}/drop`)).statusCode).toBe(404);
    await open();
    await change();
    const refused = await postForm(portal, officer, `${page()}/drop`);
    expect([refused.statusCode, refused.body.includes('href="#differences"')]).toEqual([409, true]);
    const [, number = ''] = scene.numbers;
    expect(refused.body).toContain(t('blocker.remark-changed-since-assembly', { number }));
  });

  it('once published stand beside what they correct, with both hashes and links both ways', async () => {
    await open();
    await change();
    const second = await published(portal, scene);
    const [was, is] = [await hashOf(first), await hashOf(second)];
    const { body } = await portal.get(page(), as(officer));
    for (const said of [reason.reasonRu, was, is, `href="${results()}"`, `href="${results(1)}"`])
      expect(body).toContain(said);
    const original = await portal.get(results());
    expect(original.body).toContain(t('results.corrected'));
    expect(original.body).toContain(`href="${results(1)}"`);
    expect(original.body).toContain('Предусмотрено вторым разделом проекта.');
    expect(original.body).not.toContain('Исправленное обоснование');
    const corrected = await portal.get(results(1));
    expect(corrected.body).toContain(t('results.is-erratum'));
    expect(corrected.body).toContain('Исправленное обоснование');
    expect(corrected.body).toContain(`href="${results()}"`);
    expect(corrected.body).not.toContain(t('results.corrected'));
    for (const path of [results(2), results(0), `${results()}?erratum=x`])
      expect([path, (await portal.get(path)).statusCode]).toEqual([path, 404]);
    const draft = await portal.get(`/ru/discussions/${scene.discussionId}`);
    expect(draft.body).toContain(`href="${results(1)}"`);
  });

  it('have no target day of their own: that is of the first report (AMB-13)', async () => {
    const late = await closedScene(portal, 'Бірінші ескерту');
    for (const { discussionId } of [scene, late])
      await portal.database.query(`update discussion set last_day = '2024-02-01' where id = $1`, [discussionId]);
    const [passed = ''] = t('closing.target-passed', { day: '|' }).split('|');
    const checklist = async ({ discussionId }: ClosedScene, session: Session) =>
      (await portal.get(`/ru/officer/discussions/${discussionId}/report`, as(session))).body;
    expect(await checklist(late, await signIn(portal, late.officer))).toContain(passed);
    expect(await checklist(scene, officer)).not.toContain(passed);
    await open();
    expect(await checklist(scene, officer)).not.toContain(passed);
  });

  it('are not for others, and not before a report is published', async () => {
    const stranger = await signIn(portal, scene.stranger);
    expect((await open(stranger)).statusCode).toBe(404);
    expect((await portal.get(page(), as(stranger))).statusCode).toBe(404);
    expect((await postForm(portal, stranger, `${page()}/drop`)).statusCode).toBe(404);
    scene = await closedScene(portal);
    officer = await signIn(portal, scene.officer);
    const before = await portal.get(page(), as(officer));
    expect(before.body).toContain(t('errata.not-yet'));
    expect(before.body).not.toContain('name="reasonKk"');
    expect((await open()).statusCode).toBe(409);
  });
});

describe('their API', () => {
  const api = () => `/api/v1/discussions/${scene.discussionId}/errata`;
  const post = (payload: object, session = officer) =>
    portal.send('POST', api(), { payload, headers: session.headers });

  it('lists what is published for everybody, what is under way for the own officials', async () => {
    expect((await portal.get(api())).json()).toEqual([]);
    const opened = await post(reason);
    expect([opened.statusCode, opened.json()]).toMatchObject([
      201,
      { number: 1, corrects: { id: first }, report: null },
    ]);
    expect((await portal.get(api())).json()).toEqual([]);
    expect((await portal.get(api(), as(officer))).json()).toHaveLength(1);
    expect((await portal.get(api(), as(await signIn(portal, scene.stranger)))).json()).toEqual([]);
    await change();
    const second = await published(portal, scene);
    expect((await portal.get(api())).json()).toMatchObject([
      {
        number: 1,
        ...reason,
        corrects: { id: first, version: 1, dataSha256: await hashOf(first) },
        report: { id: second, version: 2, dataSha256: await hashOf(second) },
      },
    ]);
  });

  it('refuses with its codes', async () => {
    const short = await post({ ...reason, reasonRu: 'Ошибка.' });
    expect([short.statusCode, short.json().code, short.json().details.faults[0].field]).toEqual([
      400,
      'invalid-input',
      'reasonRu',
    ]);
    expect((await post({})).statusCode).toBe(400);
    expect((await post(reason, await signIn(portal, scene.stranger))).json().code).toBe('not-found');
    expect((await post(reason, await signIn(portal, scene.administrator))).json().code).toBe('not-allowed');
    const drop = () => portal.send('DELETE', api(), { headers: officer.headers });
    expect((await drop()).json().code).toBe('not-found');
    await post(reason);
    expect((await post(reason)).json().code).toBe('wrong-state');
    expect((await drop()).statusCode).toBe(204);
    await post(reason);
    await change();
    expect((await drop()).json().code).toBe('report-blocked');
  });
});
