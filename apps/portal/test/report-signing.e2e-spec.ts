import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { instantOf } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { makeTestPki, signDetached, type TestPki } from '../../../libs/signatures/src/testing/index.js';
import { multipartForm } from './multipart-form.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { as, assembled, type ClosedScene, closedScene, decide, decideAll, publish } from './report-scene.js';
import { type Session, signIn } from './scene.js';

const t = translator('ru');

let portal: PortalUnderTest;
let pki: TestPki;
let scene: ClosedScene;
let signer: Session;
let reportId: string;
beforeAll(async () => {
  portal = await startPortal();
  pki = makeTestPki(instantOf(Date.now()));
});
afterAll(() => portal.stop());
beforeEach(async () => {
  await prepare('Бірінші ескерту');
});

/** A version that waits for the signature of `signer`. */
async function prepare(...texts: string[]): Promise<void> {
  scene = await closedScene(portal, ...texts);
  await decideAll(portal, scene);
  reportId = await assembled(portal, scene);
  signer = await signIn(portal, scene.signer);
}

const page = () => `/ru/officer/discussions/${scene.discussionId}/report/sign`;
const api = (id = reportId) => `/api/v1/reports/${id}/signature`;
const sheetOf = async (id = reportId, session: Session | undefined = signer) =>
  portal.get(`${api(id)}/sheet`, session ? as(session) : {});
const cmsOver = async (id = reportId) => signDetached((await sheetOf(id)).rawPayload, pki.official);

/** The form as a browser sends it: the token in its address, the file in its body. */
function send(fields: Record<string, string> = {}, cms?: Buffer, session = signer) {
  const files = cms ? [{ name: 'signature', fileName: 'есеп.p7s', content: cms }] : [];
  const { payload, headers } = multipartForm({ reportId, ...fields }, files);
  return portal.send('POST', `${page()}?csrf=${session.csrf}`, {
    payload,
    headers: { ...headers, cookie: session.headers.cookie },
  });
}
const stateOf = async () =>
  (await portal.database.query<{ state: string }>('select state from report where id = $1', [reportId]))[0]?.state;

describe('the page of the signature', () => {
  it('shows the statement in both languages, the hash, and the sheet to download byte for byte', async () => {
    const { body } = await portal.get(page(), as(signer));
    const [kk, ru] = [translator('kk')('report.statement'), t('report.statement')];
    expect(body.indexOf(ru)).toBeGreaterThan(0);
    expect(body.indexOf(kk)).toBeGreaterThan(body.indexOf(ru));
    expect(body).toContain(`href="${api()}/sheet"`);
    const sheet = await sheetOf();
    expect(sheet.headers['content-type']).toBe('application/json');
    expect(sheet.headers['content-disposition']).toContain('attachment; filename="signing-sheet-v1.json"');
    const { dataSha256, statement } = sheet.json<{ dataSha256: string; statement: object }>();
    expect(body).toContain(dataSha256);
    expect(statement).toEqual({ kk, ru });
    const kazakh = await portal.get(page().replace('/ru/', '/kk/'), as(signer));
    expect(kazakh.body.indexOf(ru)).toBeGreaterThan(kazakh.body.indexOf(kk));
  });

  it('signs by the statement alone', async () => {
    expect((await send()).headers.location).toBe(page());
    expect(await stateOf()).toBe('SIGNED');
    const { body } = await portal.get(page(), as(signer));
    expect(body).toContain(t('signing.signed'));
    expect(body).toContain('Айгүл Сәрсенова (signer)');
    expect(body).toContain(t('signing.none-electronic'));
    expect(body).toContain(t('report.being-published'));
    expect(body).not.toContain('name="reportId"');
  });

  it('signs with a detached signature, and shows whose it is and that nobody vouches for it', async () => {
    const cms = await cmsOver();
    expect((await send({}, cms)).statusCode).toBe(303);
    const { body } = await portal.get(page(), as(signer));
    expect(body).toContain('ӘБДІҒАЛИҚЫЗЫ ҚҰРАЛАЙ');
    expect(body).toContain(t('signature.trust.SELF_DECLARED'));
    expect(body).toContain(pki.official.sha256);
    expect(body).not.toContain('900101300123');
    const file = await portal.get(`${api()}/file`, as(signer));
    expect(file.rawPayload.equals(cms)).toBe(true);
    expect(file.headers['content-disposition']).toContain('report-v1.p7s');
  });

  it.each([
    ['NOT_CMS', async () => Buffer.from('no signature at all')],
    ['CONTENT_CHANGED', async () => signDetached(Buffer.from('other words'), pki.official)],
    ['TOO_LARGE', async () => Buffer.alloc(1024 * 1024 + 1, 1)],
    ['NOT_CMS', async () => Buffer.alloc(0)],
  ] as const)('refuses a file that is %s beside its field, and nothing is signed', async (fault, make) => {
    const answer = await send({}, await make());
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('href="#signature"');
    expect(answer.body).toContain(t(`signature.refused.${fault}`));
    expect(await stateOf()).toBe('ASSEMBLED');
  });

  it('refuses a signature over another report', async () => {
    const others = await cmsOver();
    await prepare('Басқа ескерту');
    const answer = await send({}, others);
    expect([answer.statusCode, answer.body.includes(t('signature.refused.CONTENT_CHANGED'))]).toEqual([422, true]);
    expect(await stateOf()).toBe('ASSEMBLED');
  });

  it('refuses a version that is not the newest: what was read is signed', async () => {
    const old = reportId;
    await decide(portal, scene, scene.numbers[0] ?? '', { groundRu: 'Это предусмотрено третьим разделом проекта.' });
    reportId = await assembled(portal, scene);
    const answer = await send({ reportId: old });
    expect([answer.statusCode, answer.body.includes(t('signing.newer-version'))]).toEqual([409, true]);
    expect(await stateOf()).toBe('ASSEMBLED');
    expect((await send()).statusCode).toBe(303);
    expect((await send()).statusCode).toBe(409);
  });

  it('names what stands in the way since it was made', async () => {
    const [number = ''] = scene.numbers;
    await decide(portal, scene, number, { groundRu: 'Это предусмотрено третьим разделом проекта.' });
    const answer = await send();
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('href="#blockers"');
    expect(answer.body).toContain(t('blocker.remark-changed-since-assembly', { number }));
  });

  it('wants the warnings to be read, listed right there', async () => {
    await prepare(...Array.from({ length: 7 }, (_, index) => `Ескерту ${index}`));
    const shown = await portal.get(page(), as(signer));
    expect(shown.body).toContain(t('closing.stock-answer', { count: 7 }));
    expect(shown.body).toContain('Предусмотрено вторым разделом проекта.');
    expect(shown.body).toContain('name="acknowledges"');
    const refused = await send();
    expect([refused.statusCode, refused.body.includes('href="#acknowledges"')]).toEqual([422, true]);
    expect(refused.body).not.toContain('href="#blockers"');
    const withCms = await send({}, await cmsOver());
    expect([withCms.statusCode, withCms.body.includes('href="#acknowledges"')]).toEqual([422, true]);
    expect(await stateOf()).toBe('ASSEMBLED');
    expect((await send({ acknowledges: 'yes' }, await cmsOver())).statusCode).toBe(303);
  });

  it('is a signer’s: an officer reads it without the form, another body not at all', async () => {
    const [officer, stranger] = [await signIn(portal, scene.officer), await signIn(portal, scene.stranger)];
    const shown = await portal.get(page(), as(officer));
    expect(shown.body).not.toContain('name="reportId"');
    expect(shown.body).toContain(t('report.signer-only'));
    expect((await send({}, undefined, officer)).statusCode).toBe(403);
    expect((await send({}, undefined, stranger)).statusCode).toBe(404);
    expect((await sheetOf(reportId, stranger)).statusCode).toBe(404);
    expect((await portal.get(`${api()}/sheet`)).statusCode).toBe(404);
    expect(await stateOf()).toBe('ASSEMBLED');
  });

  it('refuses the form without its token', async () => {
    const { payload, headers } = multipartForm({ reportId });
    const { cookie } = signer.headers;
    expect((await portal.send('POST', page(), { payload, headers: { ...headers, cookie } })).statusCode).toBe(403);
  });
});

describe('the API of the signature', () => {
  const post = (payload: object, id = reportId, session = signer) =>
    portal.send('POST', api(id), { payload, headers: session.headers });

  it('takes a detached signature as Base64, and everybody can verify it once the report is published', async () => {
    const cms = await cmsOver();
    const sheet = (await sheetOf()).rawPayload;
    const signed = await post({ cms: cms.toString('base64') });
    expect([signed.statusCode, /^[0-9a-f]{64}$/.test(signed.json().dataSha256)]).toEqual([200, true]);
    expect((await portal.get(api())).json().code).toBe('not-found');
    expect((await portal.get(`${api()}/file`)).statusCode).toBe(404);
    await publish(portal, reportId);
    const shown = (await portal.get(api())).json();
    expect(shown).toMatchObject({
      signer: 'Айгүл Сәрсенова (signer)',
      certificate: { commonName: 'ӘБДІҒАЛИҚЫЗЫ ҚҰРАЛАЙ', trust: 'SELF_DECLARED', sha256: pki.official.sha256 },
      sheetHref: `${api()}/sheet`,
      fileHref: `${api()}/file`,
    });
    expect(JSON.stringify(shown)).not.toContain('900101300123');
    expect((await portal.get(`${api()}/sheet`)).rawPayload.equals(sheet)).toBe(true);
    expect((await portal.get(`${api()}/file`)).rawPayload.equals(cms)).toBe(true);
  });

  it('takes it as a file of a form too', async () => {
    const files = [{ name: 'signature', fileName: 'a.p7s', content: await cmsOver() }];
    const { payload, headers } = multipartForm({ acknowledgesWarnings: 'true' }, files);
    const answer = await portal.send('POST', `${api()}?csrf=${signer.csrf}`, {
      payload,
      headers: { ...headers, cookie: signer.headers.cookie },
    });
    expect(answer.statusCode).toBe(200);
    expect(await stateOf()).toBe('SIGNED');
  });

  it.each([
    ['another text', async () => signDetached(Buffer.from('x'), pki.official), 422, 'signature-refused'],
    ['no signature', async () => Buffer.from('x'), 422, 'signature-refused'],
  ] as const)('refuses %s with its code and reason', async (_, make, status, code) => {
    const answer = await post({ cms: (await make()).toString('base64') });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect(answer.json().details.reason).toMatch(/^[A-Z_]+$/);
    expect(await stateOf()).toBe('ASSEMBLED');
  });

  it('refuses unknown members, wrong types, warnings that were not read, and others', async () => {
    expect((await post({ signature: 'x' })).statusCode).toBe(400);
    expect((await post({ acknowledgesWarnings: 'perhaps' })).statusCode).toBe(400);
    await prepare(...Array.from({ length: 7 }, (_, index) => `Ескерту ${index}`));
    const unread = await post({});
    expect([unread.statusCode, unread.json().details.blockers[0].code]).toEqual([409, 'warnings-not-acknowledged']);
    const [officer, stranger] = [await signIn(portal, scene.officer), await signIn(portal, scene.stranger)];
    expect((await post({ acknowledgesWarnings: true }, reportId, officer)).statusCode).toBe(403);
    expect((await post({ acknowledgesWarnings: true }, reportId, stranger)).statusCode).toBe(404);
    expect((await post({ acknowledgesWarnings: true })).statusCode).toBe(200);
    expect((await post({ acknowledgesWarnings: true })).json().code).toBe('report-frozen');
  });

  it('keeps the sheet that was signed: its hash is that of the data', async () => {
    await post({});
    const { dataSha256 } = (await sheetOf()).json<{ dataSha256: string }>();
    await publish(portal, reportId);
    const data = await portal.get(`/api/v1/reports/${reportId}/files/json/mul`);
    expect(createHash('sha256').update(data.rawPayload).digest('hex')).toBe(dataSha256);
    expect((await portal.get(`${api()}/file`)).json().code).toBe('not-found');
    expect((await portal.get(api())).json()).toMatchObject({ certificate: null, fileHref: null });
  });
});
