import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, citizen, languages, newId } from '#lib/kernel';
import { Transactions } from '#lib/database';
import { Ledger, SealLedger } from '#lib/ledger';
import { translator } from '#lib/localisation';
import { SecurityCounts } from '#lib/security-events';
import { parse } from 'csv-parse/sync';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { openScene, type Scene, sendRemark, type Session, signIn } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
let administrator: Session;
let number: string;
const t = translator('ru');
const get = <Service>(token: abstract new (...given: never[]) => Service): Service =>
  portal.app.get(token as never, { strict: false });

beforeAll(async () => {
  portal = await startPortal();
  scene = await openScene(portal);
  ({ number } = await sendRemark(portal, scene));
  await get(SealLedger).execute();
  administrator = await signIn(portal, scene.administrator);
});
afterAll(() => portal.stop());

const look = (path: string, session = administrator) => portal.get(`/ru/officer/${path}`, { headers: session.headers });
/** The act of each line of the page. */
const acts = (body: string) => [...body.matchAll(/<strong>([^<]*)<\/strong><br>/g)].map(([, act]) => act);

describe('administration', () => {
  it('is in the navigation of administrators alone', async () => {
    expect((await look('administration')).body).toContain(`/ru/officer/audit"`);
    expect((await look('account')).body).toContain('href="/ru/officer/administration"');
    const officer = await signIn(portal, scene.officer);
    expect((await look('account', officer)).body).not.toContain('/officer/administration');
  });

  it.each(['officer', 'signer', 'stranger'] as const)('refuses the %s', async (who) => {
    const session = await signIn(portal, scene[who]);
    for (const path of ['administration', 'audit', 'audit/file', 'audit/chain'])
      expect([path, (await look(path, session)).statusCode]).toEqual([path, 403]);
    expect((await portal.get('/ru/officer/audit')).headers.location).toContain('/ru/sign-in');
  });
});

describe('the ledger of acts (REQ-115)', () => {
  it('tells who did what, the newest first; of the public nothing but that it was one of them', async () => {
    const { statusCode, body } = await look('audit');
    expect(statusCode).toBe(200);
    expect(acts(body)[0]).toBe(t('audit.act.officer.signed-in'));
    expect(acts(body)).toContain(t('audit.act.remark.received'));
    expect(body).toContain('Айгүл Сәрсенова (administrator)');
    expect(body).toContain(t('audit.sealed'));
    expect(body).toContain(t('audit.unsealed'));
    for (const secret of ['Құпия Атауы', 'qupia@', 'Мерзім тым ұзақ']) expect(body).not.toContain(secret);
  });

  it('is narrowed by act, number, official and day', async () => {
    expect(acts((await look('audit?act=draft.placed')).body)).toEqual([t('audit.act.draft.placed')]);
    expect(acts((await look(`audit?about=${encodeURIComponent(number)}`)).body)).toEqual([
      t('audit.act.remark.received'),
    ]);
    expect(new Set(acts((await look(`audit?official=${scene.administrator.email}`)).body))).toEqual(
      new Set([t('audit.act.officer.signed-in')]),
    );
    expect(acts((await look('audit?who=citizen')).body)).toEqual([t('audit.act.remark.received')]);
    expect((await look('audit?to=01.01.2016')).body).toContain(t('audit.none'));
    expect((await look(`audit?about=${newId()}`)).body).toContain(t('audit.none'));
  });

  it('is narrowed by a word that more officials have than one page of them holds', async () => {
    const last = newId();
    await portal.database.query(
      `insert into officer (id, email, name, password_hash, body_id, roles)
       select case when n = 150 then $1::uuid else gen_random_uuid() end, format('keng-%s@audit.example.test', n + 100),
         'Кең Сөз', 'x', (select body_id from officer limit 1), array['officer'] from generate_series(1, 150) n`,
      [last],
    );
    const actor: Actor = { kind: 'officer', id: last, name: 'Кең Сөз', bodyId: newId(), roles: ['officer'] };
    await get(Transactions).run((tx) =>
      get(Ledger).record(tx, { actor, act: 'outage.ended', subject: { kind: 'outage', id: newId() }, data: {} }),
    );
    expect(acts((await look('audit?official=keng-')).body)).toEqual([t('audit.act.outage.ended')]);
    const rows: unknown[] = parse((await look('audit/file?official=keng-')).body, { bom: true, columns: true });
    expect(rows).toHaveLength(1);
  });

  it.each([
    ['from=31.02.2016', 'from', 'audit.day-wrong'],
    ['from=2016-06-02&to=2016-06-01', 'to', 'audit.days-crossed'],
    ['about=none', 'about', 'audit.about-what-wrong'],
  ] as const)('names what is wrong with %s', async (query, field, words) => {
    const { statusCode, body } = await look(`audit?${query}`);
    expect([statusCode, body.includes(`href="#${field}"`), body.includes(t(words))]).toEqual([422, true, true]);
    expect((await look(`audit/file?${query}`)).statusCode).toBe(400);
  });

  it('leads from page to page and keeps the filter', async () => {
    await get(Transactions).run(async (tx) => {
      const subject = { kind: 'outage', id: newId() };
      for (let index = 0; index < 60; index += 1)
        await get(Ledger).record(tx, { actor: citizen, act: 'outage.began', subject, data: { index } });
    });
    const first = (await look('audit?act=outage.began')).body;
    const next = /href="\/ru\/officer\/([^"]*after=[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = (await look(next)).body;
    expect([acts(first).length, acts(second).length]).toEqual([50, 10]);
    expect(second).toContain('href="/ru/officer/audit?act=outage.began"');
  });

  it('NT20: shows hostile text as text, and is saved as CSV in which nothing is a formula', async () => {
    await get(Transactions).run((tx) =>
      tx.query(
        `insert into ledger_entry (id, actor, act, subject_kind, subject_id, data) values ($1, 'system:test', '=cmd()', 'x', $1, $2)`,
        [newId(), '{"note":"<svg onload=alert(1)>"}'],
      ),
    );
    const page = (await look('audit?who=system')).body;
    expect([page.includes('&lt;svg onload'), page.includes('<svg onload')]).toEqual([true, false]);
    const { headers, body } = await look('audit/file?who=system');
    expect(headers['content-disposition']).toContain('attachment; filename="ledger.csv"');
    const rows: Record<string, string>[] = parse(body, { bom: true, columns: true });
    expect(rows[0]).toMatchObject({ act: "'=cmd()", actor: 'system:test', hash: '' });
    const sealed: Record<string, string>[] = parse((await look('audit/file?act=draft.placed')).body, {
      bom: true,
      columns: true,
    });
    expect(sealed).toHaveLength(1);
    expect(sealed[0]).toMatchObject({ act_words: t('audit.act.draft.placed'), subject_kind: 'discussion' });
    expect(sealed[0]?.['hash']).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('the chain', () => {
  const verify = () => portal.send('POST', '/ru/officer/audit/chain', { headers: administrator.headers, payload: {} });

  it('is verified, and its first broken entry named', async () => {
    expect((await look('audit/chain')).body).toContain('talqy verify');
    expect((await look('audit')).body).toContain(t('audit.chain-never'));
    expect((await verify()).body).toContain('Цепочка цела');
    for (const path of ['audit', 'audit/chain'])
      expect((await look(path)).body).toMatch(
        /Последняя проверка: .*UTC.*Айгүл Сәрсенова \(administrator\)\. Цепочка цела/,
      );
    await portal.database.query('alter table ledger_entry disable trigger user');
    await portal.database.query(`update ledger_entry set data = '{"other":1}' where sequence = 2`);
    await portal.database.query('alter table ledger_entry enable trigger user');
    const { body } = await verify();
    const words = t('audit.chain-broken', { number: '2', fault: t('audit.fault-content') });
    expect(body).toContain(words);
    for (const language of languages) {
      const say = translator(language);
      const page = await portal.get(`/${language}/officer/audit`, { headers: administrator.headers });
      const broken = say('audit.chain-broken', { number: '2', fault: say('audit.fault-content') });
      expect(page.body).toContain(broken);
      expect(page.body).toContain('govuk-warning-text');
    }
    expect((await look('audit?act=ledger.verified')).body).toContain(t('audit.subject.ledger'));
    await get(SecurityCounts).tell();
    const counted = await portal.database.query(`select count from security_event_count where kind = 'ledger-broken'`);
    expect(counted).toEqual([{ count: 1 }]);
  });

  it('is not verified for other sites', async () => {
    const { cookie } = administrator.headers;
    const { statusCode } = await portal.send('POST', '/ru/officer/audit/chain', { headers: { cookie }, payload: {} });
    expect(statusCode).toBe(403);
  });
});
