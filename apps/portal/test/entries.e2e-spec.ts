import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { type FormFile, multipartForm, png } from './multipart-form.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { closeScene, openScene, type Scene, type Session, signIn } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
let officer: Session;
let signer: Session;
let stranger: Session;
beforeAll(async () => {
  portal = await startPortal();
  scene = await openScene(portal);
  // The term began three days ago, so that a letter may have come two days before it is typed in.
  await portal.database.query(`update discussion set open_at = open_at - interval '3 days' where id = $1`, [
    scene.discussionId,
  ]);
  [officer, signer, stranger] = [
    await signIn(portal, scene.officer),
    await signIn(portal, scene.signer),
    await signIn(portal, scene.stranger),
  ];
});
afterAll(() => portal.stop());

const as = ({ headers: { cookie } }: Session) => ({ headers: { cookie } });
const list = (language = 'ru', id = scene.discussionId) => `/${language}/officer/discussions/${id}/entries`;
const daysAgo = (days: number) => {
  const day = new Date(Date.now() + 5 * 3_600_000 - days * 86_400_000);
  return day.toISOString().slice(0, 10);
};
const scan: FormFile = { name: 'scans', fileName: 'хат.png', content: png };

const letter = (over: Record<string, string | string[]> = {}) => ({
  key: newId(),
  channel: 'PAPER',
  registration: `ЖТ-${newId().slice(-4)}`,
  arrivalDay: daysAgo(2),
  senderKind: 'INDIVIDUAL',
  name: 'Құпия Атауы',
  email: 'qupia@secret.example',
  anchors: 'whole',
  kind: 'REMARK',
  text: `Мерзімі ұзақ: <b>${newId()}</b>`,
  language: 'kk',
  ...over,
});

const send = (
  session: Session,
  fields: Record<string, string | string[]>,
  files: FormFile[] = [scan],
  language = 'ru',
) => {
  const form = multipartForm(fields, files);
  return portal.send('POST', `${list(language)}/new?csrf=${session.csrf}`, {
    ...form,
    headers: { ...form.headers, cookie: session.headers.cookie },
  });
};

const post = (session: Session, url: string, fields: Record<string, string> = {}) =>
  portal.send('POST', url, {
    payload: new URLSearchParams({ ...fields, csrf: session.csrf }).toString(),
    headers: { cookie: session.headers.cookie, 'content-type': 'application/x-www-form-urlencoded' },
  });

/** Enters a letter and gives the address of its page. */
async function entered(over: Record<string, string | string[]> = {}, language = 'ru'): Promise<string> {
  const answer = await send(officer, letter(over), [scan], language);
  expect(answer.statusCode).toBe(303);
  return String(answer.headers.location).replace('?done=made', '');
}

describe.each(['kk', 'ru'] as const)('a letter typed in, in %s (REQ-41)', (language) => {
  const t = translator(language);

  it('waits for a second official, beside its scan, and is a remark when confirmed', async () => {
    const text = `Мерзімі ұзақ: <i>${language}</i>`;
    const page = await entered({ text }, language);
    const mine = await portal.get(`${page}?done=made`, as(officer));
    expect(mine.body).toContain(t('entry.made'));
    expect(mine.body).toContain(t('entry.own-note'));
    expect(mine.body).toContain(t('entry.backdated', { days: 2 }));
    expect(mine.body).not.toContain('<i>');
    expect(mine.body).not.toContain('/confirmation');
    expect((await portal.get(list(language), as(signer))).body).toContain(page);
    const theirs = await portal.get(page, as(signer));
    expect(theirs.body).toContain(t('entry.will-be-on-time'));
    expect(theirs.body).toContain('Құпия Атауы');
    const [, href = ''] = /<img src="([^"]+)"/.exec(theirs.body) ?? [];
    expect((await portal.get(href, as(signer))).rawPayload.equals(png)).toBe(true);
    expect((await post(signer, `${page}/confirmation`)).headers.location).toBe(page);
    expect((await post(signer, `${page}/confirmation`)).headers.location).toBe(page);
    const done = await portal.get(page, as(officer));
    expect(done.body).toContain(t('receipt.on-time'));
    const number = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}-[0-9A-Z]/.exec(done.body)?.[0] ?? '';
    const open = await portal.get(`/api/v1/remarks/${number}`);
    expect(open.json()).toMatchObject({ number, text, state: 'RECEIVED' });
    expect(done.body).toContain(open.json<{ commitment: string }>().commitment);
  });

  it('comes back with 422 beside the fields, keeping what was typed and the scan', async () => {
    const wrong = await send(
      officer,
      { ...letter({ arrivalDay: '32.13.2026', bin: '1', senderKind: 'LEGAL_ENTITY' }) },
      [scan],
      language,
    );
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain(`href="#arrivalDay"`);
    expect(wrong.body).toContain(t('entry.fault-day'));
    expect(wrong.body).toContain('href="#organisation"');
    expect(wrong.body).toContain('value="32.13.2026"');
    const [, kept = ''] = /name="keptScans"[^>]*value="([^"]+)"/.exec(wrong.body) ?? [];
    const again = await send(officer, letter({ keptScans: kept }), [], language);
    expect(again.statusCode).toBe(303);
    const nothing = await send(officer, { key: newId() }, [], language);
    for (const field of [
      'channel',
      'registration',
      'arrivalDay',
      'senderKind',
      'name',
      'anchors',
      'kind',
      'text',
      'language',
    ])
      expect(nothing.body).toContain(`href="#${field}"`);
  });
});

describe('what is refused', () => {
  it.each([
    ['a paper without a scan', {}, [], '#scans'],
    ['a Word document for a scan', {}, [{ ...scan, fileName: 'хат.docx' }], '#scans'],
    ['an arrival that has not come', { arrivalDay: daysAgo(-1) }, [scan], '#arrivalDay'],
    ['an hour that is none', { arrivalTime: 'после обеда' }, [scan], '#arrivalTime'],
    ['a postmark after the arrival', { postmarkDay: daysAgo(1) }, [scan], '#postmarkDay'],
    ['what came before the opening', { arrivalDay: '2020-01-01' }, [scan], '#arrivalDay'],
  ])('%s', async (_name, over: Record<string, string>, files, field) => {
    const answer = await send(officer, letter(over), files);
    expect([answer.statusCode, answer.body.includes(`href="${field}"`)]).toEqual([422, true]);
  });

  it('the same letter twice; a doubled form is one entry', async () => {
    const fields = letter();
    const [first, doubled] = [await send(officer, fields), await send(officer, fields)];
    expect([first.statusCode, doubled.headers.location]).toEqual([303, first.headers.location]);
    const again = await send(officer, { ...fields, key: newId() });
    expect([again.statusCode, again.body.includes(translator('ru')('entry.fault-same'))]).toEqual([422, true]);
  });

  it('confirming one’s own entry, a foreign body, a form without its token', async () => {
    const page = await entered();
    expect((await post(officer, `${page}/confirmation`)).statusCode).toBe(403);
    expect((await post(stranger, `${page}/confirmation`)).statusCode).toBe(404);
    expect((await post({ ...signer, csrf: 'wrong' }, `${page}/confirmation`)).statusCode).toBe(403);
    const form = multipartForm(letter(), [scan]);
    const bare = await portal.send('POST', `${list()}/new`, {
      ...form,
      headers: { ...form.headers, cookie: officer.headers.cookie },
    });
    expect(bare.statusCode).toBe(403);
    for (const address of [page, list(), `${list()}/new`])
      expect([address, (await portal.get(address, as(stranger))).statusCode]).toEqual([address, 404]);
    const [, href = ''] = /<img src="([^"]+)"/.exec((await portal.get(page, as(officer))).body) ?? [];
    expect((await portal.get(href, as(stranger))).statusCode).toBe(404);
    expect((await portal.get(href)).statusCode).toBe(303);
    expect((await portal.get(`${page}/files/${newId()}`, as(officer))).statusCode).toBe(404);
  });
});

describe('a letter sent back', () => {
  it('needs a reason, and is entered anew from what was typed', async () => {
    const page = await entered({ text: 'Қайта енгізілетін мәтін' });
    const bare = await post(signer, `${page}/refusal`);
    expect([bare.statusCode, bare.body.includes('href="#reason"')]).toEqual([422, true]);
    expect((await post(signer, `${page}/refusal`, { reason: 'Күні <қате>' })).headers.location).toBe(page);
    const back = await portal.get(page, as(officer));
    expect(back.body).toContain('Күні &lt;қате&gt;');
    const [, anew = ''] = /href="([^"]*entries\/new\?from=[^"]*)"/.exec(back.body) ?? [];
    const form = await portal.get(anew, as(officer));
    expect(form.body).toContain('Қайта енгізілетін мәтін');
    expect(form.body).toContain('value="Құпия Атауы"');
  });
});

describe('the API', () => {
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
    const late = await openScene(portal);
    await portal.database.query(`update discussion set open_at = open_at - interval '3 days' where id = $1`, [
      late.discussionId,
    ]);
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
