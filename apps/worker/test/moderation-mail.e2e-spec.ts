import { Transactions } from '#lib/database';
import {
  AnswerObjection,
  ConfirmHiding,
  LiftHiding,
  ObjectToHiding,
  passageAt,
  ProposeHiding,
  SubmitRemark,
} from '#lib/discussion';
import { migrateQueue } from '#lib/jobs';
import type { Language } from '#lib/kernel';
import { translator } from '#lib/localisation';
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
import { type MailServer, startMailServer } from './mail-server.js';
import { until } from './until.js';

const PHONE = '+7 701 555 44 33';
const said = { text: `Мерзім ұзақ. Байланыс: ${PHONE}; тағы: ${PHONE}.`, proposedWording: null };
const explanation = {
  kk: 'Мәтінде басқа адамның телефоны бар.',
  ru: 'В тексте есть телефон другого человека.',
};
const objection = 'Бұл мекеменің ресми телефоны QKZ, оны жариялауға болады.';

describe('the letters about moderation (REQ-116)', () => {
  let database: TestDatabase;
  let smtp: MailServer;
  let worker: Worker;
  let open: DiscussionRows;

  beforeEach(async () => {
    database = await createTestDatabase();
    const queueUrl = process.env['TALQY_TEST_QUEUE_URL'] ?? database.url;
    await migrateQueue(queueUrl);
    smtp = await startMailServer();
    open = await insertDiscussion(database, { state: 'OPEN' });
    await database.query(`update discussion set close_at = clock_timestamp() + interval '1 day' where id = $1`, [
      open.discussionId,
    ]);
    worker = await createWorker(
      loadSettings({
        DATABASE_URL: database.url,
        QUEUE_URL: queueUrl,
        SMTP_URL: smtp.url,
        TALQY_SECRET: 'a secret of the worker suite, long enough',
        TALQY_KEYS: testKeyFile(),
        DRAIN_SECONDS: '0',
        LOG_LEVEL: 'silent',
        PUBLIC_URL: 'https://talqy.test',
        INTAKE_PROBE: 'off',
      }),
    );
  });
  afterEach(async () => {
    await worker.stop();
    await smtp.stop();
    await database.drop();
  });

  const get = <Service>(token: abstract new (...given: never[]) => Service): Service =>
    worker.app.get(token as never, { strict: false });
  const idle = async () =>
    (await database.query('select from outbox_event where routed_at is null')).length === 0 &&
    (await database.query('select from outbox_job where done_at is null')).length === 0;
  const mailsOf = (kind: string) => smtp.mails.filter(({ id }) => id.startsWith(`${kind}.`));
  const send = (language: Language, email: string) =>
    get(SubmitRemark).execute(
      {
        discussionId: open.discussionId,
        channel: 'PORTAL',
        idempotencyKey: email,
        content: { kind: 'REMARK', language, text: said.text, anchors: [] },
        sender: { kind: 'INDIVIDUAL', name: 'Әсел', email },
      },
      { elapsedMs: 0 },
    );

  async function proposed(number: string): Promise<string> {
    const passages = [1, 2].flatMap((occurrence) => passageAt({ part: 'TEXT', quote: PHONE, occurrence }, said) ?? []);
    const { hidingId } = await get(ProposeHiding).execute(
      { number, ground: 'PERSONAL_DATA', explanationKk: explanation.kk, explanationRu: explanation.ru, passages },
      officerOf(open.bodyId),
    );
    return hidingId;
  }

  /** As two officials do. */
  async function redact(number: string): Promise<string> {
    const hidingId = await proposed(number);
    await get(ConfirmHiding).execute({ number, hidingId }, officerOf(open.bodyId));
    return hidingId;
  }

  it.each([
    ['kk', 'DECLINED', 'Бұл телефон адамның жеке нөмірі, оны жариялауға болмайды.'],
    ['ru', 'UPHELD', 'Это телефон учреждения, он опубликован на его сайте.'],
  ] as const)('in %s: passages are redacted; the objection is %s', async (language, outcome, answer) => {
    const t = translator(language);
    const { number, secret } = await send(language, 'asel@secret.example');
    const hidingId = await redact(number);
    await until(() => mailsOf('hiding').length > 0);
    await get(ObjectToHiding).execute({ number, secret, hidingId, words: objection });
    await get(AnswerObjection).execute({ number, hidingId, outcome, answer }, officerOf(open.bodyId));
    await until(() => mailsOf('objection').length > 0);
    await until(idle);

    const [redacted, answered] = [mailsOf('hiding'), mailsOf('objection')];
    expect([redacted.length, answered.length]).toEqual([1, 1]);
    expect(redacted[0]).toMatchObject({ to: 'asel@secret.example', id: `hiding.${hidingId}.1` });
    expect(answered[0]).toMatchObject({ to: 'asel@secret.example' });
    const own = `https://talqy.test/${language}/remarks/${number}/${secret}`;
    const says = (text: string | undefined, parts: readonly string[]) =>
      expect(parts.filter((part) => !text?.includes(part))).toEqual([]);
    says(redacted[0]?.text, [number, own, t('hiding.ground.PERSONAL_DATA'), explanation[language]]);
    expect(redacted[0]?.text).toMatch(language === 'kk' ? /\(2 үзінді\)/ : /\(2 фрагмента\)/);
    says(answered[0]?.text, [number, own, t(`objection.outcome.${outcome}`), answer]);
    for (const { text } of [...redacted, ...answered]) expect(text).not.toMatch(/555 44 33|QKZ/);
  });

  it('are given up when the address does not exist, and not written of what is undone already', async () => {
    const gone = await send('kk', 'nobody@secret.example');
    const undone = await send('ru', 'aigul@secret.example');
    await redact(gone.number);
    await get(Transactions).run(async (tx) => {
      const hiding = { number: undone.number, hidingId: await proposed(undone.number) };
      await get(ConfirmHiding).within(tx, hiding, officerOf(open.bodyId));
      await get(LiftHiding).within(tx, { ...hiding, reason: 'Қате' }, officerOf(open.bodyId));
    });
    await until(idle);
    expect(smtp.mails.map(({ to, id }) => [to, id.split('.')[0]])).toEqual([['aigul@secret.example', 'receipt']]);
    const failed = `select job, failures from outbox_job where failures > 0 or parked_at is not null`;
    expect(await database.query(failed)).toEqual([]);
  });
});
