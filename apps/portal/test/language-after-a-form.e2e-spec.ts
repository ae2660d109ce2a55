import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transactions } from '#lib/database';
import { AccountLetters } from '#lib/identity';
import { translator } from '#lib/localisation';
import { standardKk, standardRu, wordFile } from '../../../libs/drafting/src/testing/index.js';
import { draftingScene, editorFields, sendDraftFiles } from './drafting-scene.js';
import { carriedIn, changeLanguages, post } from './language-switch.js';
import { type Field, PageForm } from './page-form.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { as, cast, redact, reason, thirdOfficer } from './redaction-scene.js';
import { closedScene, serviceOf } from './report-scene.js';
import { openScene, sendRemark, type Session, signIn } from './scene.js';
import { stage } from './similar-remarks.js';

let portal: PortalUnderTest;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.stop());

const [kk, ru] = [translator('kk'), translator('ru')];
const own = { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' };
const age = () =>
  portal.database.query(`update officer_session set confirmed_at = clock_timestamp() - interval '15 minutes'`);
/** A page as this person sees it; its languages are changed there and back. */
const switched = async (session: Session | null, page: string) =>
  changeLanguages({ portal, headers: session ? as(session).headers : {}, page });
const opened = async (session: Session | null, url: string) =>
  switched(session, (await portal.get(url, session ? as(session) : {})).body);
const send = (session: Session, url: string, fields: readonly Field[]) =>
  post({ portal, headers: as(session).headers }, url, [
    ...fields.filter(([name]) => name !== 'csrf'),
    ['csrf', session.csrf],
  ]);
const formIn = (page: string, begin: string): PageForm => {
  const form = PageForm.allIn(page).find(({ id }) => id.startsWith(begin));
  if (!form) throw new Error(`there is no form ${begin}`);
  return form;
};

describe('the language of a page that came by a form, or that is another at another moment', () => {
  it('takes along the answer to chosen remarks', async () => {
    const scene = await closedScene(portal, 'Бірінші ескерту', 'Екінші ескерту');
    const officer = await signIn(portal, scene.officer);
    const answers = `/ru/officer/discussions/${scene.discussionId}/answers`;
    const chosen = scene.numbers.map((number): Field => ['numbers', number]);
    const { body } = await send(officer, answers, chosen);
    expect((await switched(officer, body)).body).toContain(ru('answers.all-or-none'));
  });

  it('takes along what is unticked in a suggested group; Enter goes on to its next page', async () => {
    const { officer, page } = await stage(portal);
    const list = (await portal.get(page.replace('/kk/', '/ru/'), as(officer))).body;
    const suggestion = /href="([^"]*\/groups\/suggestions\/[0-9a-f-]{36})"/.exec(list)?.[1] ?? '';
    await opened(officer, suggestion);
    const { body } = await portal.get(suggestion, as(officer));
    const fields = PageForm.in(body, 'suggestion')?.fields.filter(([name]) => name !== 'keep') ?? [];
    const answer = await send(officer, carriedIn(body, 'kk').address, [...fields, ['again', 'yes']]);
    expect(PageForm.in(answer.body, 'suggestion')?.fields.filter(([name]) => name === 'keep')).toEqual([]);
  });

  it('takes along a refusal, a lifting, an objection and its answer, whichever was sent', async () => {
    const acting = await cast(portal);
    const { officer, signer, number, secret, scene } = acting;
    const page = `/ru/officer/remarks/${number}`;
    await send(officer, `${page}/hiding`, reason);
    await opened(signer, `${page}/hiding`);
    const refusal = formIn((await portal.get(`${page}/hiding`, as(signer))).body, 'refusal-');
    expect((await send(signer, refusal.action, refusal.filledIn)).statusCode).toBe(303);
    await redact(portal, acting);
    await opened(null, `/ru/remarks/${number}/${secret}`);
    const objection = formIn((await portal.get(`/ru/remarks/${number}/${secret}`)).body, 'objection-');
    const words = objection.filledIn.map(([name, value]): Field => [name, name === 'words' ? value.repeat(3) : value]);
    expect((await post({ portal, headers: {} }, objection.action, words)).statusCode).toBe(303);
    await opened(officer, `${page}/hiding`);
    const third = await thirdOfficer(portal, scene);
    const { body } = await portal.get(`${page}/hiding`, as(third));
    expect(carriedIn(body, 'kk').id).toBe('proposal');
    for (const begin of ['objection-', 'lifting-']) {
      const form = formIn(body, begin);
      const again = await send(third, form.action, [...form.filledIn, ['again', 'yes']]);
      expect([again.statusCode, carriedIn(again.body, 'kk').id]).toEqual([200, form.id]);
      await switched(third, again.body);
    }
  });

  it('takes along a note beside a remark', async () => {
    const scene = await openScene(portal);
    const { number } = await sendRemark(portal, scene);
    const officer = await signIn(portal, scene.officer);
    const notes = `/ru/officer/remarks/${number}/notes`;
    const { body } = await send(officer, notes, [
      ['note', 'Жарты ой'],
      ['again', 'yes'],
    ]);
    expect([carriedIn(body, 'kk').id, body.includes('Жарты ой</textarea>')]).toEqual(['write-note', true]);
    await switched(officer, body);
    expect(await portal.database.query('select from remark_note')).toEqual([]);
  });

  it('leads from what a draft will look like, and from what was read from files, with all of it', async () => {
    const { procedureId, sessions } = await draftingScene(portal);
    const at = `officer/procedures/${procedureId}`;
    const shown = editorFields((await portal.get(`/ru/${at}/text`, as(sessions.officer))).body);
    const typed = Object.entries({ ...shown, 'text-3-kk': 'Жарты ой', act: 'preview' });
    const preview = (await send(sessions.officer, `/ru/${at}/text`, typed)).body;
    const { id, address } = carriedIn(preview, 'kk');
    const editor = await send(sessions.officer, address, [
      ...(PageForm.in(preview, id)?.fields ?? []),
      ['again', 'yes'],
    ]);
    expect([editor.statusCode, editorFields(editor.body)['text-3-kk']]).toEqual([200, 'Жарты ой']);
    const files = { kk: await wordFile(standardKk, 'kk'), ru: await wordFile(standardRu, 'ru') };
    const read = await sendDraftFiles(portal, sessions.officer, `/ru/${at}/import`, files);
    expect((await switched(sessions.officer, read.body)).body).toContain('Единый контакт-центр: 1414.');
  });

  it('takes along a mailbox, the name of who is invited, and the choice among letters about a body', async () => {
    const scene = await openScene(portal);
    await portal.database.query(`update discussion set profile_id = 'eu-2026' where id = $1`, [scene.discussionId]);
    await opened(null, `/ru/discussions/${scene.discussionId}/sender/address`);
    const body = scene.bodyId.slice(-12);
    await opened(null, `/ru/bodies/${body}/letters`);
    const administrator = await signIn(portal, scene.administrator);
    const email = `${body}@bilim.example.kz`;
    await send(administrator, '/ru/officer/invitations/new', [
      ['email', email],
      ['bodyCode', body],
      ['roles', 'officer'],
    ]);
    const [row] = await portal.database.query<{ id: string }>('select id from officer_invitation where email = $1', [
      email,
    ]);
    const [transactions, letters] = [serviceOf(portal, Transactions), serviceOf(portal, AccountLetters)];
    const facts = await transactions.run((tx) => letters.invitation(tx, row?.id ?? ''));
    await opened(null, `/ru/invitations/${facts?.token}`);
  });
});

describe('a page in which a form waits', () => {
  const typed: readonly Field[] = [
    ...reason.slice(0, 1),
    ['explanationKk', 'Мәтінде «басқа» адамның деректері бар.'],
    ['explanationRu', 'В тексте есть данные «другого» человека.'],
  ];

  it('keeps it in another language: at a session that is over', async () => {
    const scene = await openScene(portal);
    const { number } = await sendRemark(portal, scene);
    const officer = await signIn(portal, scene.officer);
    await portal.database.query('delete from officer_session');
    const from = (headers: Record<string, string>, url: string, fields: readonly Field[]) =>
      post({ portal, headers: { ...own, ...headers } }, url, fields);
    const ended = await from(as(officer).headers, `/ru/officer/remarks/${number}/hiding`, typed);
    expect(ended.statusCode).toBe(401);
    const { id, address } = carriedIn(ended.body, 'kk');
    const kazakh = await from({}, address, [...(PageForm.in(ended.body, id)?.fields ?? []), ['waits', 'yes']]);
    expect([kazakh.statusCode, kazakh.body.includes(kk('access.ended-title'))]).toEqual([401, true]);
    const waits = PageForm.in(kazakh.body, id)?.fields ?? [];
    expect(waits).toEqual([...typed]);
    const anew = await signIn(portal, scene.officer);
    const hidings = 'select from hiding h join remark r on r.id = h.remark_id where r.number = $1';
    expect(await portal.database.query(hidings, [number])).toEqual([]);
    const sent = await send(anew, `/kk/officer/remarks/${number}/hiding`, waits);
    expect([sent.statusCode, (await portal.database.query(hidings, [number])).length]).toEqual([303, 1]);
  });

  it('and where it is asked who is there, without the password that was typed', async () => {
    const scene = await openScene(portal);
    const { number } = await sendRemark(portal, scene);
    const officer = await signIn(portal, scene.officer);
    await age();
    const asked = await send(officer, `/ru/officer/remarks/${number}/hiding`, typed);
    expect(asked.statusCode).toBe(403);
    const kazakh = await send(officer, carriedIn(asked.body, 'kk').address, [
      ...(PageForm.in(asked.body, 'confirm')?.fields ?? []),
      ['password', 'Тұман түскен'],
      ['again', 'yes'],
    ]);
    expect([kazakh.statusCode, kazakh.body.includes('govuk-error')]).toEqual([200, false]);
    expect(kazakh.body).not.toContain('Тұман түскен');
    const confirmed = await send(officer, '/kk/officer/confirm', [
      ...(PageForm.in(kazakh.body, 'confirm')?.fields ?? []),
      ['password', scene.officer.password],
    ]);
    const kept = PageForm.in(confirmed.body, 'kept');
    expect([kept?.action, kept?.fields]).toEqual([
      `/kk/officer/remarks/${number}/hiding`,
      expect.arrayContaining([...typed]),
    ]);
    const { address } = carriedIn(confirmed.body, 'ru');
    const russian = await send(officer, address, [...(kept?.fields ?? []), ['waits', 'yes']]);
    expect([russian.statusCode, russian.body.includes(ru('access.waits-title'))]).toEqual([200, true]);
    const sent = await send(officer, address, PageForm.in(russian.body, 'kept')?.fields ?? []);
    expect([sent.statusCode, sent.headers.location]).toEqual([303, expect.stringContaining(`${number}/hiding`)]);
  });

  it('and where too much came, so that it is sent again', async () => {
    const busy = await startPortal({ env: { RATE_LIMITS: 'password-reset:2' } });
    const ask = (url: string, fields: readonly Field[]) => post({ portal: busy, headers: {} }, url, fields);
    const mailbox: readonly Field[] = [['email', 'biri@example.kz']];
    for (let time = 0; time < 2; time += 1) await ask('/ru/forgotten-password', mailbox);
    const refused = await ask('/ru/forgotten-password', mailbox);
    const { id, address } = carriedIn(refused.body, 'kk');
    expect([refused.statusCode, id, address]).toEqual([429, 'once-more', '/kk/forgotten-password']);
    const kazakh = await ask(address, [...(PageForm.in(refused.body, id)?.fields ?? []), ['waits', 'yes']]);
    expect([kazakh.statusCode, kazakh.body.includes(kk('access.waits-title'))]).toEqual([200, true]);
    expect(PageForm.in(kazakh.body, 'kept')?.fields).toEqual([...mailbox]);
    expect((await ask(address, [...mailbox, ['again', 'yes']])).statusCode).toBe(200);
    expect((await ask(address, mailbox)).statusCode).toBe(429);
    await busy.stop();
  });
});
