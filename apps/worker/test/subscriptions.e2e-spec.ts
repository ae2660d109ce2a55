import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloseDiscussion, WithdrawDiscussion } from '#lib/discussion';
import { migrateQueue } from '#lib/jobs';
import {
  AskSubscription,
  ConfirmSubscription,
  EndSubscription,
  NoticesOfDraft,
  type Subject,
} from '#lib/notifications';
import { AssembleReport, OpenErratum, PublishReport, SignReport } from '#lib/reports';
import { loadSettings } from '#lib/settings';
import {
  createTestDatabase,
  type DiscussionRows,
  insertDiscussion,
  officerOf,
  type TestDatabase,
  testKeyFile,
} from '#lib/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createWorker, type Worker } from '../src/create-worker.js';
import { Reconciler } from '../src/reconciler/reconciler.js';
import { type MailServer, startMailServer } from './mail-server.js';
import { until } from './until.js';

/** The real worker and a mail server that takes what it is given: who asked, and agreed, is told; nobody else is. */
describe('letters to who asked for them', () => {
  let database: TestDatabase;
  let home: string;
  let mail: MailServer;
  let worker: Worker;
  let rows: DiscussionRows;

  const queueUrl = () => process.env['TALQY_TEST_QUEUE_URL'] ?? database.url;
  const get = <Service>(token: abstract new (...given: never[]) => Service): Service =>
    worker.app.get(token as never, { strict: false });
  const none = async (sql: string) => (await database.query(sql)).length === 0;
  const idle = () =>
    until(
      async () =>
        (await none("select from outbox_event where routed_at is null and event <> all(array['discussion.due'])")) &&
        (await none('select from outbox_job where done_at is null')),
    );
  const lettersTo = (address: string) => mail.mails.filter(({ to }) => to === address);
  const toldTo = (address: string) => lettersTo(address).filter(({ id }) => id.startsWith('told.'));
  const linkIn = (text: string) => /https:\/\/talqy\.test\/(\w\w)\/subscription-requests\/([\w-]{43})/.exec(text);

  async function ask(address: string, subject: Subject, language: 'kk' | 'ru' | 'en' = 'ru'): Promise<string> {
    const before = lettersTo(address).length;
    await get(AskSubscription).execute({ ...subject, address, language });
    await until(() => lettersTo(address).length > before);
    return linkIn(lettersTo(address).at(-1)?.text ?? '')?.[2] ?? '';
  }
  async function subscribe(address: string, subject: Subject, language: 'kk' | 'ru' | 'en' = 'ru'): Promise<string> {
    return (await get(ConfirmSubscription).execute(await ask(address, subject, language))).id;
  }
  const closeIn = (interval: string) =>
    database.query(`update discussion set close_at = clock_timestamp() + $2::interval where id = $1`, [
      rows.discussionId,
      interval,
    ]);

  const tell = (event: string, more: object = {}) =>
    database.query(`insert into outbox_event (id, event, data) values (gen_random_uuid(), $1, $2)`, [
      event,
      JSON.stringify({ discussionId: rows.discussionId, ...more }),
    ]);

  beforeEach(async () => {
    [database, mail] = [await createTestDatabase(), await startMailServer()];
    await migrateQueue(queueUrl());
    home = await mkdtemp(join(tmpdir(), 'talqy-subscribers-'));
    rows = await insertDiscussion(database, { state: 'OPEN' });
    await closeIn('10 days');
    worker = await createWorker(
      loadSettings({
        DATABASE_URL: database.url,
        QUEUE_URL: queueUrl(),
        TALQY_SECRET: 'a secret of the worker suite, long enough',
        TALQY_KEYS: testKeyFile(),
        TALQY_HOME: home,
        SMTP_URL: mail.url,
        DRAIN_SECONDS: '0',
        LOG_LEVEL: 'error',
        PUBLIC_URL: 'https://talqy.test',
        INTAKE_PROBE: 'off',
      }),
    );
  });
  afterEach(async () => {
    await worker.stop();
    await mail.stop();
    await rm(home, { recursive: true, force: true });
    await database.drop();
  });

  it('asks the mailbox, and tells who agreed of the withdrawal, with its reason, as the last letter; who did not agree hears nothing', async () => {
    const draft = { discussionId: rows.discussionId };
    await ask('silent@secret.example', draft);
    const id = await subscribe('asel@secret.example', draft, 'kk');
    expect(lettersTo('asel@secret.example')[0]?.text).toContain('Анықтама беру');
    await get(WithdrawDiscussion).execute({ ...draft, reason: 'Жоба қайта жазылады' }, officerOf(rows.bodyId));
    await until(() => toldTo('asel@secret.example').length === 1);
    await idle();
    const [told] = toldTo('asel@secret.example');
    expect(told?.text).toContain('Жоба қайта жазылады');
    expect(told?.text).toContain('соңғы хат');
    expect(toldTo('silent@secret.example')).toEqual([]);
    expect(await none(`select from subscription where id = '${id}'`)).toBe(true);
    await database.query(`update outbox_job set done_at = null, available_at = clock_timestamp()`);
    await idle();
    expect(toldTo('asel@secret.example')).toHaveLength(1);
  });

  it('tells of an extension, of the near close once, and of the close with what comes next, each with the way to end it', async () => {
    const draft = { discussionId: rows.discussionId };
    const id = await subscribe('asel@secret.example', draft);
    for (let turn = 0; turn < 2; turn += 1) await tell('discussion.extended');
    await until(() => toldTo('asel@secret.example').length === 1);
    expect(toldTo('asel@secret.example')[0]?.text).toContain('Срок публичного обсуждения изменен');
    await closeIn('2 days');
    for (let turn = 0; turn < 3; turn += 1) await get(Reconciler).run();
    await until(() => toldTo('asel@secret.example').length === 2);
    await closeIn('-1 second');
    await get(CloseDiscussion).execute(rows.discussionId);
    await until(() => toldTo('asel@secret.example').length === 3);
    await idle();
    const texts = toldTo('asel@secret.example')
      .slice(1)
      .map(({ text }) => text);
    expect(texts[0]).toContain('осталось не более трех дней');
    expect(texts[1]).toContain('даст обоснованный ответ');
    const ends = texts.map((text) => /https:\/\/talqy\.test\/ru\/subscriptions\/([\w-]{36})\/([\w-]{43})/.exec(text));
    expect(ends.map((end) => end?.[1])).toEqual([id, id]);
    await get(EndSubscription).execute({ id, secret: ends[0]?.[2] ?? '' });
    await database.query(`update procedure set state = 'APPROVED' where id = $1`, [rows.procedureId]);
    await get(Reconciler).run();
    await idle();
    expect(toldTo('asel@secret.example')).toHaveLength(3);
  });

  it('notes each move of the close by the close that it gave, and writes of the one that stands (I8)', async () => {
    const draft = { discussionId: rows.discussionId };
    await subscribe('asel@secret.example', draft);
    const [first, second] = ['2030-01-01T18:00:00.000000Z', '2030-01-08T18:00:00.000000Z'];
    await database.query('update discussion set close_at = $2 where id = $1', [rows.discussionId, second]);
    for (const closeAt of [first, second]) await tell('discussion.extended', { closeAt });
    await until(() => toldTo('asel@secret.example').length > 0);
    await idle();
    const notices = await get(NoticesOfDraft).public(rows.discussionId);
    expect(notices.map(({ about }) => about).toSorted()).toEqual([first, second]);
    expect(toldTo('asel@secret.example')).toHaveLength(1);
    expect(toldTo('asel@secret.example')[0]?.text).toContain('8 января 2030');
  });

  it('tells who asked about a body of its new drafts, and of changes only who wants them', async () => {
    const { bodyId } = rows;
    await subscribe('new@secret.example', { bodyId, scope: 'NEW' });
    await subscribe('all@secret.example', { bodyId, scope: 'ALL' }, 'en');
    await tell('discussion.opened');
    await until(() => toldTo('new@secret.example').length + toldTo('all@secret.example').length === 2);
    await database.query(`update procedure set state = 'APPROVED' where id = $1`, [rows.procedureId]);
    for (let turn = 0; turn < 2; turn += 1) await get(Reconciler).run();
    await until(() => toldTo('all@secret.example').length === 2);
    await idle();
    expect(toldTo('new@secret.example')).toHaveLength(1);
    expect(toldTo('all@secret.example').at(-1)?.text).toContain('is approved');
    expect(await database.query('select from subscription')).toHaveLength(2);
  });

  it('tells of the report and of its correction, each by its own words and link, also where a letter waited (REQ-55, REQ-66)', async () => {
    const { discussionId, bodyId } = rows;
    const [officer, signer] = [officerOf(bodyId), officerOf(bodyId, 'signer')];
    const publish = async (count: number) => {
      const { reportId } = await get(AssembleReport).execute({ discussionId }, officer);
      await get(SignReport).execute({ reportId }, signer);
      await get(PublishReport).execute({ reportId, publicUrl: 'https://talqy.test' });
      await until(() => toldTo('asel@secret.example').length === count);
    };
    await closeIn('-1 second');
    await get(CloseDiscussion).execute(discussionId);
    await idle();
    await subscribe('asel@secret.example', { discussionId });
    await publish(1);
    const reason = { reasonKk: 'Негіздемедегі қате түзетілді.', reasonRu: 'Исправлена ошибка в обосновании.' };
    await get(OpenErratum).execute({ discussionId, ...reason }, officer);
    await publish(2);
    await idle();
    await database.query(
      `update outbox_job set done_at = null, available_at = clock_timestamp() where job = 'send-subscriber-mail'`,
    );
    await until(() => toldTo('asel@secret.example').length === 4);
    const [first, erratum, ...again] = toldTo('asel@secret.example').map(({ text }) => text);
    expect(first).toContain('Опубликован отчет о завершении');
    expect(first).toMatch(/discussions\/[\w-]{36}\/report\s/);
    for (const words of ['исправление № 1', reason.reasonRu, '/report?erratum=1']) expect(erratum).toContain(words);
    expect(erratum).not.toContain('Опубликован отчет о завершении');
    expect(again.toSorted()).toEqual([first, erratum].toSorted());
  });

  it('tells of no approval that was before the letters were asked for, nor before it was noted when', async () => {
    const { bodyId } = rows;
    const other = await insertDiscussion(database);
    await database.query(`update procedure set state = 'APPROVED' where id = $1`, [rows.procedureId]);
    await database.query('alter table procedure disable trigger procedure_is_approved_at');
    await database.query(`update procedure set state = 'APPROVED', developer_id = $2 where id = $1`, [
      other.procedureId,
      bodyId,
    ]);
    await subscribe('all@secret.example', { bodyId, scope: 'ALL' });
    await get(Reconciler).run();
    await idle();
    expect(toldTo('all@secret.example')).toEqual([]);
    expect(await database.query('select discussion_id from subscriber_notice')).toEqual([
      { discussion_id: rows.discussionId },
    ]);
  });

  it('forgets who never answered', async () => {
    await ask('silent@secret.example', { discussionId: rows.discussionId });
    await database.query('update subscription set expires_at = clock_timestamp()');
    await get(Reconciler).run();
    await until(() => none('select from subscription'));
  });

  it('has no address in the queue, the outbox and the ledger', async () => {
    await subscribe('asel@secret.example', { discussionId: rows.discussionId });
    await closeIn('-1 second');
    await get(CloseDiscussion).execute(rows.discussionId);
    await until(() => toldTo('asel@secret.example').length === 1);
    const tables = ['outbox_event', 'outbox_job', 'ledger_entry', 'subscription', 'subscriber_notice'];
    for (const table of tables)
      expect(JSON.stringify(await database.query(`select to_jsonb(t) as row from ${table} t`))).not.toMatch(
        /secret\.example/,
      );
  });
});
