import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transactions } from '#lib/database';
import { legalDay, newId } from '#lib/kernel';
import { insertDiscussion, insertDraftVersion, type TestBed } from '#lib/testing';
import { startDiscussionBed } from '../testing/discussion-bed.js';
import { type DiscussionFilter, narrowed } from './discussion-conditions.js';
import { DiscussionFigures } from './discussion-figures.js';
import { discussionOrders } from './discussion-order.js';
import { ListDiscussions } from './list-discussions.js';
import { RemarkCounts, remarksAbout } from './remark-counts.js';

let bed: TestBed;
let archive: string;
let school: string;
let archiveClause: string | undefined;

beforeAll(async () => {
  bed = await startDiscussionBed();
  const first = await insertDiscussion(bed.database, {
    state: 'CLOSED',
    remarks: [{ about: [0, 1] }, { about: [0] }, {}],
  });
  const second = await insertDiscussion(bed.database, {
    state: 'CLOSED',
    remarks: [{ about: [0], state: 'WITHDRAWN' }],
  });
  [archive, school, archiveClause] = [first.discussionId, second.discussionId, first.clauses[1]];
  await bed.database.query(
    `update procedure set title_kk = 'Мұрағаттық анықтама беру қызметінің стандарты', kind = 'AMENDMENT',
       title_ru = 'Стандарт услуги «Выдача архивной справки»', title_en = 'Issuing archival certificates' where id = $1`,
    [first.procedureId],
  );
  await bed.database.query(
    `update procedure set title_kk = 'Балаларды мектепке қабылдау', title_ru = 'Приём детей в школу' where id = $1`,
    [second.procedureId],
  );
});
afterAll(() => bed.stop());

const idsOf = async (filter: DiscussionFilter) =>
  (await bed.get(ListDiscussions).execute(filter, { size: 100 })).items.map(({ id }) => id);

describe('a search', () => {
  it.each([
    ['a word in its form (ru)', 'архивные справки'],
    ['a word in its form (en)', 'certificate'],
    ['the beginning of a Kazakh word', 'анықтама'],
    ['Kazakh words typed without Kazakh letters', 'мурагаттык аныктама'],
    ['Kazakh capitals', 'МҰРАҒАТТЫҚ'],
    ['a Latin i for і', 'кызметiнiн'],
    ['words with signs and stop words between', '«справка» и — выдача!'],
  ])('finds %s', async (_, text) => expect(await idsOf({ text })).toEqual([archive]));

  it.each([
    ['words of two drafts', 'архивная школа'],
    ['nothing but signs', '!!! & | ( :* '],
    ['a statement', `'; drop table clause; --`],
    ['nothing but stop words', 'и в на'],
  ])('finds nothing by %s', async (_, text) => expect(await idsOf({ text })).toEqual([]));

  it('is no filter when it is empty', async () => expect(await idsOf({ text: '  ' })).toHaveLength(2));

  it('finds the words of one clause, and names it', async () => {
    const { items } = await bed.get(ListDiscussions).execute({ text: 'бумажную форму' }, { size: 10 });
    expect(items.map(({ found }) => found?.text.ru)).toEqual(['Форма: бумажная', 'Форма: бумажная']);
    expect(items.find(({ id }) => id === archive)?.found?.lineageId).toBe(archiveClause);
    expect(await idsOf({ text: 'бумажная рабочих' })).toEqual([]);
  });

  it('does not find what is only in a version that was never placed', async () => {
    const { procedureId } = await insertDiscussion(bed.database, { state: 'WITHDRAWN' });
    await insertDraftVersion(bed.database, procedureId, '01890000-0000-7000-8000-000000000001', 2, [
      { text: 'Құпия сөз ғажайыпстан | Секретное слово чудостан' },
    ]);
    expect(await idsOf({ text: 'чудостан' })).toEqual([]);
  });
});

describe('filters and orders', () => {
  it('narrow by kind, day of placement and service, and count alike', async () => {
    const list = bed.get(ListDiscussions);
    expect(await idsOf({ kind: 'AMENDMENT' })).toEqual([archive]);
    expect(await idsOf({ serviceCode: '00000000' })).toEqual([]);
    const { items } = await list.execute({ kind: 'AMENDMENT' }, { size: 1 });
    const day = legalDay((items[0]?.openAt ?? '').slice(0, 10));
    expect(await idsOf({ kind: 'AMENDMENT', placedFrom: day, placedTo: day })).toEqual([archive]);
    expect(await idsOf({ kind: 'AMENDMENT', placedTo: legalDay('2000-01-01') })).toEqual([]);
    expect(await list.count({ text: 'школа' })).toBe(1);
    expect(await list.count({ developerId: 'none' })).toBe(0);
  });

  it.each(discussionOrders)('walk every page once by %s', async (order) => {
    const list = bed.get(ListDiscussions);
    const whole = (await list.execute({}, { size: 100 }, order)).items.map(({ id }) => id);
    const walked: string[] = [];
    for (let after: string | undefined, page; ; after = page.next) {
      page = await list.execute({}, { size: 1, after }, order);
      walked.push(...page.items.map(({ id }) => id));
      if (!page.next) break;
    }
    expect(walked).toEqual(whole);
    expect(whole).toHaveLength(3);
    if (order === 'remarks') expect(whole[0]).toBe(archive);
  });
});

describe('topics', () => {
  const name = { kk: 'Мұрағаттар', ru: 'Архивы' };
  /** A service of the register for a draft that has none. */
  const put = async (discussionId: string, code: string) => {
    const id = newId();
    const [developer] = await bed.database.query<{ body: string }>(
      `select p.developer_id as body from discussion d join procedure p on p.id = d.procedure_id where d.id = $1`,
      [discussionId],
    );
    await bed.database.query(
      `insert into public_service (id, code, name_kk, name_ru, entered_on, act, body_id) values ($1, $2, 'Қ', 'У', '2016-05-20', '№ 1', $3)`,
      [id, code, developer?.body],
    );
    await bed.database.query(
      'update procedure p set service_id = $1 from discussion d where d.procedure_id = p.id and d.id = $2',
      [id, discussionId],
    );
  };
  const nameSection = (code: string) =>
    bed.database.query('insert into register_section (id, code, name_kk, name_ru) values ($1, $2, $3, $4)', [
      newId(),
      code,
      name.kk,
      name.ru,
    ]);

  beforeAll(async () => {
    await put(archive, '00499999');
    await put(school, '00500000');
  });

  it('narrow to the services of one section, named or not, from its first code to its last', async () => {
    expect([await idsOf({ topic: '004' }), await idsOf({ topic: '005' })]).toEqual([[archive], [school]]);
    expect(await idsOf({ topic: '004', kind: 'AMENDMENT' })).toEqual([archive]);
    expect(await idsOf({ topic: '004', text: 'школа' })).toEqual([]);
    expect(await bed.get(ListDiscussions).count({ topic: '005' })).toBe(1);
    for (const topic of ['006', '003', '', '4', '0040', "004' or true"]) expect(await idsOf({ topic })).toEqual([]);
  });

  it('are offered by name: named sections with a discussion', async () => {
    const figures = bed.get(DiscussionFigures);
    expect(await figures.topics()).toEqual([]);
    for (const code of ['004', '021']) await nameSection(code);
    expect(await figures.topics()).toEqual([{ code: '004', name }]);
    const { bodies, topics } = await figures.offered();
    expect([bodies.length, topics.length]).toEqual([3, 1]);
  });

  it('are found by the index of the codes', async () => {
    const bound: unknown[] = [];
    const { source, conditions } = narrowed({ topic: '004' }, (value) => `$${bound.push(value)}`);
    const plan = await bed.get(Transactions).run(async (tx) => {
      await tx.query('set local enable_seqscan = off');
      return tx.query<{ 'QUERY PLAN': string }>(
        `explain select d.id from ${source} where ${conditions.join(' and ')}`,
        bound,
      );
    });
    const told = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(told).toMatch(/uq_public_service_code[\s\S]*Index Cond: \(\(code >= '00400000'/);
  });
});

describe('figures', () => {
  it('count discussions, bodies and remarks, withdrawn ones not', async () => {
    const figures = bed.get(DiscussionFigures);
    expect(await figures.of()).toEqual({ discussions: 3, open: 0, remarks: 3 });
    const bodies = await figures.bodies();
    expect(bodies.map(({ discussions }) => discussions)).toEqual([1, 1, 1]);
    const each = await Promise.all(bodies.map(({ id }) => figures.of(id)));
    expect(each.map(({ remarks }) => remarks).toSorted((a, b) => a - b)).toEqual([0, 0, 3]);
    await expect(figures.of('all')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('count remarks at each clause, and one about two of them once', async () => {
    const counts = await bed.get(RemarkCounts).of(archive);
    const first = counts.flatMap(({ anchors }) => anchors).find((id) => id !== archiveClause) ?? '';
    expect(remarksAbout(counts, [first])).toBe(2);
    expect(remarksAbout(counts, [archiveClause ?? ''])).toBe(1);
    expect(remarksAbout(counts, [first, archiveClause ?? ''])).toBe(2);
    expect(await bed.get(RemarkCounts).of(school)).toEqual([]);
    expect(await bed.get(RemarkCounts).of('x')).toEqual([]);
  });
});
