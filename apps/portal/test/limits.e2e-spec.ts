import { newId } from '#lib/kernel';
import { RequestCounts } from '#lib/limits';
import { RaiseAlarms, SecurityCounts } from '#lib/security-events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { body, form, from, hiddenFields } from './form-post.js';
import { multipartForm, png } from './multipart-form.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { openScene, type Scene, signIn } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
const lines: string[] = [];
beforeAll(async () => {
  const rates = 'remark:3,search:4,receipt-check:3,sign-in:6,sender-visit:2,password-reset:2,upload:2';
  portal = await startPortal({
    env: {
      RATE_LIMITS: rates,
      SECURITY_ALARMS: 'limited:5',
      LEAST_WAIT_SECONDS: '1',
      LOG_LEVEL: 'info',
      TRUSTED_PROXIES: '127.0.0.1',
    },
    logTo: (line) => lines.push(line),
  });
  scene = await openScene(portal);
});
afterAll(() => portal.stop());

const remark = (over: object = {}) => ({
  kind: 'REMARK',
  language: 'kk',
  text: 'Мерзім тым ұзақ.',
  anchors: [scene.clauses[4]],
  sender: { kind: 'INDIVIDUAL', name: 'Әсел', email: 'asel@secret.example' },
  ...over,
});

describe('other things that come too often', () => {
  const refused = (answer: { statusCode: number; headers: Record<string, unknown> }) =>
    expect([answer.statusCode, Number(answer.headers['retry-after']) > 0]).toEqual([429, true]);

  it('a search: the page says how long to wait and asks again by one press; other pages stay open', async () => {
    const search = (ip: string, path = '/ru/discussions?q=архив&status=open') =>
      portal.get(encodeURI(path), { headers: from(ip) });
    // A page that the portal keeps costs nothing and is not counted: each asks for another.
    for (const word of ['құжат', 'төлем', 'мерзім', 'талап'])
      expect((await search('203.0.117.5', `/ru/discussions?q=${word}`)).statusCode).toBe(200);
    const page = await search('203.0.117.5');
    refused(page);
    expect(page.body).toContain('Слишком много запросов');
    expect(page.body).toContain('name="q" value="архив"');
    refused(await search('203.0.117.5', '/api/v1/discussions?q=архив'));
    expect((await search('203.0.117.5', '/ru/discussions')).statusCode).toBe(200);
    expect((await search('203.0.118.5')).statusCode).toBe(200);
  });

  it('the check of receipts, by page and API together', async () => {
    const check = () => portal.get('/kk/receipts?number=7K3M-9QXA-04TB-ZZ1N-C', { headers: from('203.0.119.5') });
    for (let asked = 0; asked < 3; asked += 1) expect((await check()).statusCode).toBe(404);
    refused(await check());
    const byApi = await portal.send('POST', '/api/v1/receipts/check', {
      payload: { number: '7K3M-9QXA-04TB-ZZ1N-C' },
      headers: from('203.0.119.5'),
    });
    refused(byApi);
    expect([byApi.json().code, byApi.json().details.action]).toEqual(['too-many-requests', 'receipt-check']);
  });

  it('leaving for the provider, to sign in and to be confirmed as a sender, each by itself', async () => {
    const leave = (path: string) => portal.get(path, { headers: from('203.0.122.5') });
    const visit = () => leave(`/kk/discussions/${newId()}/sender`);
    expect([(await visit()).statusCode, (await visit()).statusCode]).toEqual([404, 404]);
    refused(await visit());
    for (let n = 0; n < 6; n += 1) expect((await leave('/kk/sign-in/provider')).statusCode).toBe(404);
    refused(await leave('/kk/sign-in/provider'));
  });

  it('signing in with many names from one address, and forgotten passwords; what is secret is not sent back', async () => {
    const signInAs = (n: number) =>
      portal.send('POST', '/ru/sign-in', {
        payload: body({ email: `nobody${n}@example.kz`, password: 'Құпия сөз 7' }),
        headers: { ...form, ...from('203.0.120.5') },
      });
    for (let n = 0; n < 6; n += 1) expect((await signInAs(n)).statusCode).toBe(422);
    const page = await signInAs(7);
    refused(page);
    expect(page.body).not.toContain('Құпия');
    expect(page.body).toContain('Вернитесь на предыдущую страницу');
    const forgot = () =>
      portal.send('POST', '/en/forgotten-password', {
        payload: body({ email: 'someone@example.kz' }),
        headers: { ...form, ...from('203.0.120.6') },
      });
    expect([(await forgot()).statusCode, (await forgot()).statusCode]).toEqual([200, 200]);
    const again = await forgot();
    refused(again);
    expect(hiddenFields(again.body).get('email')).toBe('someone@example.kz');
  });

  it('files: one too many is not kept, and the form says so with all that was typed', async () => {
    const url = `/en/discussions/${scene.discussionId}/remark`;
    const files = ['a.png', 'b.png', 'c.png'].map((fileName) => ({ name: 'files', fileName, content: png }));
    const { payload, headers } = multipartForm({ text: 'Typed text', key: newId() }, files);
    const answer = await portal.send('POST', url, { payload, headers: { ...headers, ...from('203.0.121.5') } });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('The file “c.png” was not kept');
    expect(answer.body).toContain('Typed text');
    expect([...answer.body.matchAll(/name="kept"/g)]).toHaveLength(2);
    const byApi = multipartForm({ remark: JSON.stringify(remark()) }, files);
    const refusedFile = await portal.send('POST', `/api/v1/discussions/${scene.discussionId}/remarks`, {
      payload: byApi.payload,
      headers: { ...byApi.headers, ...from('203.0.121.5'), 'idempotency-key': `"${newId()}"` },
    });
    refused(refusedFile);
  });

  it('of a remark by an official its files alone, like those of anybody', async () => {
    const session = await signIn(portal, scene.officer);
    const send = (files: string[]) => {
      const { payload, headers } = multipartForm(
        { remark: JSON.stringify(remark()) },
        files.map((fileName) => ({ name: 'files', fileName, content: png })),
      );
      return portal.send('POST', `/api/v1/discussions/${scene.discussionId}/remarks`, {
        payload,
        headers: { ...headers, ...session.headers, 'idempotency-key': `"${newId()}"` },
      });
    };
    for (const files of [[], ['a.png'], ['b.png']]) expect((await send(files)).statusCode).toBe(201);
    refused(await send(['c.png']));
  });

  it('of the pages of a remark by an official the files alone, and one too many is named', async () => {
    const session = await signIn(portal, scene.officer);
    const send = (files: string[]) => {
      const sent = multipartForm(
        { from: 'files', text: 'Typed text' },
        files.map((fileName) => ({ name: 'files', fileName, content: png })),
      );
      const url = `/en/discussions/${scene.discussionId}/remark/sender?csrf=${session.csrf}`;
      return portal.send('POST', url, { payload: sent.payload, headers: { ...sent.headers, ...session.headers } });
    };
    for (const files of [[], [], [], ['a.png'], ['b.png']]) expect((await send(files)).statusCode).toBe(200);
    const answer = await send(['c.png']);
    expect([answer.statusCode, answer.body]).toEqual([422, expect.stringContaining('The file “c.png” was not kept')]);
    expect(answer.body).toContain('Typed text');
  });

  it('the files of an official, by session', async () => {
    const session = await signIn(portal, scene.officer);
    const upload = () => {
      const { payload, headers } = multipartForm({ kk: 'x' });
      const url = `/api/v1/procedures/${scene.procedureId}/versions`;
      return portal.send('POST', url, { payload, headers: { ...headers, ...session.headers } });
    };
    for (let sent = 0; sent < 2; sent += 1) expect((await upload()).statusCode).not.toBe(429);
    refused(await upload());
  });
});

describe('what is kept of it', () => {
  it('no address is in the log or in any table, and each refusal is an event for security', async () => {
    await portal.app.get(RequestCounts).tell();
    expect(lines.join('')).not.toMatch(/203\.0\.1\d\d/);
    const events = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ msg }) => msg === 'limited');
    expect(events.length).toBeGreaterThan(5);
    const tables = await portal.database.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public'`,
    );
    for (const { name } of tables) {
      const rows = await portal.database.query<{ row: string }>(`select t::text as row from "${name}" t`);
      expect([name, rows.filter(({ row }) => /203\.0\.1\d\d/.test(row))]).toEqual([name, []]);
    }
  });

  it('above its bound it is an alarm on the desk of an administrator, and of nobody else', async () => {
    await portal.app.get(SecurityCounts).tell();
    expect((await portal.app.get(RaiseAlarms).look()).map(({ kind }) => kind)).toEqual(['limited']);
    const desk = async (who: Scene['officer']) =>
      (await portal.get('/en/officer', { headers: (await signIn(portal, who)).headers })).body;
    expect(await desk(scene.administrator)).toMatch(/requests above a limit: \d+ within the ten minutes from/);
    expect(await desk(scene.officer)).not.toContain('requests above a limit');
  });
});
