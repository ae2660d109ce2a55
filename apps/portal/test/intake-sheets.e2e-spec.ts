import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { EditedWorkbook, type FilledRemark, fillTemplate, saying } from '../../../libs/sheets/src/testing/index.js';
import { as, daysAgo, openLetterScene } from './letter-scene.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { type Scene, type Session, signIn } from './scene.js';
import { press, seenIn, sendSheet, wrongFiles } from './sheet-scene.js';

const t = translator('ru');

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

const page = () => `/ru/officer/discussions/${scene.discussionId}/intake`;
const api = () => `/api/v1/discussions/${scene.discussionId}/intake`;
const template = async () => (await portal.get(`/ru/discussions/${scene.discussionId}/remarks.xlsx`)).rawPayload;
const filled = async (remarks: readonly FilledRemark[], sender = {}) => fillTemplate(await template(), remarks, sender);
const letter = (over: Record<string, string> = {}): Record<string, string> => ({
  channel: 'EMAIL',
  registration: `ЗТ-${newId().slice(-5)}`,
  arrivalDay: daysAgo(1),
  language: 'ru',
  ...over,
});
const send = (content: Buffer | null, fields = letter(), session = officer) =>
  sendSheet(portal, session, page(), content, fields);
const entries = async () => {
  const [row] = await portal.database.query<{ count: number }>(
    'select count(*)::int as count from received_entry where discussion_id = $1',
    [scene.discussionId],
  );
  return row?.count;
};

describe('the sheet of an organisation by the pages (REQ-41)', () => {
  it('has a template for everybody while remarks are taken', async () => {
    const draft = await portal.get(`/ru/discussions/${scene.discussionId}`);
    expect(draft.body).toContain(`href="/ru/discussions/${scene.discussionId}/remarks.xlsx"`);
    const sheet = await EditedWorkbook.of(await template(), 1);
    expect(sheet.lettersOf('remark')).toBe('C');
    expect((await portal.get(`/kk/discussions/${newId()}/remarks.xlsx`)).statusCode).toBe(404);
  });

  it('is shown before anything is entered, entered all at once, and each remark waits for a second officer', async () => {
    const before = await entries();
    const list = await portal.get(`/ru/officer/discussions/${scene.discussionId}/entries`, as(officer));
    expect(list.body).toContain(`href="${page()}"`);
    const content = await filled([saying('Первое: <b>срок</b>'), saying('Второе', { type: 'Предложение' })]);
    const sent = await send(content, letter({ registration: 'ЗТ-1/<i>' }));
    expect(sent.statusCode).toBe(303);
    const shown = String(sent.headers.location);
    const plan = await portal.get(shown, as(officer));
    for (const text of [t('sheet.intake.count.NEW', { count: 2 }), 'Құпия «Серіктестік» ЖШС', '012345678901'])
      expect(plan.body).toContain(text);
    expect(plan.body).not.toMatch(/<b>срок|ЗТ-1\/<i>/);
    expect(await entries()).toBe(before);
    for (const session of [stranger, signer]) {
      expect((await portal.get(shown, as(session))).statusCode).toBe(404);
      expect((await press(portal, session, `${shown}/application`)).statusCode).toBe(404);
    }
    const apply = () => press(portal, officer, `${shown}/application`, { seen: seenIn(plan.body) });
    expect((await apply()).headers.location).toBe(`${shown}?done=now`);
    expect(await entries()).toBe((before ?? 0) + 2);
    expect((await portal.get(`${shown}?done=now`, as(officer))).body).toContain(t('sheet.intake.done', { count: 2 }));
    expect((await apply()).headers.location).toBe(`${shown}?done=before`);
    expect(await entries()).toBe((before ?? 0) + 2);
    const [entry] = await portal.database.query<{ id: string }>(
      `select id from received_entry where registration = 'ЗТ-1/<i>' and content->>'text' = 'Второе'`,
    );
    const own = `/ru/officer/discussions/${scene.discussionId}/entries/${entry?.id}`;
    expect((await press(portal, officer, `${own}/confirmation`)).statusCode).toBe(403);
    expect((await press(portal, signer, `${own}/confirmation`)).statusCode).toBe(303);
    const again = await send(content, letter({ registration: 'ЗТ-1/<i>' }));
    const known = (await portal.get(String(again.headers.location), as(officer))).body;
    expect(known).toContain(t('sheet.intake.count.ENTERED', { count: 2 }));
    expect(known).toContain(t('sheet.intake.nothing-new'));
  });

  it('is mended as a whole: a formula or a fault of a cell keeps all of it out', async () => {
    const before = await entries();
    const content = await filled(
      [
        saying('Жақсы'),
        saying('', { remark: { formula: 'A1', shows: 'Текст' } }),
        saying('Тармақ', { clause: 'Пункт 99' }),
      ],
      { bin: '1' },
    );
    const shown = String((await send(content)).headers.location);
    const { body } = await portal.get(shown, as(officer));
    for (const text of [
      `C3: ${t('sheet.fault.formula')}`,
      `A4: ${t('sheet.fault.clause-not-in-draft', { value: 'Пункт 99' })}`,
      `B3: ${t('sheet.fault.malformed')}`,
      t('sheet.intake.mend-first'),
    ])
      expect(body).toContain(text);
    expect(seenIn(body)).toBe('');
    expect((await press(portal, officer, `${shown}/application`, { seen: '' })).statusCode).toBe(409);
    expect(await entries()).toBe(before);
  });

  it('asks again for what the letter lacks and keeps the file meanwhile', async () => {
    const content = await filled([saying(`Сақталған кесте ${newId()}`)]);
    const answer = await send(content, letter({ arrivalDay: daysAgo(-3), channel: '', language: '' }));
    expect(answer.statusCode).toBe(422);
    for (const text of [
      t('entry.fault-channel'),
      t('entry.fault-language'),
      t('sheet.intake.kept', { name: 'кесте.xlsx' }),
    ])
      expect(answer.body).toContain(text);
    const kept = /name="kept" value="([^"]+)"/.exec(answer.body)?.[1] ?? '';
    const future = await send(null, { ...letter({ arrivalDay: daysAgo(-3) }), kept });
    expect([future.statusCode, future.body.includes(t('entry.fault-future'))]).toEqual([422, true]);
    expect((await send(null, { ...letter(), kept })).statusCode).toBe(303);
    const none = await send(null);
    expect([none.statusCode, none.body.includes(t('sheet.file-missing'))]).toEqual([422, true]);
    expect((await send(null, { ...letter(), kept: newId() })).statusCode).toBe(422);
  });

  it('refuses files that are no such sheet, and officials of another body', async () => {
    const good = await filled([saying('Мәтін')]);
    const files = await wrongFiles(() => EditedWorkbook.of(good, 1));
    for (const [fault, content] of Object.entries(files)) {
      const answer = await send(content);
      const told = t(`sheet.refused.${fault}` as 'sheet.refused.too-many-remarks', { limit: 1_000, megabytes: 10 });
      expect([fault, answer.statusCode, answer.body.includes(told)]).toEqual([fault, 422, true]);
    }
    expect((await send(good, letter(), stranger)).statusCode).toBe(404);
    const token = await portal.send('POST', page(), { headers: { cookie: officer.headers.cookie }, payload: {} });
    expect(token.statusCode).toBe(403);
  });
});

describe('the sheet of an organisation by the API', () => {
  const call = (content: Buffer, of: object, session = officer) =>
    sendSheet(portal, session, api(), content, { letter: JSON.stringify(of) });
  const post = (session: Session, address: string, payload: object) =>
    portal.send('POST', address, { headers: session.headers, payload });

  it('is looked at, entered once, and listed', async () => {
    const content = await filled([saying('А'), saying('А'), saying('Б', { clause: null })]);
    const made = await call(content, letter({ postmarkDay: daysAgo(2) }));
    expect(made.statusCode).toBe(201);
    const { id, plan } = made.json<{ id: string; plan: { seen: string } }>();
    expect(made.json()).toMatchObject({
      letter: { channel: 'EMAIL', postmarkDay: daysAgo(2) },
      plan: {
        counts: { NEW: 2, REPEATED: 1 },
        senderFaults: [],
        items: [
          { row: 2, kind: 'NEW' },
          { row: 3, kind: 'REPEATED', sameAsRow: 2 },
          { row: 4, anchors: [] },
        ],
      },
    });
    const apply = (seen: string) => post(officer, `${api()}/${id}/application`, { seen });
    expect((await apply('0'.repeat(64))).json()).toMatchObject({ status: 409, code: 'conflict' });
    expect((await apply('x')).json()).toMatchObject({ status: 400, code: 'invalid-input' });
    expect((await apply(plan.seen)).json()).toMatchObject({ isRepeated: false, outcome: { NEW: 2 } });
    expect((await apply(plan.seen)).json()).toMatchObject({ isRepeated: true });
    expect((await portal.get(`${api()}/${id}?kind=NEW`, as(officer))).json()).toMatchObject({ plan: null });
    expect((await portal.get(api(), as(officer))).json<unknown[]>()[0]).toMatchObject({ id });
  });

  it('refuses a letter that cannot be, a wrong file, and other people', async () => {
    const content = await filled([saying(`Мәтін ${newId()}`)]);
    const refusals = [
      [content, letter({ arrivalDay: daysAgo(-3) }), officer, 400, 'invalid-input'],
      [content, letter({ arrivalDay: daysAgo(60) }), officer, 409, 'discussion-not-open'],
      [content, letter({ channel: 'API' }), officer, 400, 'invalid-input'],
      [content, {}, officer, 400, 'invalid-input'],
      [Buffer.from('PK'), letter(), officer, 422, 'import-refused'],
      [content, letter(), stranger, 404, 'not-found'],
    ] as const;
    for (const [file, of, session, status, code] of refusals)
      expect((await call(file, of, session)).json()).toMatchObject({ status, code });
    const { id, plan } = (await call(content, letter())).json<{ id: string; plan: { seen: string } }>();
    for (const session of [stranger, signer]) {
      expect((await portal.get(`${api()}/${id}`, as(session))).statusCode).toBe(404);
      expect((await post(session, `${api()}/${id}/application`, { seen: plan.seen })).statusCode).toBe(404);
    }
    const saved = await portal.get(`/api/v1/discussions/${scene.discussionId}/remarks.xlsx?language=kk`);
    expect([saved.statusCode, saved.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    expect((await portal.get(`/api/v1/discussions/${scene.discussionId}/remarks.xlsx?language=de`)).statusCode).toBe(
      400,
    );
  });
});
