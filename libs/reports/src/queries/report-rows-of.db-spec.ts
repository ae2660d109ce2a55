import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DecideGroup, EraseRemark, GroupRemarks } from '#lib/consideration';
import { newId } from '#lib/kernel';
import { type DiscussionRows, insertDiscussion, officerOf } from '#lib/testing';
import { accept, type ReportBed, refuse, reportBed } from '../testing/report-bed.js';
import { AssembleReport } from '../use-cases/assemble-report.js';
import { PublishReport } from '../use-cases/publish-report.js';
import { SignReport } from '../use-cases/sign-report.js';
import { ReportClauses } from './report-clauses.js';
import { ReportRowsOf } from './report-rows-of.js';
import type { RowFilter } from './row-conditions.js';

let bed: ReportBed;
let rows: DiscussionRows;
let reportId: string;

/** 0 stands alone, 1 and 2 are a group shown by 1, 3 is about the whole draft, 4 was withdrawn. */
beforeAll(async () => {
  bed = await reportBed();
  rows = await insertDiscussion(bed.database, {
    remarks: [
      { about: [0], body: 'Мерзім ұзақ 100%' },
      { about: [0], kind: 'PROPOSAL', body: 'Құжаттар көп', proposedWording: 'Тек өтініш' },
      { about: [1], body: 'Слишком много_документов' },
      { body: 'Жалпы пікір' },
      { state: 'WITHDRAWN' },
    ],
  });
  const officer = officerOf(rows.bodyId);
  const { discussionId } = rows;
  const { no } = await bed.get(GroupRemarks).execute({ discussionId, numbers: [number(1), number(2)] }, officer);
  await bed.get(DecideGroup).execute(
    {
      discussionId,
      no,
      outcome: 'NOT_TAKEN_INTO_ACCOUNT',
      reasonCode: 'ALREADY_PROVIDED',
      groundKk: 'Жобаның екінші бөлімінде көзделген.',
      groundRu: 'Предусмотрено вторым разделом проекта.',
    },
    officer,
  );
  await accept(bed, rows, 0, { noChangeKk: 'Жобада онсыз да бар.', noChangeRu: 'В проекте это уже есть.' });
  await refuse(bed, rows, 3, { groundRu: 'Не относится к предмету «обсуждения».' });
  ({ reportId } = await bed.get(AssembleReport).execute({ discussionId }, officer));
  await bed.get(SignReport).execute({ reportId, acknowledgesWarnings: true }, officerOf(rows.bodyId, 'signer'));
  await bed.get(PublishReport).execute({ reportId, publicUrl: 'https://talqy.example.kz' });
});
afterAll(() => bed.stop());

const number = (index: number) => rows.remarks[index]?.number ?? '';
const found = async (filter: RowFilter) =>
  (await bed.get(ReportRowsOf).page(reportId, { size: 50 }, filter)).items.map(({ ordinal }) => ordinal);

describe('rows of a published report', () => {
  it.each<[string, () => RowFilter, number[]]>([
    ['everything', () => ({}), [1, 2, 3]],
    ['by the outcome', () => ({ outcome: 'TAKEN_INTO_ACCOUNT' }), [1]],
    ['by the kind', () => ({ kind: 'PROPOSAL' }), [2]],
    ['by a clause', () => ({ clause: rows.clauses[0] }), [1, 2]],
    ['by a clause that only a member of the group names', () => ({ clause: rows.clauses[1] }), [2]],
    ['about the draft as a whole', () => ({ clause: 'whole-draft' }), [3]],
    ['by the number of a member', () => ({ number: number(2) }), [2]],
    ['by words in other letters', () => ({ words: 'МЕРЗІМ' }), [1]],
    ['by words of a member of the group', () => ({ words: 'много_документов' }), [2]],
    ['by words of the proposed wording', () => ({ words: 'тек өтініш' }), [2]],
    ['by words of the ground', () => ({ words: '«обсуждения»' }), [3]],
    ['by a sign that SQL would read as any letters', () => ({ words: '0%' }), [1]],
    ['by another such sign', () => ({ words: 'много документов' }), []],
    ['by everything at once', () => ({ words: 'көп', kind: 'PROPOSAL', clause: rows.clauses[0] }), [2]],
    ['nothing like it', () => ({ words: "'; drop table report; --\0" }), []],
  ])('%s', async (_, filter, ordinals) => {
    expect(await found(filter())).toEqual(ordinals);
  });

  it('come page by page', async () => {
    const page = (after?: string) => bed.get(ReportRowsOf).page(reportId, { size: 2, after });
    const first = await page();
    expect([first.items.length, first.next]).toEqual([2, '2']);
    expect(await page(first.next)).toMatchObject({ items: [{ ordinal: 3 }] });
  });

  it('say of a remark where it is answered, or what became of it', async () => {
    const of = (index: number) => bed.get(ReportRowsOf).ofRemarkIn(reportId, number(index));
    expect(await of(2)).toMatchObject({ remark: { row: 2 }, row: { number: number(1) } });
    expect(await of(4)).toMatchObject({ remark: { state: 'WITHDRAWN' }, row: null });
    expect(await bed.get(ReportRowsOf).ofRemarkIn(newId(), number(2))).toBeUndefined();
    expect(await bed.get(ReportRowsOf).ofRemarkIn('nothing', number(2))).toBeUndefined();
  });
});

describe('figures of each clause', () => {
  it('count every standing remark where it says itself, with the answer of its row', async () => {
    const figures = await bed.get(ReportClauses).of(reportId);
    const of = (lineageId: string | null) => figures.find((each) => each.lineageId === lineageId);
    const [first = '', second = ''] = rows.clauses;
    expect(of(first)).toMatchObject({ remarks: 1, proposals: 1, takenIntoAccount: 1, notTakenIntoAccount: 1 });
    expect(of(second)).toMatchObject({ remarks: 1, proposals: 0, takenIntoAccount: 0, notTakenIntoAccount: 1 });
    expect(of(null)).toMatchObject({ remarks: 1, partly: 0, notTakenIntoAccount: 1 });
    expect(figures).toHaveLength(3);
  });

  it('are those of published reports only', async () => {
    const others = await insertDiscussion(bed.database, { remarks: 1 });
    const draft = await bed
      .get(AssembleReport)
      .execute({ discussionId: others.discussionId }, officerOf(others.bodyId));
    expect(await bed.get(ReportClauses).of(draft.reportId)).toEqual([]);
    expect(await bed.get(ReportClauses).of('nothing')).toEqual([]);
  });

  it('shows no words that were erased since, and keeps the figures; the signed data stay (decision 22)', async () => {
    const { items } = await bed.get(ReportRowsOf).page(reportId, { size: 50 });
    const remarkId = rows.remarks[0]?.id ?? '';
    await bed.get(EraseRemark).execute({ remarkId }, officerOf(rows.bodyId, 'administrator'));
    const after = (await bed.get(ReportRowsOf).page(reportId, { size: 50 })).items;
    expect(after[0]).toMatchObject({ number: number(0), text: '—', brief: '—', proposedWording: null });
    expect(after.map(({ points }) => points.length)).toEqual(items.map(({ points }) => points.length));
    expect(after.slice(1)).toEqual(items.slice(1));
    expect((await bed.get(ReportRowsOf).ofRemarkIn(reportId, number(0)))?.row?.text).toBe('—');
    const [signed] = await bed.database.query<{ data: string }>(
      'select data from report_row where report_id = $1 and ordinal = 1',
      [reportId],
    );
    expect(signed?.data).toContain('Мерзім ұзақ 100%');
  });

  it('finds no row by words that were erased since, also of a member of a group, and finds it by its ground', async () => {
    const erase = (index: number) =>
      bed
        .get(EraseRemark)
        .execute({ remarkId: rows.remarks[index]?.id ?? '' }, officerOf(rows.bodyId, 'administrator'));
    const ground = { words: 'екінші бөлімінде' };
    expect(await found({ words: 'много_документов' })).toEqual([2]);
    await erase(2);
    expect(await found({ words: 'много_документов' })).toEqual([]);
    expect(await found({ words: 'көп' })).toEqual([2]);
    await erase(1);
    for (const words of ['көп', 'тек өтініш', 'мерзім']) expect(await found({ words })).toEqual([]);
    expect(await found(ground)).toEqual([1, 2, 3]);
  });
});
