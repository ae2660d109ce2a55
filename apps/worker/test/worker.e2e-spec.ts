import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DecideRemark } from '#lib/consideration';
import {
  AskAddressConfirmation,
  ConfirmAddress,
  ConfirmHiding,
  ProposeHiding,
  SubmitRemark,
  WithdrawDiscussion,
} from '#lib/discussion';
import { type AnyProcessor, JobWorkers, migrateQueue, QueueConnection, queueNames } from '#lib/jobs';
import { AssembleReport, SignReport } from '#lib/reports';
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
import { outboxRoutes } from '../src/outbox/outbox-routes.js';
import { PROCESSORS } from '../src/processors.js';
import { Reconciler } from '../src/reconciler/reconciler.js';
import { textOf } from './mail-text.js';
import { until } from './until.js';

describe('the worker', () => {
  let database: TestDatabase;
  let home: string;
  let worker: Worker | undefined;
  let rows: DiscussionRows;

  const queueUrl = () => process.env['TALQY_TEST_QUEUE_URL'] ?? database.url;
  const start = async () => {
    worker = await createWorker(
      loadSettings({
        DATABASE_URL: database.url,
        QUEUE_URL: queueUrl(),
        TALQY_SECRET: 'a secret of the worker suite, long enough',
        TALQY_KEYS: testKeyFile(),
        TALQY_HOME: home,
        DRAIN_SECONDS: '0',
        LOG_LEVEL: 'error',
        PUBLIC_URL: 'https://talqy.test',
        INTAKE_PROBE: 'off',
      }),
    );
    return worker;
  };
  const count = async (sql: string) => (await database.query(sql)).length;
  const idle = async () =>
    (await count('select from outbox_event where routed_at is null')) === 0 &&
    (await count('select from outbox_job where done_at is null')) === 0;
  const settled = () =>
    until(async () => (await count(`select from report where state = 'ASSEMBLED'`)) === 1 && (await idle()));
  const mails = async () => (await readdir(join(home, 'mail')).catch(() => [])).toSorted((a, b) => a.localeCompare(b));

  beforeEach(async () => {
    database = await createTestDatabase();
    await migrateQueue(queueUrl());
    home = await mkdtemp(join(tmpdir(), 'talqy-worker-'));
    rows = await insertDiscussion(database, { state: 'OPEN', remarks: 3 });
  });
  afterEach(async () => {
    await worker?.stop();
    worker = undefined;
    await rm(home, { recursive: true, force: true });
    await database.drop();
  });

  it('finds a due discussion without any job, closes it, assembles the report and tells the senders', async () => {
    await start();
    await settled();
    const [{ state }] = (await database.query('select state from discussion where id = $1', [rows.discussionId])) as [
      { state: string },
    ];
    expect(state).toBe('CLOSED');
    expect(await mails()).toEqual(
      rows.remarks.map(({ id }) => `closing.${id}.1.eml`).toSorted((a, b) => a.localeCompare(b)),
    );
  });

  it('does once what it is told twice', async () => {
    await start();
    await settled();
    const before = {
      mails: await mails(),
      ledger: await count(`select from ledger_entry where act = 'discussion.closed'`),
    };
    await database.query('update outbox_job set done_at = null, available_at = clock_timestamp()');
    await until(idle);
    expect(await count('select from report')).toBe(1);
    expect({
      mails: await mails(),
      ledger: await count(`select from ledger_entry where act = 'discussion.closed'`),
    }).toEqual(before);
  });

  it('looks for similar remarks after the close, once, and again from the start when a worker was killed at it', async () => {
    await start();
    await until(async () => (await count(`select from grouping_run where state = 'DONE'`)) === 1);
    await settled();
    const suggested = () => database.query('select kind, size, authors from group_suggestion');
    expect(await suggested()).toEqual([{ kind: 'NEAR', size: 3, authors: 3 }]);
    await database.query('update outbox_job set done_at = null, available_at = clock_timestamp()');
    await until(idle);
    expect(await count('select from grouping_run')).toBe(1);
    await database.query('delete from group_suggestion');
    await database.query(`update grouping_run set state = 'RUNNING', stage = 'COMPARING', finished_at = null`);
    await database.query(
      `update outbox_job set done_at = null, available_at = clock_timestamp() where job = 'suggest-groups'`,
    );
    await until(idle);
    expect(await suggested()).toEqual([{ kind: 'NEAR', size: 3, authors: 3 }]);
  });

  it('reaches the same end after the queue was emptied', async () => {
    const first = await start();
    const queues = queueNames.map((name) => first.app.get(QueueConnection).queue(name));
    await until(async () => (await count('select from outbox_job')) > 0);
    for (const queue of queues) await queue.obliterate({ force: true }).catch(() => undefined);
    await database.query('update outbox_job set available_at = clock_timestamp() where done_at is null');
    await settled();
    expect(await mails()).toHaveLength(3);
  });

  it('tells every sender that a draft was withdrawn, and why (REQ-25)', async () => {
    const { app } = await start();
    await settled();
    const open = await insertDiscussion(database, { state: 'OPEN', remarks: 2 });
    await database.query(`update discussion set close_at = clock_timestamp() + interval '1 day' where id = $1`, [
      open.discussionId,
    ]);
    await app
      .get(WithdrawDiscussion, { strict: false })
      .execute({ discussionId: open.discussionId, reason: 'Жоба қайта жазылады' }, officerOf(open.bodyId));
    await until(async () => (await mails()).filter((name) => name.startsWith('withdrawal.')).length === 2);
  });

  it('tells the sender of a hidden text the ground and how to object, once, and not the text (REQ-116)', async () => {
    const { app } = await start();
    await settled();
    const open = await insertDiscussion(database, { state: 'OPEN' });
    await database.query(`update discussion set close_at = clock_timestamp() + interval '1 day' where id = $1`, [
      open.discussionId,
    ]);
    const { number } = await app.get(SubmitRemark, { strict: false }).execute(
      {
        discussionId: open.discussionId,
        channel: 'PORTAL',
        idempotencyKey: 'hidden',
        content: { kind: 'REMARK', language: 'ru', text: 'БАЛАҒАТ МӘТІН', anchors: [] },
        sender: { kind: 'INDIVIDUAL', name: 'Әсел', email: 'asel@secret.example' },
      },
      { elapsedMs: 0 },
    );
    const hide = {
      number,
      ground: 'ABUSE',
      explanationKk: 'Мәтінде лауазымды тұлғаны балағаттау бар.',
      explanationRu: 'В тексте есть оскорбление должностного лица.',
    };
    const { hidingId } = await app.get(ProposeHiding, { strict: false }).execute(hide, officerOf(open.bodyId));
    await app.get(ConfirmHiding, { strict: false }).execute({ number, hidingId }, officerOf(open.bodyId));
    const file = `hiding.${hidingId}.1.eml`;
    await until(async () => (await mails()).includes(file));
    const body = textOf(await readFile(join(home, 'mail', file), 'utf8'));
    for (const said of [number, 'Оскорбления', hide.explanationRu, 'Образцовое министерство'])
      expect(body).toContain(said);
    expect(body).not.toContain('БАЛАҒАТ');
    await database.query('update outbox_job set done_at = null, available_at = clock_timestamp()');
    await until(idle);
    expect((await mails()).filter((name) => name.startsWith('hiding.'))).toHaveLength(1);
  });

  it('asks a mailbox by one letter with a link that confirms it, and forgets who did not answer (AMB-20)', async () => {
    const { app } = await start();
    await settled();
    const { discussionId } = await insertDiscussion(database, { state: 'OPEN', profileId: 'eu-2026' });
    await database.query(`update discussion set close_at = clock_timestamp() + interval '1 day' where id = $1`, [
      discussionId,
    ]);
    const ask = (address: string) =>
      app.get(AskAddressConfirmation, { strict: false }).execute({ discussionId, address, language: 'ru' });
    await ask('asel@secret.example');
    const letters = async () => (await mails()).filter((name) => name.startsWith('address.'));
    await until(async () => (await letters()).length === 1 && (await idle()));
    const mail = await readFile(join(home, 'mail', (await letters())[0] ?? ''), 'utf8');
    expect(mail).toMatch(/^To: asel@secret\.example/m);
    const [, token = ''] = /https:\/\/talqy\.test\/ru\/sender-addresses\/([\w-]{43})/.exec(textOf(mail)) ?? [];
    expect(textOf(mail)).toContain('Выдача справки');
    await database.query('update outbox_job set done_at = null, available_at = clock_timestamp()');
    await until(idle);
    expect(await letters()).toHaveLength(1);
    const told = JSON.stringify(
      await database.query('select data from outbox_event union all select data from outbox_job'),
    );
    expect(told).not.toMatch(new RegExp(`secret\\.example|${token}`));
    const confirmed = await app.get(ConfirmAddress, { strict: false }).execute(token);
    expect(confirmed.confirmation).toEqual({ kind: 'email', address: 'asel@secret.example', discussionId });
    await ask('silent@secret.example');
    await database.query('update address_confirmation set expires_at = clock_timestamp()');
    await app.get(Reconciler, { strict: false }).run();
    await until(async () => (await count('select from address_confirmation')) === 0);
  });

  it('tells every sender the decision on their own remark and its ground, once the report is placed (REQ-55)', async () => {
    const { app } = await start();
    await settled();
    const grounds = { groundKk: 'Жобаның екінші бөлімінде көзделген.', groundRu: 'Предусмотрено вторым разделом.' };
    const refusal = { outcome: 'NOT_TAKEN_INTO_ACCOUNT', reasonCode: 'ALREADY_PROVIDED', ...grounds } as const;
    for (const { id } of rows.remarks) {
      await app.get(DecideRemark, { strict: false }).execute({ remarkId: id, ...refusal }, officerOf(rows.bodyId));
    }
    const { reportId } = await app
      .get(AssembleReport, { strict: false })
      .execute({ discussionId: rows.discussionId }, officerOf(rows.bodyId));
    await app
      .get(SignReport, { strict: false })
      .execute({ reportId, acknowledgesWarnings: true }, officerOf(rows.bodyId, 'signer'));
    const letters = async () => (await mails()).filter((name) => name.startsWith('report.'));
    await until(async () => (await letters()).length === 3);
    for (const { id, number } of rows.remarks) {
      const body = textOf(await readFile(join(home, 'mail', `report.${id}.1.eml`), 'utf8'));
      expect(body).toContain(number);
      expect(body.includes(grounds.groundKk) || body.includes(grounds.groundRu)).toBe(true);
    }
  });

  it('seals the ledger and answers for its health', async () => {
    const { healthPort } = await start();
    await settled();
    await until(async () => (await count('select from ledger_entry where sequence is null')) === 0);
    expect((await fetch(`http://127.0.0.1:${healthPort}/health/ready`)).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${healthPort}/anything`)).status).toBe(404);
  });

  it('refuses to start with a routed job that nobody carries out', async () => {
    const { app } = await start();
    const routed = Object.values(outboxRoutes).flatMap((jobs) => jobs.map(({ job }) => job));
    const [first, ...others] = app.get<readonly AnyProcessor[]>(PROCESSORS);
    expect(first).toBeDefined();
    expect(() => app.get(JobWorkers).start(others, routed)).toThrow('no processor');
  });
});
