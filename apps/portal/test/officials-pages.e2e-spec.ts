import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkFiles } from './checked-files.js';
import { multipartForm, png } from './multipart-form.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { closeScene, makeReport, openScene, type Scene, sendRemark, type Session, signIn } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
let signer: Session;
let officer: Session;
let numbers: string[];
beforeAll(async () => {
  portal = await startPortal();
  scene = await openScene(portal);
  numbers = [];
  for (const text of ['Бірінші ескерту', '<svg onload=alert(1)>'])
    numbers.push((await sendRemark(portal, scene, text)).number);
  const form = multipartForm(
    { kind: 'PROPOSAL', anchors: 'whole', text: 'Файлмен', senderKind: 'INDIVIDUAL', name: 'А', email: 'a@b.kz' },
    [{ name: 'files', fileName: 'сурет.png', content: png }],
  );
  const sent = await portal.send('POST', `/kk/discussions/${scene.discussionId}/remark`, form);
  numbers.push(String(sent.headers.location).split('/')[3] ?? '');
  await closeScene(portal, scene);
  signer = await signIn(portal, scene.signer);
  officer = await signIn(portal, scene.officer);
});
afterAll(() => portal.stop());

const as = (session: Session) => ({ headers: { cookie: session.headers.cookie } });
const post = (session: Session, url: string, fields: Record<string, string> = {}, csrf = session.csrf) =>
  portal.send('POST', url, {
    payload: new URLSearchParams({ ...fields, csrf }).toString(),
    headers: { cookie: session.headers.cookie, 'content-type': 'application/x-www-form-urlencoded' },
  });
const refusal = {
  point: '1',
  outcome: 'NOT_TAKEN_INTO_ACCOUNT',
  reasonCode: 'ALREADY_PROVIDED',
  groundKk: 'Жобаның екінші бөлімінде көзделген.',
  groundRu: 'Предусмотрено вторым разделом проекта.',
};

describe('sign-in', () => {
  const enter = (email: string, password: string) =>
    portal.send('POST', '/kk/sign-in', {
      payload: new URLSearchParams({ email, password }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

  it('leads to the desk with a cookie that scripts cannot read', async () => {
    const answer = await enter(scene.officer.email, scene.officer.password);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/kk/officer']);
    expect(answer.headers['set-cookie']).toMatch(/^talqy_session=[\w-]+; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('comes back with 422 and the same words for a wrong password and an unknown address', async () => {
    const [wrong, unknown] = [await enter(scene.officer.email, 'not the password'), await enter('x@y.kz', 'not it')];
    expect([wrong.statusCode, unknown.statusCode]).toEqual([422, 422]);
    expect(unknown.body.match(/govuk-error-message[\s\S]*?<\/p>/)?.[0]).toBe(
      wrong.body.match(/govuk-error-message[\s\S]*?<\/p>/)?.[0],
    );
  });

  it('asks who is not signed in to sign in, and ends the session at sign-out', async () => {
    expect((await portal.get('/ru/officer')).headers.location).toBe('/ru/sign-in?again=1');
    const session = await signIn(portal, scene.officer);
    expect((await portal.get('/ru/officer', as(session))).headers['cache-control']).toBe('no-store');
    const left = await post(session, '/ru/sign-out');
    expect([left.statusCode, left.headers['clear-site-data']]).toEqual([303, '"cache", "storage"']);
    expect((await portal.get('/ru/officer', as(session))).statusCode).toBe(303);
  });
});

describe('the desk and the queue', () => {
  it('shows the own body’s discussions, and nothing of another body', async () => {
    const { body } = await portal.get('/kk/officer', as(officer));
    expect(body).toContain(`/kk/officer/discussions/${scene.discussionId}/queue`);
    const stranger = await signIn(portal, scene.stranger);
    expect((await portal.get('/kk/officer', as(stranger))).body).not.toContain(scene.discussionId);
  });

  it('filters by kind and clause, and shows hostile text as text', async () => {
    const queue = `/kk/officer/discussions/${scene.discussionId}/queue`;
    const all = await portal.get(queue, as(officer));
    for (const number of numbers) expect(all.body).toContain(number);
    expect(all.body).not.toContain('<svg onload');
    const whole = await portal.get(`${queue}?clause=whole-draft&kind=PROPOSAL&undecided=1`, as(officer));
    expect(whole.body).toContain(numbers[2]);
    expect(whole.body).not.toContain(numbers[0]);
  });

  it('gives the sender’s files to the own officials only, to be saved', async () => {
    await checkFiles(portal);
    const page = await portal.get(`/kk/officer/remarks/${numbers[2]}`, as(officer));
    const href = /href="([^"]*\/files\/[^"]*)"/.exec(page.body)?.[1] ?? '';
    const file = await portal.get(href, as(officer));
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''/);
    expect(file.rawPayload.equals(png)).toBe(true);
    expect((await portal.get(href)).statusCode).toBe(303);
    const stranger = await signIn(portal, scene.stranger);
    expect((await portal.get(href, as(stranger))).statusCode).toBe(404);
    const other = href.replace(numbers[2] ?? '', numbers[0] ?? '');
    expect((await portal.get(other, as(officer))).statusCode).toBe(404);
  });
});

describe('deciding', () => {
  const page = (index: number) => `/kk/officer/remarks/${numbers[index]}`;

  it('comes back with 422 beside the fields, keeping what was typed', async () => {
    const missing = await post(officer, page(0), { groundKk: 'Жазылғаны сақталады' });
    expect([missing.statusCode, missing.body.includes('href="#outcome"')]).toEqual([422, true]);
    expect(missing.body).toContain('Жазылғаны сақталады');
    const short = await post(officer, page(0), { ...refusal, groundRu: 'Нет.' });
    expect([short.statusCode, short.body.includes('href="#groundRu"')]).toEqual([422, true]);
  });

  it('refuses a form without its token, and with another session’s', async () => {
    expect((await post(officer, page(0), refusal, '')).statusCode).toBe(403);
    expect((await post(officer, page(0), refusal, signer.csrf)).statusCode).toBe(403);
  });

  it('records the decision, and the sender does not see it before the report is published (REQ-55)', async () => {
    for (const index of [0, 1, 2]) expect((await post(officer, page(index), refusal)).statusCode).toBe(303);
    expect((await portal.get(`${page(0)}?done=1`, as(officer))).body).toContain(refusal.groundKk);
    const open = await portal.get(`/api/v1/discussions/${scene.discussionId}/remarks`);
    expect(open.body).not.toContain('Предусмотрено');
  });
});

describe('the report', () => {
  it('is asked for, made, signed by a signer alone, and then frozen', async () => {
    const report = `/ru/officer/discussions/${scene.discussionId}/report`;
    expect((await post(signer, `${report}/sign`)).statusCode).toBe(409);
    expect((await post(officer, `${report}/assemble`)).headers.location).toBe(`${report}/making`);
    const { reportId } = await makeReport(portal, scene);
    expect((await portal.get(`${report}/sign`, as(officer))).body).not.toContain('name="reportId"');
    expect((await post(officer, `${report}/sign`, { reportId })).statusCode).toBe(403);
    expect((await portal.get(`${report}/sign`, as(signer))).body).toContain(`name="reportId" value="${reportId}"`);
    expect((await post(signer, `${report}/sign`, { reportId })).statusCode).toBe(303);
    expect((await portal.get(`${report}/sign`, as(signer))).body).not.toContain('name="reportId"');
    expect((await post(officer, `${report}/assemble`)).statusCode).toBe(409);
  });
});

describe('placing a draft', () => {
  it('names what is wrong with the form, then opens the discussion', async () => {
    const draft = await openScene(portal, false);
    const session = await signIn(portal, draft.officer);
    const page = `/ru/officer/procedures/${draft.procedureId}`;
    const empty = await post(session, page);
    expect([empty.statusCode, empty.body.includes('href="#url-EGOV_PORTAL"')]).toEqual([422, true]);
    const wrong = await post(session, page, {
      'url-EGOV_PORTAL': 'javascript:alert(1)',
      'placedAt-EGOV_PORTAL': 'вчера',
    });
    expect(wrong.statusCode).toBe(422);
    const yesterday = new Date(Date.now() - 24 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
    const placed = { 'url-EGOV_PORTAL': 'https://egov.example.kz/1', 'placedAt-EGOV_PORTAL': yesterday };
    const good = await post(session, page, placed);
    expect(good.headers.location).toMatch(/^\/ru\/discussions\/[0-9a-f-]{36}$/);
    expect((await portal.get(page, as(session))).body).not.toContain('url-EGOV_PORTAL');
    const stranger = await signIn(portal, draft.stranger);
    expect((await portal.get(page, as(stranger))).statusCode).toBe(404);
  });

  it.each([
    ['ru', 'поставщик идентификации, а в этой системе он не подключен'],
    ['kk', 'бұл жүйеге провайдер қосылмаған'],
    ['en', 'this installation has none'],
  ])(
    'says in %s that nobody could take part under rules that need a provider of senders (AMB-20)',
    async (tongue, words) => {
      const draft = await openScene(portal, false);
      const { procedureId } = draft;
      await portal.database.query(`update procedure set profile_family = 'kz-open-npa' where id = $1`, [procedureId]);
      const session = await signIn(portal, draft.officer);
      const yesterday = new Date(Date.now() - 24 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
      const placed = { 'url-EGOV_PORTAL': 'https://egov.example.kz/1', 'placedAt-EGOV_PORTAL': yesterday };
      const refused = await post(session, `/${tongue}/officer/procedures/${procedureId}`, placed);
      expect([refused.statusCode, refused.body.includes(words)]).toEqual([422, true]);
      expect(await portal.database.query('select from discussion where procedure_id = $1', [procedureId])).toEqual([]);
    },
  );
});
