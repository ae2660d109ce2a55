import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { as, daysAgo, openLetterScene, scan } from './letter-scene.js';
import { multipartForm } from './multipart-form.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { closeScene, type Scene, type Session, signIn } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
let officer: Session;
let signer: Session;
let stranger: Session;
beforeAll(async () => {
  portal = await startPortal();
  scene = await openLetterScene(portal);
  [officer, signer, stranger] = [
    await signIn(portal, scene.officer),
    await signIn(portal, scene.signer),
    await signIn(portal, scene.stranger),
  ];
});
afterAll(() => portal.stop());

describe('letters by the API (REQ-41)', () => {
  const url = () => `/api/v1/discussions/${scene.discussionId}/entries`;
  const body = (over: object = {}) => ({
    channel: 'EMAIL',
    registration: `Е-${newId().slice(-5)}`,
    arrivalDay: daysAgo(1),
    arrivalTime: '09:30',
    kind: 'PROPOSAL',
    language: 'ru',
    text: `Сократить срок (${newId()})`,
    sender: { kind: 'GROUP', name: 'Құпия Өкіл' },
    ...over,
  });
  const call = (session: Session, address: string, payload: object = {}) =>
    portal.send('POST', address, { headers: session.headers, payload });

  it('enters, lists, confirms; an official alone makes no remark of it (decision 16)', async () => {
    const made = await call(officer, url(), body());
    expect([made.statusCode, made.json()]).toMatchObject([201, { state: 'ENTERED', outcome: null }]);
    const { entryId } = made.json<{ entryId: string }>();
    expect((await call(officer, `${url()}/${entryId}/confirmation`)).statusCode).toBe(403);
    const confirmed = await call(signer, `${url()}/${entryId}/confirmation`);
    expect(confirmed.json()).toMatchObject({ verdict: 'ON_TIME' });
    const read = await portal.get(`${url()}/${entryId}`, as(officer));
    expect(read.json()).toMatchObject({ state: 'CONFIRMED', text: null, outcome: confirmed.json() });
    const { items } = (await portal.get(`${url()}?view=mine&size=100`, as(officer))).json<{
      items: { id: string }[];
    }>();
    expect(items.some(({ id }) => id === entryId)).toBe(true);
  });

  it('takes a scan as a part, and refuses what is no scan', async () => {
    const multipart = (fileName: string) => {
      const form = multipartForm({ entry: JSON.stringify(body({ channel: 'PAPER' })) }, [{ ...scan, fileName }]);
      return portal.send('POST', url(), { ...form, headers: { ...form.headers, ...officer.headers } });
    };
    // The token of a form with files goes in its address; a program sends it as a header.
    expect((await multipart('хат.png')).statusCode).toBe(201);
    expect((await multipart('хат.docx')).json()).toMatchObject({ code: 'attachment-refused' });
  });

  it('sends back, and refuses a body that is not as described', async () => {
    const { entryId } = (await call(officer, url(), body())).json<{ entryId: string }>();
    expect((await call(signer, `${url()}/${entryId}/refusal`, {})).statusCode).toBe(400);
    expect((await call(signer, `${url()}/${entryId}/refusal`, { reason: 'Басқа хат' })).statusCode).toBe(204);
    expect((await call(signer, `${url()}/${entryId}/confirmation`)).json()).toMatchObject({ code: 'wrong-state' });
    expect((await call(officer, url(), body({ channel: 'IMPORT' }))).statusCode).toBe(400);
    expect((await call(officer, url(), body({ sender: { kind: 'NOBODY', name: 'x' } }))).statusCode).toBe(400);
    expect((await call(stranger, url(), body())).statusCode).toBe(404);
    expect((await portal.get(`${url()}?after=x`, as(officer))).statusCode).toBe(400);
  });
});

describe('after the close', () => {
  it('a letter that came in time is a remark, and one that came late a numbered refusal (R8.4)', async () => {
    const late = await openLetterScene(portal);
    await closeScene(portal, late);
    await portal.database.query(`update discussion set close_at = close_at - interval '1 day' where id = $1`, [
      late.discussionId,
    ]);
    const [first, second] = [await signIn(portal, late.officer), await signIn(portal, late.signer)];
    const address = `/api/v1/discussions/${late.discussionId}/entries`;
    const enter = async (arrivalDay: string) => {
      const payload = { ...bodyOf(arrivalDay) };
      const made = await portal.send('POST', address, { headers: first.headers, payload });
      const { entryId } = made.json<{ entryId: string }>();
      await portal.send('POST', `${address}/${entryId}/confirmation`, { headers: second.headers, payload: {} });
      return (await portal.get(`/kk/officer/discussions/${late.discussionId}/entries/${entryId}`, as(first))).body;
    };
    const t = translator('kk');
    expect(await enter(daysAgo(2))).toContain(t('receipt.on-time'));
    const refusal = await enter(daysAgo(0));
    expect(refusal).toContain(t('receipt.late'));
    expect(refusal).toContain(t('late.rule-text'));
  });
});

const bodyOf = (arrivalDay: string) => ({
  channel: 'DESK',
  registration: 'К-1',
  arrivalDay,
  kind: 'REMARK',
  language: 'kk',
  text: `Кеңсеге келген хат (${newId()})`,
  sender: { kind: 'INDIVIDUAL', name: 'Құпия Атауы' },
});
