import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { checkFiles } from './checked-files.js';
import { as, daysAgo, openLetterScene, scan } from './letter-scene.js';
import { type FormFile, multipartForm, png } from './multipart-form.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { type Scene, type Session, signIn } from './scene.js';

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

const list = (language = 'ru', id = scene.discussionId) => `/${language}/officer/discussions/${id}/entries`;

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

describe('the files of a letter', () => {
  const files = (name: string, count: number): FormFile[] =>
    Array.from({ length: count }, (_, no) => ({ name, fileName: `${name}-${no}.png`, content: png }));

  it('are ten scans and ten enclosures at most, in one sending (REQ-41)', async () => {
    const answer = await send(officer, letter(), [...files('scans', 10), ...files('files', 10)]);
    expect([answer.statusCode, String(answer.headers.location)]).toEqual([303, expect.stringMatching(/done=made$/)]);
  });

  it.each([
    ['scans', 11],
    ['files', 40],
  ])('are told to be too many when %s are %i, and what was typed stays', async (name, count) => {
    const typed = letter();
    const answer = await send(officer, typed, [...files('scans', 5), ...files(name, count)]);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(translator('ru')('form.too-many-files', { count: 10 }));
    for (const each of [typed.registration, typed.arrivalDay]) expect(answer.body).toContain(each);
  });

  it('are each named when they are beyond what one sending is read for, so that none is lost unseen', async () => {
    const t = translator('ru');
    const beyond = (file: string) => `href="#files">${t('form.file-too-many', { file })}<`;
    const answer = await send(officer, letter(), [...files('scans', 15), ...files('files', 8)]);
    expect(answer.statusCode).toBe(422);
    for (const file of ['files-6.png', 'files-7.png']) expect(answer.body).toContain(beyond(file));
    expect(answer.body).not.toContain(beyond('files-5.png'));
  });

  it('are refused as a whole beyond fifty', async () => {
    expect((await send(officer, letter(), files('files', 51))).statusCode).toBe(413);
  });
});

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
    expect(mine.body).not.toContain('<img src');
    expect(mine.body).toContain(t('file.state.WAITING'));
    await checkFiles(portal);
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
    const remark = await portal.get(`/${language}/officer/remarks/${number}`, as(officer));
    expect(remark.body).toContain(`href="${page}"`);
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

  it('more enclosures than a remark takes, which come back', async () => {
    const keptFrom = (body: string) =>
      [...body.matchAll(/name="keptFiles"[^>]*value="([^"]+)"/g)].map(([, id = '']) => id);
    const enclosed = (count: number) => Array.from({ length: count }, () => ({ ...scan, name: 'files' }));
    const first = await send(officer, letter({ arrivalDay: '' }), [scan, ...enclosed(9)]);
    const [, keptScans = ''] = /name="keptScans"[^>]*value="([^"]+)"/.exec(first.body) ?? [];
    const typed = { ...letter(), keptScans };
    const kept = keptFrom(first.body);
    const second = await send(officer, { ...typed, keptFiles: kept }, enclosed(2));
    expect([second.statusCode, keptFrom(second.body).length]).toEqual([422, 11]);
    expect(second.body).toMatch(
      new RegExp(`href="#files"[^>]*>${translator('ru')('form.too-many-files', { count: 10 })}`),
    );
    expect((await send(officer, { ...typed, keptFiles: kept }, enclosed(1))).statusCode).toBe(303);
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
    await checkFiles(portal);
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
    const t = translator('ru');
    const field = t('entry.refuse-reason');
    for (const [wrong, said] of [
      [' ', t('form.required', { field })],
      ['ә'.repeat(2_001), t('form.too-long', { field, limit: 2_000 })],
      ['Күні\0', t('form.not-text', { field })],
    ] as const) {
      expect((await post(signer, `${page}/refusal`, { reason: wrong })).body).toContain(said);
    }
    expect((await post(signer, `${page}/refusal`, { reason: 'Күні <қате>' })).headers.location).toBe(page);
    const back = await portal.get(page, as(officer));
    expect(back.body).toContain('Күні &lt;қате&gt;');
    const [, anew = ''] = /href="([^"]*entries\/new\?from=[^"]*)"/.exec(back.body) ?? [];
    const form = await portal.get(anew, as(officer));
    expect(form.body).toContain('Қайта енгізілетін мәтін');
    expect(form.body).toContain('value="Құпия Атауы"');
  });
});
