import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DecideRemark } from '#lib/consideration';
import { CloseDiscussion } from '#lib/discussion';
import { translator } from '#lib/localisation';
import { AssembleReport, PublishReport, SignReport } from '#lib/reports';
import { officerOf } from '#lib/testing';
import { everythingPublic } from './everything-public.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { as, cast, type Fields, hidingIn, post, reason, redact, TEXT, thirdOfficer, WORDS } from './redaction-scene.js';
import { signIn } from './scene.js';

let portal: PortalUnderTest;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.stop());

describe.each(['kk', 'ru', 'en'] as const)('redacting passages, in %s (REQ-116)', (language) => {
  const t = translator(language);

  it('takes two officials; the sender reads the words and objects; a third one answers', async () => {
    const made = await cast(portal);
    const { scene, number, secret, officer, signer } = made;
    const hidingId = await redact(portal, made, language);
    const mark = translator('kk')('redaction.mark', { ground: translator('kk')('hiding.ground.PERSONAL_DATA') });
    const open = (await portal.get(`/api/v1/remarks/${number}`)).json<{ text: string }>();
    expect(open.text).toBe(`Мерзім ұзақ. Телефон ${mark}, ${mark}; тағы ${mark}.`);

    const log = await portal.get(`/${language}/discussions/${scene.discussionId}/moderation`);
    expect(log.body).toContain(t('moderation.act.REDACTED'));
    expect(log.body).toContain(t('redaction.count', { count: 3 }));
    expect((await portal.get(`/api/v1/discussions/${scene.discussionId}/moderation`)).json()).toMatchObject({
      items: [{ number, act: 'REDACTED', ground: 'PERSONAL_DATA', passages: 3 }],
    });

    const own = `/${language}/remarks/${number}/${secret}`;
    const receipt = await portal.get(own);
    expect(receipt.body).toContain(t('redaction.own-words'));
    expect(receipt.body).toContain(`<li>${WORDS}</li>`);
    const short = await post(portal, null, `${own}/objection`, [
      ['hidingId', hidingId],
      ['words', 'қысқа'],
    ]);
    expect(short.statusCode).toBe(422);
    expect(short.body).toContain('қысқа</textarea>');
    const words: Fields = [
      ['hidingId', hidingId],
      ['words', 'Бұл сөздерде ешқандай дербес дерек жоқ.'],
    ];
    expect((await post(portal, null, `${own}/objection`, words)).headers.location).toBe(`${own}?done=objected`);
    expect((await portal.get(`${own}?done=objected`)).body).toContain(t('objection.waits'));
    expect((await post(portal, null, `${own}/objection`, words)).statusCode).toBe(422);

    const page = `/${language}/officer/remarks/${number}/hiding`;
    const queue = await portal.get(`/${language}/officer/discussions/${scene.discussionId}/queue`, as(officer));
    expect(queue.body).toContain(t('objection.queue'));
    const answer: Fields = [
      ['hidingId', hidingId],
      ['outcome', 'UPHELD'],
      ['answer', 'Қарсылық негізді: дербес дерек емес.'],
    ];
    for (const session of [officer, signer]) {
      expect((await portal.get(page, as(session))).body).toContain(t('objection.not-yours'));
      expect((await post(portal, session, `${page}/objection`, answer)).statusCode).toBe(403);
    }
    const third = await thirdOfficer(portal, scene);
    expect((await post(portal, third, `${page}/objection`, [['hidingId', hidingId]])).statusCode).toBe(422);
    expect((await post(portal, third, `${page}/objection`, answer)).headers.location).toBe(page);
    expect((await portal.get(`/api/v1/remarks/${number}`)).json()).toMatchObject({ text: TEXT });
    const after = await portal.get(`/${language}/discussions/${scene.discussionId}/moderation`);
    for (const act of ['REDACTED', 'RESTORED', 'OBJECTION_UPHELD'] as const)
      expect(after.body).toContain(t(`moderation.act.${act}`));
  });
});

describe('a remark that is redacted and hidden, and twice objected about', () => {
  it('has a form for each act; what is wrong with one, and what was typed, stands beside that one alone', async () => {
    const made = await cast(portal);
    const { number, secret, officer, signer, scene } = made;
    const page = `/ru/officer/remarks/${number}/hiding`;
    const redaction = await redact(portal, made);
    await post(portal, officer, page, reason);
    const hiding = hidingIn((await portal.get(page, as(signer))).body, redaction);
    await post(portal, signer, `${page}/confirmation`, [['hidingId', hiding]]);
    for (const hidingId of [redaction, hiding])
      await post(portal, null, `/ru/remarks/${number}/${secret}/objection`, [
        ['hidingId', hidingId],
        ['words', 'Бұл сөздерде ешқандай дербес дерек жоқ.'],
      ]);
    const third = await thirdOfficer(portal, scene);
    for (const [path, field, typed] of [
      ['objection', 'answer', 'қысқа'],
      ['lifting', 'reason', 'ұзақ'.repeat(501)],
    ] as const) {
      const { statusCode, body } = await post(portal, third, `${page}/${path}`, [
        ['hidingId', hiding],
        [field, typed],
      ]);
      expect(statusCode).toBe(422);
      expect(body).toContain(`href="#${field}-${hiding}"`);
      expect(body).not.toContain(`href="#${field}-${redaction}"`);
      expect(textareaIn(body, `${field}-${hiding}`)).toContain(typed);
      expect(textareaIn(body, `${field}-${redaction}`)).toBe('');
      const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([]);
    }
  });
});

describe('what is refused', () => {
  it('no passage, words that are not there, no ground, repeated words; what was typed stays', async () => {
    const { number, officer } = await cast(portal);
    const page = `/ru/officer/remarks/${number}/redaction`;
    const none = await post(portal, officer, page, reason);
    expect([none.statusCode, none.body.includes('href="#passages"')]).toEqual([422, true]);
    const absent = await post(portal, officer, page, [['quote-0', 'жоқ сөздер'], ...reason]);
    expect([absent.statusCode, absent.body.includes('href="#quote-0"')]).toEqual([422, true]);
    expect(absent.body).toContain('жоқ сөздер</textarea>');
    const ungrounded = await post(portal, officer, page, [['quote-0', WORDS]]);
    expect([ungrounded.statusCode, ungrounded.body.includes('href="#ground"')]).toEqual([422, true]);
    const repeated = await post(portal, officer, page, [
      ['quote-0', WORDS],
      reason[0],
      reason[1],
      ['explanationRu', `В тексте есть слова: ${WORDS}`],
      ['act', 'propose'],
    ]);
    expect([repeated.statusCode, repeated.body.includes('href="#explanationRu"')]).toEqual([422, true]);
    expect((await portal.get(`/api/v1/remarks/${number}`)).json()).toMatchObject({ text: TEXT });
  });

  it('another body, a signer, nobody signed in, a form without its token', async () => {
    const { number, officer, scene } = await cast(portal);
    const page = `/ru/officer/remarks/${number}/redaction`;
    const stranger = await signIn(portal, scene.stranger);
    expect((await portal.get(page, as(stranger))).statusCode).toBe(404);
    expect((await post(portal, stranger, page, [['quote-0', WORDS], ...reason])).statusCode).toBe(404);
    expect((await portal.get(page)).statusCode).toBe(303);
    expect((await post(portal, officer, page, reason, 'wrong')).statusCode).toBe(403);
  });
});

describe('redacted words', () => {
  const leaks = (answers: ReadonlyMap<string, string>) =>
    [...answers].filter(([, body]) => body.includes('QRX5290') || body.includes('987 65 40')).map(([at]) => at);

  it('are in no page, answer or file, public or of officials, nor in the report once it is out (T1, REQ-116)', async () => {
    const made = await cast(portal);
    const { number, scene, officer } = made;
    const { discussionId, procedureId, bodyId } = scene;
    expect(leaks(await everythingPublic(portal, number, [discussionId, procedureId]))).toContain(
      `/api/v1/discussions/${discussionId}/remarks`,
    );
    await redact(portal, made);
    expect(leaks(await everythingPublic(portal, number, [discussionId, procedureId]))).toEqual([]);
    const get = <Service>(token: abstract new (...given: never[]) => Service): Service =>
      portal.app.get(token as never, { strict: false });
    await portal.database.query(
      `update discussion set open_at = open_at - interval '40 days', close_at = clock_timestamp() where id = $1`,
      [discussionId],
    );
    await get(CloseDiscussion).execute(discussionId);
    const own = `/ru/officer/discussions/${discussionId}`;
    const officials = new Map<string, string>();
    for (const path of [
      `${own}/queue`,
      `${own}/queue?words=QRX5290`,
      `${own}/groups`,
      `${own}/changes`,
      `/ru/officer/remarks/${number}`,
    ])
      officials.set(path, (await portal.get(path, as(officer))).body);
    // The words somebody looks for stand in the box of the search alone.
    officials.set(
      `${own}/queue?words=QRX5290`,
      (officials.get(`${own}/queue?words=QRX5290`) ?? '').replace('value="QRX5290"', ''),
    );
    expect(officials.get(`/ru/officer/remarks/${number}`)).toContain('алып тасталды');
    expect(leaks(officials).filter((path) => !path.includes('words='))).toEqual([]);
    expect(officials.get(`${own}/queue?words=QRX5290`)).not.toContain(`choose-${number}`);

    await get(DecideRemark).execute(
      {
        remarkId: await idOf(number),
        outcome: 'NOT_TAKEN_INTO_ACCOUNT',
        reasonCode: 'ALREADY_PROVIDED',
        groundKk: 'Жобаның екінші бөлімінде көзделген.',
        groundRu: 'Предусмотрено вторым разделом проекта.',
      },
      officerOf(bodyId),
    );
    const { reportId } = await get(AssembleReport).execute({ discussionId }, officerOf(bodyId));
    await get(SignReport).execute({ reportId }, officerOf(bodyId, 'signer'));
    await get(PublishReport).execute({ reportId, publicUrl: 'https://t.kz' });
    const published = await everythingPublic(portal, number, [discussionId, procedureId, reportId]);
    expect(published.get(`/ru/discussions/${discussionId}/report`)).toContain('алып тасталды');
    expect([...published.values()].some((body) => body.includes('<w:t') && body.includes('алып тасталды'))).toBe(true);
    expect(leaks(published)).toEqual([]);
    expect(await logged()).not.toContain('QRX5290');
  }, 240_000);
});

/** What stands in a box; undefined where there is no such box. */
const textareaIn = (body: string, id: string): string | undefined =>
  new RegExp(`<textarea[^>]* id="${id}"[^>]*>([^<]*)</textarea>`).exec(body)?.[1];

async function idOf(number: string): Promise<string> {
  const [row] = await portal.database.query<{ id: string }>('select id from remark where number = $1', [number]);
  return row?.id ?? '';
}

/** What the ledger and the queue of events keep of everything that was done. */
async function logged(): Promise<string> {
  const rows = await portal.database.query<{ all: string }>(
    `select coalesce((select string_agg(data, '') from ledger_entry), '') || coalesce((select string_agg(data::text, '') from outbox_event), '') as all`,
  );
  return rows[0]?.all ?? '';
}
