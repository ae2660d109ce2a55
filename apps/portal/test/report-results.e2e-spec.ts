import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SubmitRemark } from '#lib/discussion';
import { newId } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { SignReport } from '#lib/reports';
import { officerOf } from '#lib/testing';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import {
  as,
  assembled,
  type ClosedScene,
  closedScene,
  decide,
  decideAll,
  publish,
  published,
  serviceOf,
} from './report-scene.js';
import { publishScene, revisedScene } from './revised-scene.js';
import { closeScene, openScene, type Scene, sendRemark, signIn } from './scene.js';

const t = translator('ru');

let portal: PortalUnderTest;
let scene: ClosedScene;
let withdrawn: string;
let reportId: string;
beforeAll(async () => {
  portal = await startPortal();
  scene = await spokenScene();
  const [first = '', second = '', third = ''] = scene.numbers;
  await decide(portal, scene, first);
  await decide(portal, scene, second, {
    outcome: 'TAKEN_INTO_ACCOUNT',
    reasonCode: 'ACCEPTED',
    noChangeKk: 'Мәтінде бұл бұрыннан бар.',
    noChangeRu: 'В тексте это уже есть.',
  });
  await decide(portal, scene, third, { groundRu: 'Обоснование <b>без</b> разметки, как его написали.' });
  reportId = await published(portal, scene);
});
afterAll(() => portal.stop());

/** Two remarks about the last clause, a proposal about the whole draft, and a remark that was withdrawn. */
async function spokenScene(): Promise<ClosedScene> {
  const open = await openScene(portal);
  const numbers = [(await sendRemark(portal, open, 'Мерзім тым ұзақ')).number];
  numbers.push((await sendRemark(portal, open, 'Қысқартыңыз <script>alert(1)</script>')).number);
  const { number } = await serviceOf(portal, SubmitRemark).execute(
    {
      discussionId: open.discussionId,
      channel: 'API',
      idempotencyKey: newId(),
      content: { kind: 'PROPOSAL', language: 'ru', text: 'Добавить запись через портал', anchors: [] },
      sender: { kind: 'INDIVIDUAL', name: 'Құпия Атауы', email: 'qupia@secret.example' },
    },
    { elapsedMs: 0 },
  );
  numbers.push(number);
  const taken = await sendRemark(portal, open, 'Қайтарып аламын');
  withdrawn = taken.number;
  await portal.send('POST', `/ru/remarks/${taken.number}/${taken.secret}/withdraw`);
  await closeScene(portal, open);
  return { ...open, numbers };
}

const pathOf = ({ discussionId }: Scene, search = '') => `/ru/discussions/${discussionId}/report${search}`;
const show = async (search = '') => (await portal.get(pathOf(scene, search))).body;
const rowsOf = (html: string) => html.match(/id="row-\d+"/g)?.length ?? 0;

describe('the results for everybody (R8.3)', () => {
  it('say what was asked, said and done, with pictures that have their figures beside them', async () => {
    const html = await show();
    for (const heading of ['results.we-asked', 'results.you-said', 'results.we-did'] as const)
      expect(html).toContain(t(heading));
    expect(html).toContain(t('results.said-remarks', { count: 3 }));
    expect(html).toContain(t('results.said-proposals', { count: 1 }));
    expect(html.match(/<svg[^>]*role="img"/g)).toHaveLength(2);
    expect(html).toMatch(/class="talqy-heat" role="img" aria-label="[^"]+"/);
    expect(html.match(/<table/g)?.length).toBeGreaterThanOrEqual(5);
    expect(html).not.toMatch(/<script>alert|<b>без|Құпия Атауы|qupia@/);
    expect(html).toContain('Обоснование &lt;b&gt;без&lt;/b&gt; разметки');
  });

  it('list every file with its size and SHA-256, and each is what it says', async () => {
    const html = await show();
    const files = [
      ...html.matchAll(/href="(\/api\/v1\/reports\/[^"]*\/files\/[^"]+)"[\s\S]*?talqy-code[^>]*>([0-9a-f]{64})</g),
    ];
    const named = files.map(([, href = '']) => href.split('/').slice(-2).join('/'));
    const three = (format: string) => ['kk', 'ru', 'en'].map((language) => `${format}/${language}`);
    expect(named).toEqual([...three('pdf'), ...three('docx'), ...three('xlsx'), 'csv/mul', 'json/mul']);
    for (const [, href = '', sha256] of files) {
      const { rawPayload, statusCode } = await portal.get(href);
      expect([href, statusCode, createHash('sha256').update(rawPayload).digest('hex')]).toEqual([href, 200, sha256]);
    }
  });

  it('are filtered by the address', async () => {
    const [first = '', , third = ''] = scene.numbers;
    const found = async (search: string) => rowsOf(await show(search));
    expect(await found('')).toBe(3);
    expect(await found('?outcome=TAKEN_INTO_ACCOUNT')).toBe(1);
    expect(await found('?outcome=NOT_TAKEN_INTO_ACCOUNT&kind=PROPOSAL')).toBe(1);
    expect(await found('?outcome=PARTLY')).toBe(0);
    expect(await found(`?clause=${scene.clauses[4]}`)).toBe(2);
    expect(await found('?clause=whole-draft')).toBe(1);
    expect(await found(`?words=${encodeURIComponent('ұзақ')}`)).toBe(1);
    expect(await found(`?words=${first}`)).toBe(1);
    expect(await show(`?number=${third}`)).toContain('Добавить запись через портал');
  });

  it('say so where a filter finds nothing, and do not stumble over a filter that is none', async () => {
    expect(await show('?words=%25')).toContain(t('results.no-such-rows'));
    expect(await show(`?number=${withdrawn}`)).toContain(t('results.remark-withdrawn', { number: withdrawn }));
    for (const search of ['?outcome=x', '?clause=x', '?after=x', '?kind=', '?words=%00', `?words=${'a'.repeat(3000)}`])
      expect([search.slice(0, 20), (await portal.get(pathOf(scene, search))).statusCode]).toEqual([
        search.slice(0, 20),
        200,
      ]);
  });

  it('are read in each language', async () => {
    for (const language of ['kk', 'ru', 'en'] as const) {
      const { body, statusCode } = await portal.get(pathOf(scene).replace('/ru/', `/${language}/`));
      expect([statusCode, body.includes(translator(language)('results.we-did'))]).toEqual([200, true]);
    }
  });

  it('tell that nothing was received, without empty pictures', async () => {
    const none = await closedScene(portal);
    await published(portal, none);
    const { body } = await portal.get(pathOf(none));
    expect(body).toContain(t('report.none-received'));
    expect(body).not.toMatch(/role="img"/);
  });
});

describe('before the report is published', () => {
  it('nothing of it is public: neither a version that waits, nor a signed one', async () => {
    const own = await closedScene(portal, 'Бірінші ескерту');
    await decideAll(portal, own);
    const id = await assembled(portal, own);
    const changes = pathOf(own, '/changes');
    const file = `/api/v1/reports/${id}/files/pdf/ru`;
    const unseen = async () => {
      const { body, statusCode } = await portal.get(pathOf(own));
      expect([statusCode, body.includes(t('results.not-yet'))]).toEqual([200, true]);
      expect(body).not.toMatch(/\/files\/|Предусмотрено вторым/);
      for (const path of [file, changes, pathOf(own, '?erratum=1')])
        expect([path, (await portal.get(path)).statusCode]).toEqual([path, 404]);
    };
    await unseen();
    await serviceOf(portal, SignReport).execute({ reportId: id }, officerOf(own.bodyId, 'signer'));
    await unseen();
    expect((await portal.get(file, as(await signIn(portal, own.stranger)))).statusCode).toBe(404);
    expect((await portal.get(file, as(await signIn(portal, own.officer)))).statusCode).toBe(200);
    await publish(portal, id);
    expect((await portal.get(file)).statusCode).toBe(200);
  });
});

describe('the changes of the draft', () => {
  it('show both wordings in one text and what is behind them, all on a page of their own', async () => {
    const revised = await revisedScene(portal);
    expect((await portal.get(pathOf(revised, '/changes'))).statusCode).toBe(404);
    await publishScene(portal, revised);
    for (const path of [pathOf(revised), pathOf(revised, '/changes')]) {
      const { body } = await portal.get(path);
      expect(body).toMatch(/<del class="talqy-removed">[\s\S]*?пятнадцать/);
      expect(body).toMatch(/<ins class="talqy-added">[\s\S]*?пять/);
      expect(body).toContain('Текст уточнён, смысл не изменён.');
    }
    for (const from of ['-1', 'x', '1e999', '500'])
      expect([from, (await portal.get(pathOf(revised, `/changes?from=${from}`))).statusCode]).toEqual([from, 200]);
  });
});

describe('the schema of the data', () => {
  it('is where the data say, and only there', async () => {
    const data = (await portal.get(`/api/v1/reports/${reportId}/files/json/mul`)).json();
    const schema = await portal.get('/schemas/report/v1.json');
    expect(schema.statusCode).toBe(200);
    expect(schema.headers['content-type']).toBe('application/schema+json; charset=utf-8');
    expect(String(data.schema)).toMatch(/\/schemas\/report\/v1\.json$/);
    expect(schema.json().properties).toHaveProperty('rows');
    expect((await portal.get('/schemas/report/v2.json')).statusCode).toBe(404);
  });
});
