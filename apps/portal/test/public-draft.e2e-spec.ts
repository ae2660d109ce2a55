import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { WithdrawDiscussion } from '#lib/discussion';
import { officerOf } from '#lib/testing';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { publishScene, revisedScene } from './revised-scene.js';
import { endTerm, openScene, type Scene, sendRemark } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
let number: string;
const hostile = `</script><svg onload=alert(1)>{{7*7}}`;
beforeAll(async () => {
  portal = await startPortal();
  scene = await openScene(portal);
  ({ number } = await sendRemark(portal, scene, `Мерзім ұзақ ${hostile}`));
});
afterAll(() => portal.stop());

const languages = ['kk', 'ru', 'en'] as const;
const page = async (path: string, language = 'ru', of = scene) => {
  const answer = await portal.get(`/${language}/discussions/${of.discussionId}${path}`);
  return { status: answer.statusCode, body: answer.body };
};

describe.each(languages)('the draft page in %s', (language) => {
  const t = translator(language);

  it('states the close, what is left as text, the way of the draft as a picture and as a table', async () => {
    const { body } = await page('', language);
    expect(body).toMatch(/data-close-at="[^"]+Z"[^>]*>[^<]*\d/);
    expect(body).toMatch(/<svg class="talqy-life"[\s\S]*<title id="life-title">[\s\S]*<desc id="life-desc">/);
    expect(body.match(/class="talqy-life__no/g)).toHaveLength(4);
    expect(body.match(/talqy-life-state--/g)).toHaveLength(4);
    expect(body).toContain(t('life.now'));
    expect(body).not.toMatch(/undefined|\[object|NaN/);
  });

  it('leads to every part of the text, with how many remarks name it', async () => {
    const { body } = await page('', language);
    for (const id of scene.clauses)
      expect(body).toContain(`href="/${language}/discussions/${scene.discussionId}/text#clause-${id}"`);
    expect(body).toContain(t('remarks.count', { count: 1 }));
    expect(body).toContain(`href="/${language}/bodies/${scene.bodyId.slice(-12)}"`);
  });

  it('names its one address, its other languages, and what it is in linked data', async () => {
    const { body } = await page('?text=both&utm=x', language);
    expect(body).toContain(
      `<link rel="canonical" href="http://localhost:80/${language}/discussions/${scene.discussionId}">`,
    );
    for (const other of languages) expect(body).toContain(`hreflang="${other}" href="http://localhost:80/${other}/`);
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body)?.[1] ?? '';
    const [draft, event] = (JSON.parse(data) as { '@graph': Record<string, unknown>[] })['@graph'];
    expect([draft?.['@type'], event?.['@type']]).toEqual(['Legislation', 'Event']);
    expect(event?.['endDate']).toMatch(/Z$/);
  });
});

describe('the text', () => {
  it('gives every part an address, a remark link and its count; in one language or both', async () => {
    const one = await page('/text');
    for (const id of scene.clauses) expect(one.body).toContain(`id="clause-${id}"`);
    expect(one.body).toContain(`/ru/discussions/${scene.discussionId}/remark?clause=${scene.clauses[4]}`);
    expect(one.body).toContain(`/ru/discussions/${scene.discussionId}/clauses/${scene.clauses[4]}#remarks`);
    expect(one.body).toContain('Срок – пятнадцать рабочих дней.');
    expect(one.body).not.toContain('Мерзімі – он бес жұмыс күні.');
    const both = await page('/text?text=both');
    expect(both.body).toMatch(
      /lang="kk">Мерзімі – он бес жұмыс күні\.[\s\S]*lang="ru">Срок – пятнадцать рабочих дней\./,
    );
    expect((await page('/text?text=%3Cx%3E&text=both', 'kk')).status).toBe(200);
  });

  it('has no remark link once the term is over', async () => {
    const over = await openScene(portal);
    await endTerm(portal, over);
    const { body } = await page('/text', 'ru', over);
    expect(body).not.toContain('/remark?clause=');
    expect(body).not.toContain('data-close-at');
  });
});

describe('the page of a clause', () => {
  it('shows both languages, its remarks with hostile words as words, and its neighbours', async () => {
    const { body, status } = await page(`/clauses/${scene.clauses[4]}`);
    expect(status).toBe(200);
    expect(body).toMatch(/lang="kk">3\. Мерзімі[\s\S]*lang="ru">3\. Срок/);
    expect(body).toContain(number);
    expect(body).toContain('&lt;/script&gt;&lt;svg onload=alert(1)&gt;{{7*7}}');
    expect(body).not.toContain('<svg onload');
    expect(body).not.toMatch(/Құпия Атауы|secret\.example/);
    expect(body).toContain(`href="/ru/discussions/${scene.discussionId}/clauses/${scene.clauses[3]}"`);
    expect((await page(`/clauses/${scene.clauses[0]}`)).body).toContain(translator('ru')('clause.none'));
  });

  it('shows no words of what was withdrawn or hidden', async () => {
    const own = await openScene(portal);
    const [first, second] = [
      await sendRemark(portal, own, 'Қайтарылған сөз'),
      await sendRemark(portal, own, 'Жасырын сөз'),
    ];
    await portal.database.query(
      `update remark set state = 'WITHDRAWN', withdrawn_at = clock_timestamp() where number = $1`,
      [first.number],
    );
    await portal.database.query(`update remark set state = 'HIDDEN' where number = $1`, [second.number]);
    const { body } = await page(`/clauses/${own.clauses[4]}`, 'kk', own);
    expect(body).toContain(translator('kk')('remark.state.HIDDEN'));
    expect(body).not.toMatch(/Қайтарылған сөз|Жасырын сөз/);
  });

  it('refuses a key of another list', async () => {
    expect((await page(`/clauses/${scene.clauses[4]}?after=nothing`)).status).toBe(400);
  });
});

describe('what is not for everybody', () => {
  it.each(['', '/text', `/clauses/${newId()}`])('of a draft not placed, at “%s”, answers 404', async (path) => {
    const unplaced = await openScene(portal, false);
    for (const id of [unplaced.procedureId, newId(), 'nothing', '%00'])
      expect((await portal.get(`/kk/discussions/${id}${path}`)).statusCode).toBeGreaterThanOrEqual(400);
    expect((await portal.get(`/kk/discussions/${unplaced.procedureId}${path}`)).statusCode).toBe(404);
  });

  it('a clause of another draft answers 404', async () => {
    const other = await openScene(portal);
    expect((await page(`/clauses/${other.clauses[4]}`)).status).toBe(404);
    expect((await page('/clauses/nothing')).status).toBe(404);
  });

  it('a revised clause that is not published yet answers 404, and the answers are shown with the report', async () => {
    const revised = await revisedScene(portal);
    const [fresh] = await portal.database.query<{ id: string }>(
      `select c.lineage_id as id from clause c join draft_version v on v.id = c.version_id
        where v.procedure_id = $1 and c.text_ru = 'Предварительной записи нет.'`,
      [revised.procedureId],
    );
    expect((await page(`/clauses/${fresh?.id}`, 'ru', revised)).status).toBe(404);
    await publishScene(portal, revised);
    const { body } = await page('', 'ru', revised);
    expect(body).toContain(translator('ru')('compare.version-revised', { number: 2 }));
    expect(body).toContain('talqy-state--reported');
  });

  it('a withdrawn draft stays readable and says so', async () => {
    const withdrawn = await openScene(portal);
    await portal.app
      .get(WithdrawDiscussion, { strict: false })
      .execute({ discussionId: withdrawn.discussionId, reason: 'Жоба кері қайтарылды' }, officerOf(withdrawn.bodyId));
    const { body, status } = await page('', 'ru', withdrawn);
    expect([
      status,
      body.includes('talqy-state--withdrawn'),
      body.includes(translator('ru')('life.withdrawn')),
    ]).toEqual([200, true, true]);
  });
});

describe('a text of two hundred clauses', () => {
  it('is at most 60 KB packed, in both languages', async () => {
    const large = await openScene(portal);
    const text = (kk: string, ru: string) => [kk, ru];
    const [kk, ru] = text(
      'Көрсетілетін қызметті алушы жүгінген кезде көрсетілетін қызметті беруші құжаттарды тіркеп, мерзімі мен орнын көрсетіп қолхат береді',
      'При обращении услугополучателя услугодатель регистрирует документы и выдает расписку с указанием срока и места выдачи результата',
    );
    await portal.database.query('alter table clause disable trigger user');
    await portal.database.query(
      `insert into clause (version_id, position, lineage_id, kind, level, label, text_kk, text_ru)
       select d.version_id, 100 + n, gen_random_uuid(), 'CLAUSE', 2, n || '.',
              $2 || ' ' || md5(n::text) || ' ' || md5((n * 7)::text) || ' ' || repeat(chr(1072 + n % 30), n % 40),
              $3 || ' ' || md5((n * 3)::text) || ' ' || md5((n * 5)::text) || ' ' || repeat(chr(1072 + n % 30), n % 40)
         from discussion d, generate_series(1, 200) n where d.id = $1`,
      [large.discussionId, kk, ru],
    );
    await portal.database.query('alter table clause enable trigger user');
    const packed = await portal.get(`/ru/discussions/${large.discussionId}/text?text=both`, {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(packed.statusCode).toBe(200);
    expect(packed.rawPayload.length).toBeLessThan(60 * 1024);
  });
});
