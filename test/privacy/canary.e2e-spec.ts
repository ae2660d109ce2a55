import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DecideRemark } from '#lib/consideration';
import { CloseDiscussion, RemarkByNumber, ReplaceRemark, SubmitRemark } from '#lib/discussion';
import { migrateQueue } from '#lib/jobs';
import { instantOf, newId } from '#lib/kernel';
import { SignReport } from '#lib/reports';
import { loadSettings } from '#lib/settings';
import { officerOf, testKeyFile } from '#lib/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { multipartForm } from '../../apps/portal/test/multipart-form.js';
import { type PortalUnderTest, startPortal } from '../../apps/portal/test/portal-under-test.js';
import { openScene, type Scene, signIn } from '../../apps/portal/test/scene.js';
import { textOf } from '../../apps/worker/test/mail-text.js';
import { createWorker, type Worker } from '../../apps/worker/src/create-worker.js';
import { pngSaying, wordsIn } from '../../libs/files/src/testing/index.js';
import { rootsFile } from '../../libs/discussion/src/testing/index.js';
import { makeTestPki } from '../../libs/signatures/src/testing/index.js';
import { canary, dumpOf, foundIn } from './canary.js';
import { subscribe } from './subscribe.js';
import { listenToLogs, until } from './listening.js';
import { signByForm } from './signed-canary.js';

const logged: string[] = [];

/** One person writes by the form and by the API, replaces, signs, comes too late, and everything runs to the published report. */
describe('who sent a remark', () => {
  let portal: PortalUnderTest;
  let worker: Worker;
  let scene: Scene;
  let home: string;
  let own: { number: string; secret: string };
  let signedNumber: string;
  const pki = makeTestPki(instantOf(Date.now()));

  const get = <Service>(token: abstract new (...given: never[]) => Service): Service =>
    portal.app.get(token as never, { strict: false });
  const none = async (sql: string) => (await portal.database.query(sql)).length === 0;
  const idle = async () =>
    (await none('select from outbox_event where routed_at is null')) &&
    (await none('select from outbox_job where done_at is null and available_at < clock_timestamp()'));
  const input = () => ({
    discussionId: scene.discussionId,
    channel: 'API' as const,
    idempotencyKey: newId(),
    content: { kind: 'REMARK' as const, language: 'kk' as const, text: 'Мерзім тым ұзақ.', anchors: [] },
    sender: canary,
  });

  beforeAll(async () => {
    listenToLogs(logged);
    home = await mkdtemp(join(tmpdir(), 'talqy-canary-'));
    portal = await startPortal({
      env: { LOG_LEVEL: 'trace', SIGNATURE_TRUSTED_ROOTS: rootsFile(pki) },
      logTo: (line) => void logged.push(line),
    });
    await migrateQueue(portal.database.url);
    scene = await openScene(portal);
    await sendByForm();
    own = await get(SubmitRemark).execute(input(), { elapsedMs: 0 });
    const content = { ...input().content, text: 'Мерзім әлі де ұзақ.' };
    await get(ReplaceRemark).execute({ ...own, content }, { elapsedMs: 0 });
    worker = await createWorker(workerSettings());
    await until(idle);
    await confirmAddress();
    await subscribe({ portal, scene, folder: join(home, 'mail'), isIdle: idle });
    await closeLateAndDecide();
    await until(async () => !(await none(`select from report where state = 'ASSEMBLED'`)) && (await idle()));
    const [{ id: reportId } = { id: '' }] = await portal.database.query<{ id: string }>('select id from report');
    await get(SignReport).execute({ reportId, acknowledgesWarnings: true }, officerOf(scene.bodyId, 'signer'));
    await until(async () => !(await none(`select from report where state = 'PUBLISHED'`)) && (await idle()));
    signedNumber = await signByForm(portal, pki);
    await until(idle);
  }, 180_000);
  afterAll(async () => {
    await worker?.stop();
    await portal.stop();
    await rm(home, { recursive: true, force: true });
    jest.restoreAllMocks();
  });

  const workerSettings = () =>
    loadSettings({
      DATABASE_URL: portal.database.url,
      TALQY_SECRET: 'a secret of the tests, long enough',
      TALQY_KEYS: testKeyFile(),
      TALQY_HOME: home,
      DRAIN_SECONDS: '0',
      LOG_LEVEL: 'trace',
      PUBLIC_URL: 'http://localhost',
      INTAKE_PROBE: 'off',
    });

  async function sendByForm(): Promise<void> {
    const { kind, representativeGround, ...sender } = canary;
    const typed = { key: newId(), kind: 'PROPOSAL', anchors: 'whole', text: 'Мерзімі – үш күн.', senderKind: kind };
    // What a camera or a program would write into it without asking.
    const picture = { name: 'files', fileName: 'сурет.png', content: pngSaying(Object.values(canary).join('; ')) };
    const form = multipartForm({ ...typed, ...sender, ground: representativeGround }, [picture]);
    const { statusCode } = await portal.send('POST', `/ru/discussions/${scene.discussionId}/remark`, form);
    expect(statusCode).toBe(303);
  }

  /** In a discussion of its own: one letter is followed, another is never answered. */
  async function confirmAddress(): Promise<void> {
    const { discussionId } = await openScene(portal);
    await portal.database.query(`update discussion set profile_id = 'eu-2026' where id = $1`, [discussionId]);
    const post = (url: string, fields: Record<string, string>) =>
      portal.send('POST', url, {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(fields).toString(),
      });
    const letters = async () => (await readdir(join(home, 'mail'))).filter((name) => name.startsWith('address.'));
    for (const count of [1, 2]) {
      await post(`/ru/discussions/${discussionId}/sender/address`, { email: canary.email });
      await until(async () => (await letters()).length === count && (await idle()));
    }
    const mail = await readFile(join(home, 'mail', (await letters())[0] ?? ''), 'utf8');
    const [, link = ''] = /(\/ru\/sender-addresses\/[\w-]{43})/.exec(textOf(mail)) ?? [];
    expect((await portal.get(link)).body).toContain(canary.email);
    expect((await post(link, {})).statusCode).toBe(303);
    expect(await portal.database.query('select from address_confirmation')).toHaveLength(1);
  }

  async function closeLateAndDecide(): Promise<void> {
    await portal.database.query('update discussion set close_at = clock_timestamp() where id = $1', [
      scene.discussionId,
    ]);
    await expect(get(SubmitRemark).execute(input(), { elapsedMs: 0 })).rejects.toThrow();
    await get(CloseDiscussion).execute(scene.discussionId);
    const ground = {
      groundKk: 'Жобаның екінші бөлімінде көзделген.',
      groundRu: 'Предусмотрено вторым разделом проекта.',
    };
    const refused = { outcome: 'NOT_TAKEN_INTO_ACCOUNT' as const, reasonCode: 'ALREADY_PROVIDED', ...ground };
    for (const { id } of await portal.database.query<{ id: string }>('select id from remark')) {
      await get(DecideRemark).execute({ remarkId: id, ...refused }, officerOf(scene.bodyId));
    }
  }

  it('is read by an official of the developing body: the search below would find it', async () => {
    const { headers } = await signIn(portal, scene.officer);
    const page = await portal.get(`/kk/officer/remarks/${own.number}`, { headers });
    expect(await foundIn(page.body.replaceAll('&#39;', "'"))).toContain(canary.name);
    expect((await get(RemarkByNumber).forOfficer(own.number)).sender.email).toBe(canary.email);
    const { confirmedBy } = (await get(RemarkByNumber).forOfficer(signedNumber)).sender;
    expect(await foundIn(JSON.stringify(confirmedBy))).toEqual([canary.name, canary.organisation]);
    expect(await foundIn(Buffer.from(JSON.stringify(canary)).toString('base64'))).toContain(canary.email);
    expect(await foundIn(`\\x${Buffer.from(canary.bin).toString('hex')}`)).toEqual([canary.bin]);
  });

  it('stands in clear in no table: not in the queue, the outbox, the ledger, the late register, nor the identity table', async () => {
    const found: [string, string[]][] = [];
    const tables: string[] = [];
    for await (const { table, text, bytes } of dumpOf(portal.database)) {
      tables.push(table);
      for (const content of [text, ...bytes]) {
        const words = await foundIn(content);
        if (words.length > 0) found.push([table, words]);
      }
    }
    expect(found).toEqual([]);
    expect(tables.length).toBeGreaterThan(40);
    expect(tables.some((table) => table.startsWith('bullmq.'))).toBe(true);
    expect(await portal.database.query('select from sealed_sender')).toHaveLength(4);
    expect(await portal.database.query('select from late_arrival')).toHaveLength(1);
  });

  it('is taken out of the file that came with it, which is kept as it came under seal', async () => {
    const [file] = await portal.database.query<{ content: Buffer; state: string; sealed: Buffer }>(
      'select f.content, f.check_state as state, o.sealed from stored_file f join sealed_original o on o.file_id = f.id',
    );
    expect(file?.state).toBe('UNSCANNED');
    expect(await wordsIn(file?.content ?? Buffer.alloc(0), [canary.name])).toEqual([]);
    expect(await wordsIn(file?.sealed ?? Buffer.alloc(0), [canary.name])).toEqual([]);
    expect(await wordsIn(pngSaying(canary.name), [canary.name])).toEqual([canary.name]);
  });

  it('is found by the search when it is put into a table, so the search is one', async () => {
    await portal.database.query('create table canary_trap (words jsonb, raw bytea)');
    await portal.database.query('insert into canary_trap values ($1, $2)', [
      JSON.stringify([canary.name]),
      canary.email,
    ]);
    const found: string[] = [];
    for await (const { text } of dumpOf(portal.database)) found.push(...(await foundIn(text)));
    await portal.database.query('drop table canary_trap');
    expect(new Set(found)).toEqual(new Set([canary.name, canary.email]));
  });

  it('is in no log line of the portal and the worker, at the most talkative level', async () => {
    expect(logged.length).toBeGreaterThan(10);
    expect(logged.some((line) => line.includes('"msg":"request"'))).toBe(true);
    expect(await foundIn(logged.join('\n'))).toEqual([]);
  });

  it('is in no public page, answer of the API or download', async () => {
    const start = languages.flatMap((language) => [
      `/${language}/`,
      `/${language}/?state=reported`,
      `/${language}/discussions/${scene.discussionId}`,
      `/${language}/discussions/${scene.discussionId}/results`,
    ]);
    const api = ['', '/remarks', '/placements', '/moderation', '/report'].map(
      (path) => `/api/v1/discussions/${scene.discussionId}${path}`,
    );
    const waiting = new Set([
      ...start,
      ...api,
      `/api/v1/remarks/${own.number}`,
      `/api/v1/remarks/${signedNumber}`,
      '/api/openapi.json',
    ]);
    let files = 0;
    for (const address of waiting) {
      const answer = await portal.get(address);
      expect([address, await foundIn(answer.rawPayload)]).toEqual([address, []]);
      if (/attachment/.test(String(answer.headers['content-disposition']))) files += 1;
      if (!/html/.test(String(answer.headers['content-type'])) || waiting.size > 250) continue;
      for (const [, href = ''] of answer.body.matchAll(/href="(\/[^"#]*)/g)) waiting.add(href.replaceAll('&amp;', '&'));
    }
    expect(waiting.size).toBeGreaterThan(30);
    expect(files).toBeGreaterThan(5);
  });

  it('is in a mail to the person as the address alone', async () => {
    const folder = join(home, 'mail');
    const mails = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
    expect(mails.length).toBeGreaterThan(6);
    expect((await readdir(folder)).filter((name) => name.startsWith('told.'))).not.toEqual([]);
    for (const mail of mails) {
      const found = await foundIn(mail.replace(/=\r?\n/g, ''));
      expect(found).toEqual([canary.email]);
      expect(
        mail
          .split(/\r?\n\r?\n/)
          .slice(1)
          .join('\n'),
      ).not.toContain(canary.email);
    }
  });
});

const languages = ['kk', 'ru', 'en'] as const;
