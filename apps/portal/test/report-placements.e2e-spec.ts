import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import { checkFiles } from './checked-files.js';
import { type FormFile, multipartForm, png } from './multipart-form.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { as, type ClosedScene, closedScene, published } from './report-scene.js';
import { type Session, signIn } from './scene.js';

const t = translator('ru');
const pngSha256 = createHash('sha256').update(png).digest('hex');

let portal: PortalUnderTest;
let scene: ClosedScene;
let officer: Session;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.stop());
beforeEach(async () => {
  scene = await closedScene(portal);
  await published(portal, scene);
  officer = await signIn(portal, scene.officer);
});

const page = () => `/ru/officer/discussions/${scene.discussionId}/report/placements`;
const api = () => `/api/v1/discussions/${scene.discussionId}/report-placements`;
const yesterday = () => new Date(Date.now() - 24 * 3_600_000).toISOString();
const typed = () => ({
  channel: 'EGOV_PORTAL',
  url: 'https://egov.example.kz/reports/1',
  placedAt: yesterday().slice(0, 16).replace('T', ' '),
});
function send(fields: Record<string, string>, files: FormFile[] = [], session = officer) {
  const { payload, headers } = multipartForm(fields, files);
  return portal.send('POST', `${page()}?csrf=${session.csrf}`, {
    payload,
    headers: { ...headers, cookie: session.headers.cookie },
  });
}
const proof: FormFile = { name: 'proof', fileName: 'бет.png', content: png };

describe('the placement of the report (R8.3, REQ-65)', () => {
  it('warns of the channel of the draft that lacks it, until it is recorded with its proof', async () => {
    const before = await portal.get(page(), as(officer));
    expect(before.body).toContain(t('placing.missing', { channels: t('channel.egov-portal') }));
    expect(before.body).toContain(`/kk/discussions/${scene.discussionId}/report`);
    const answer = await send(typed(), [proof]);
    expect(answer.headers.location).toBe(`${page()}?done=1`);
    const after = await portal.get(`${page()}?done=1`, as(officer));
    expect(after.body).toContain(t('placing.recorded'));
    expect(after.body).toContain('https://egov.example.kz/reports/1');
    expect(after.body).toContain(pngSha256);
    expect(after.body).not.toContain(t('placing.lacks'));
    expect((await portal.get(`${page()}/proofs/${pngSha256}`, as(officer))).statusCode).toBe(404);
    await checkFiles(portal);
    const file = await portal.get(`${page()}/proofs/${pngSha256}`, as(officer));
    expect(file.rawPayload.equals(png)).toBe(true);
    expect(file.headers['content-disposition']).toMatch(/^attachment/);
    const results = await portal.get(`/ru/discussions/${scene.discussionId}/report`);
    expect(results.body).toContain('https://egov.example.kz/reports/1');
    expect(results.body).toContain(pngSha256);
  });

  it('keeps the kept proof to the own officials', async () => {
    await send(typed(), [proof]);
    const stranger = await signIn(portal, scene.stranger);
    expect((await portal.get(`${page()}/proofs/${pngSha256}`, as(stranger))).statusCode).toBe(404);
    expect((await portal.get(`${page()}/proofs/${'0'.repeat(64)}`, as(officer))).statusCode).toBe(404);
    expect((await portal.get(`${page()}/proofs/${pngSha256}`)).statusCode).toBe(303);
  });

  it('comes back with what is wrong beside the fields, and keeps what was typed', async () => {
    const wrong = await send({ channel: 'TELEVISION', url: 'javascript:alert(1)', placedAt: 'вчера' });
    expect(wrong.statusCode).toBe(422);
    for (const field of ['channel', 'url', 'placedAt']) expect(wrong.body).toContain(`href="#${field}"`);
    expect(wrong.body).toContain('value="вчера"');
    const future = await send({ ...typed(), placedAt: '2999-01-01 10:00' });
    expect([future.statusCode, future.body.includes(t('placing.future'))]).toEqual([422, true]);
    const script = await send(typed(), [{ ...proof, fileName: 'бет.html', content: '<script>alert(1)</script>' }]);
    expect([script.statusCode, script.body.includes('href="#proof"')]).toEqual([422, true]);
    await send(typed());
    const twice = await send(typed());
    expect([twice.statusCode, twice.body.includes(t('placing.same-address'))]).toEqual([422, true]);
  });

  it('is not recorded by others, nor before the report is published', async () => {
    const stranger = await signIn(portal, scene.stranger);
    expect((await send(typed(), [], stranger)).statusCode).toBe(404);
    expect((await portal.get(page(), as(stranger))).statusCode).toBe(404);
    scene = await closedScene(portal);
    officer = await signIn(portal, scene.officer);
    const before = await portal.get(page(), as(officer));
    expect(before.body).toContain(t('placing.not-yet'));
    expect(before.body).not.toContain('name="url"');
    expect((await send(typed())).statusCode).toBe(409);
  });
});

describe('its API', () => {
  const post = (payload: object, session = officer) =>
    portal.send('POST', api(), { payload, headers: session.headers });

  it('is read by everybody and written by the own officials', async () => {
    const placement = { ...typed(), placedAt: yesterday(), proofSha256: 'ab'.repeat(32) };
    expect((await portal.get(api())).json()).toMatchObject({
      placements: [{ channel: 'OWN_RESOURCE' }],
      missingChannels: ['EGOV_PORTAL'],
    });
    const recorded = await post(placement);
    expect([recorded.statusCode, recorded.json().missingChannels]).toEqual([201, []]);
    expect((await post(placement)).json().code).toBe('conflict');
    expect((await post({ ...placement, url: 'ftp://x' })).json().code).toBe('invalid-input');
    expect((await post({ ...placement, url: undefined })).statusCode).toBe(400);
    expect((await post(placement, await signIn(portal, scene.stranger))).statusCode).toBe(404);
    expect((await post(placement, await signIn(portal, scene.administrator))).statusCode).toBe(403);
    expect((await portal.get('/api/v1/discussions/nothing/report-placements')).statusCode).toBe(404);
  });

  it('takes the proof itself as a file of a form', async () => {
    const { payload, headers } = multipartForm({ ...typed(), placedAt: yesterday() }, [proof]);
    const sent = (more: object) =>
      portal.send('POST', `${api()}?csrf=${officer.csrf}`, {
        payload,
        headers: { ...headers, cookie: officer.headers.cookie },
        ...more,
      });
    const recorded = await sent({});
    expect([recorded.statusCode, recorded.json().placements[0].proofSha256]).toEqual([201, pngSha256]);
    const bad = multipartForm({ ...typed(), placedAt: yesterday() }, [{ ...proof, content: 'no picture' }]);
    const refused = await sent({ payload: bad.payload });
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'attachment-refused']);
  });
});
