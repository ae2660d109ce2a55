import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ChooseRepresentative, DecideGroup, GroupRemarks, LeaveGroup, StockAnswers } from '#lib/consideration';
import { bytesOf } from '#lib/documents';
import { type DiscussionRows, insertDiscussion, officerOf } from '#lib/testing';
import type { ReportData } from '../domain/report-data.js';
import { ReportRenderings } from '../queries/report-renderings.js';
import { codeOf, docxText, type ReportBed, refuse, reportBed } from '../testing/report-bed.js';
import { AssembleReport } from './assemble-report.js';
import { SignReport } from './sign-report.js';

let bed: ReportBed;
beforeAll(async () => {
  bed = await reportBed();
});
afterAll(() => bed.stop());

let rows: DiscussionRows;
let officer: ReturnType<typeof officerOf>;
const number = (index: number) => rows.remarks[index]?.number ?? '';
const group = (...places: number[]) =>
  bed.get(GroupRemarks).execute({ discussionId: rows.discussionId, numbers: places.map(number) }, officer);
const answer = (no: number) =>
  bed.get(DecideGroup).execute(
    {
      discussionId: rows.discussionId,
      no,
      outcome: 'NOT_TAKEN_INTO_ACCOUNT',
      reasonCode: 'ALREADY_PROVIDED',
      groundKk: 'Жобаның екінші бөлімінде көзделген.',
      groundRu: 'Предусмотрено вторым разделом проекта.',
    },
    officer,
  );

/** Remarks 1 to 4 are group 1, of which 3 stands for the others, and 5 and 6 are group 2; 0 and 7 stand alone; all are decided. */
beforeEach(async () => {
  const remarks = Array.from({ length: 8 }, (_, place) => ({
    kind: place === 2 ? ('PROPOSAL' as const) : ('REMARK' as const),
  }));
  rows = await insertDiscussion(bed.database, { remarks });
  officer = officerOf(rows.bodyId);
  await group(1, 2, 3, 4);
  await group(5, 6);
  await bed.get(ChooseRepresentative).execute({ discussionId: rows.discussionId, no: 1, number: number(3) }, officer);
  await answer(1);
  await answer(2);
  await refuse(bed, rows, 0);
  await refuse(bed, rows, 7, { groundRu: 'Уже предусмотрено пунктом 2 раздела 2.' });
});

/** By hand: whether with a ground is not the matter here. */
const hide = (index: number) =>
  bed.database.query(`update remark set state = 'HIDDEN' where number = $1`, [number(index)]);

const assemble = () => bed.get(AssembleReport).execute({ discussionId: rows.discussionId }, officer);
const fileOf = async (reportId: string, format: 'JSON' | 'DOCX') =>
  bytesOf((await bed.get(ReportRenderings).open({ reportId, format, language: 'ru' }, officer)).stream);
const dataOf = async (reportId: string): Promise<ReportData> =>
  JSON.parse((await fileOf(reportId, 'JSON')).toString()) as ReportData;

describe('the report on grouped remarks (REQ-44, AMB-10)', () => {
  it('has one row a group, every remark in the list with its row and its own words, and counts each', async () => {
    const { reportId, blockers } = await assemble();
    expect(blockers).toEqual([]);
    const data = await dataOf(reportId);
    expect(data.rows.map((row) => [row.ordinal, row.number, row.group])).toEqual([
      [1, number(0), null],
      [2, number(3), { no: 1, size: 4, remarks: 3, proposals: 1 }],
      [3, number(5), { no: 2, size: 2, remarks: 2, proposals: 0 }],
      [4, number(7), null],
    ]);
    expect(data.remarks.map(({ row }) => row)).toEqual([1, 2, 2, 2, 2, 3, 3, 4]);
    expect(data.remarks.map(({ own }) => own !== null)).toEqual([false, true, true, false, true, false, true, false]);
    expect(data.counts).toMatchObject({ groups: 2, grouped: 6, decided: { remarks: 7, proposals: 1, total: 8 } });
    const text = await docxText(await fileOf(reportId, 'DOCX'));
    for (const { number: each } of rows.remarks) expect(text).toContain(each);
  });

  it('one answer to a group is one answer, not a stock answer under many remarks (REQ-53)', async () => {
    expect(await bed.get(StockAnswers).of(rows.discussionId, 2)).toMatchObject([{ remarks: 3 }]);
    expect(await bed.get(StockAnswers).of(rows.discussionId, 3)).toEqual([]);
  });

  it('shows the earliest that stands when who stood for the others is hidden', async () => {
    await hide(3);
    const data = await dataOf((await assemble()).reportId);
    expect(data.rows.map((row) => row.number)).toEqual([0, 1, 5, 7].map(number));
    expect(data.rows[1]?.group).toEqual({ no: 1, size: 3, remarks: 2, proposals: 1 });
  });

  it('takes a group of which one stands for a single remark', async () => {
    await hide(6);
    const { rows: shown, counts } = await dataOf((await assemble()).reportId);
    expect(shown[2]).toMatchObject({ number: number(5), group: null });
    expect(counts).toMatchObject({ groups: 1, grouped: 4 });
  });
});

describe('the check of grouped remarks', () => {
  it('names who is decided otherwise than the group', async () => {
    await bed.database.query('alter table decision disable trigger user');
    await bed.database.query(
      `update decision set ground_ru = 'Совсем иное обоснование решения.'
        where point_id in (select p.id from point p join remark r on r.id = p.remark_id where r.number = $1)`,
      [number(4)],
    );
    await bed.database.query('alter table decision enable trigger user');
    expect((await assemble()).blockers).toMatchObject([
      { code: 'group-decided-apart', number: number(4), detail: '1' },
    ]);
  });

  it.each([
    ['left', () => bed.get(LeaveGroup).execute({ discussionId: rows.discussionId, no: 1, number: number(4) }, officer)],
    [
      'came to stand for the others',
      () =>
        bed.get(ChooseRepresentative).execute({ discussionId: rows.discussionId, no: 1, number: number(4) }, officer),
    ],
  ])('finds before the signature who %s', async (_, change) => {
    const { reportId } = await assemble();
    await change();
    const sign = bed.get(SignReport).execute({ reportId }, officerOf(rows.bodyId, 'signer'));
    expect(await codeOf(sign)).toBe('report-blocked');
    await expect(sign).rejects.toMatchObject({
      details: { blockers: expect.arrayContaining([expect.objectContaining({ number: number(4) })]) as unknown },
    });
  });
});
