import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DecideRemark } from '#lib/consideration';
import { newId } from '#lib/kernel';
import {
  type DiscussionRows,
  type DiscussionSpec,
  insertDiscussion,
  insertDraftVersion,
  officerOf,
  type TestBed,
} from '#lib/testing';
import { typedKeys } from '../answers/answer-columns.js';
import type { PlannedAnswer } from '../answers/planned-answer.js';
import type { EditedWorkbook } from '../testing/edited-workbook.js';
import { answerIn, refused } from '../testing/answers.js';
import { download, planOf, startSheetsBed } from '../testing/sheets-bed.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startSheetsBed();
});
afterAll(() => bed.stop());

type Officer = ReturnType<typeof officerOf>;

async function scene(spec: DiscussionSpec) {
  const rows = await insertDiscussion(bed.database, spec);
  return { rows, officer: officerOf(rows.bodyId) };
}
const idOf = ({ remarks }: DiscussionRows, index: number) => remarks[index]?.id ?? '';
const told = ({ kind, conflict, faults }: PlannedAnswer) =>
  conflict ?? (faults.length > 0 ? faults.map(({ address, fault }) => `${address} ${fault}`).join() : kind);
const toldOf = async (rows: DiscussionRows, officer: Officer, sheet: EditedWorkbook) =>
  (await planOf(bed, rows, officer, sheet)).map(told);

describe('what is wrong in a sheet', () => {
  it('refuses a formula in any column that is filled in, by its address, whatever it shows', async () => {
    const { rows, officer } = await scene({ remarks: typedKeys.length });
    const sheet = await download(bed, rows, officer);
    typedKeys.forEach((key, index) => {
      answerIn(sheet, index + 2, {});
      sheet.type(index + 2, key, { formula: 'A1', shows: sheet.text(index + 2, key) || 'Не учтено' });
    });
    expect(await toldOf(rows, officer, sheet)).toEqual(
      typedKeys.map((key, index) => `${sheet.lettersOf(key)}${index + 2} formula`),
    );
  });

  it.each([
    ['decision', 'outcome-unknown', 'Принять'],
    ['decision', 'outcome-missing', null],
    ['reason', 'reason-unknown', 'Потому что'],
    ['reason', 'reason-missing', null],
    ['reason', 'reason-of-other-outcome', 'учтено'],
    ['reason', 'reason-unknown', 'относится к части, не изменяемой проектом'],
    ['ground-kk', 'ground-too-short', 'Жоқ.'],
    ['ground-ru', 'ground-too-short', null],
    ['ground-ru', 'blank-not-filled', 'Предусмотрено [[каким пунктом]] проекта'],
    ['ground-kk', 'too-long', 'а'.repeat(20_001)],
    ['changed', 'clause-not-in-draft', 'Пункт 99'],
    ['changed', 'change-of-refused-point', 'Пункт 1'],
    ['observations', 'too-long', 'а'.repeat(5_001)],
    ['number', 'number-changed', 'T-0000'],
    ['remark', 'text-changed', 'Совсем другой текст'],
    ['state', 'row-damaged', 'talqy1 ru 1'],
    ['state', 'row-added', null],
  ] as const)('tells at its address: %s, %s', async (key, fault, typed) => {
    const { rows, officer } = await scene({ remarks: 2 });
    const sheet = await download(bed, rows, officer);
    answerIn(sheet, 2, {}).type(2, key, typed);
    const [told2, told3] = await toldOf(rows, officer, sheet);
    expect([told2, told3]).toEqual([`${sheet.lettersOf(key)}2 ${fault}`, 'UNCHANGED']);
  });

  it('tells how long a ground and an explanation may be', async () => {
    const { rows, officer } = await scene({ remarks: 1 });
    const sheet = await download(bed, rows, officer);
    const long = 'ұ'.repeat(20_001);
    answerIn(sheet, 2, { decision: 'Учтено', reason: 'учтено', 'ground-ru': long });
    sheet.type(2, 'no-change-kk', long).type(2, 'no-change-ru', 'ұ'.repeat(20_000));
    const [plan] = await planOf(bed, rows, officer, sheet);
    expect(plan?.faults).toEqual(
      ['ground-ru', 'no-change-kk'].map((key) => ({
        address: `${sheet.lettersOf(key)}2`,
        fault: 'too-long',
        limit: 20_000,
      })),
    );
  });

  it('tells what an accepted point lacks, and takes labels in any language, several and in any order', async () => {
    const { rows, officer } = await scene({ remarks: 4 });
    const sheet = await download(bed, rows, officer);
    const taken = { decision: ' Ескерілді' };
    for (const row of [2, 3, 4, 5]) answerIn(sheet, row, { ...taken, reason: 'учтено' });
    sheet.type(3, 'changed', ' clause 2;1 ТАРМАҚ ;; Пункт 2').type(4, 'no-change-kk', 'Мәтін онсыз да солай дейді.');
    sheet.type(5, 'changed', 'Пункт 1').type(5, 'no-change-kk', 'Өзгеріссіз').type(5, 'no-change-ru', 'Без изменений');
    const plan = await planOf(bed, rows, officer, sheet);
    const at = (key: string) => sheet.lettersOf(key);
    expect(plan.map(told)).toEqual([
      `${at('changed')}2 change-not-named`,
      'NEW',
      `${at('no-change-ru')}4 explanation-in-one-language`,
      `${at('no-change-kk')}5 change-and-explanation`,
    ]);
    expect(plan[1]?.decision?.changedClauses).toEqual([...rows.clauses].toReversed());
  });

  it('reads clauses by the draft of its own day, also when a later version has numbered them anew', async () => {
    const { rows, officer } = await scene({ remarks: 1 });
    const [first, second] = rows.clauses;
    const sheet = await download(bed, rows, officer);
    answerIn(sheet, 2, { decision: 'Учтено', reason: 'учтено', changed: 'Пункт 1' });
    const clauses = [
      { lineageId: second, text: 'Нысаны | Форма' },
      { lineageId: first, text: 'Мерзімі | Срок' },
    ];
    await insertDraftVersion(bed.database, rows.procedureId, newId(), 2, clauses);
    const [plan] = await planOf(bed, rows, officer, sheet);
    expect([plan?.kind, plan?.decision?.changedClauses]).toEqual(['NEW', [first]]);
    const later = await download(bed, rows, officer);
    answerIn(later, 2, { decision: 'Учтено', reason: 'учтено', changed: 'Пункт 1' });
    expect((await planOf(bed, rows, officer, later))[0]?.decision?.changedClauses).toEqual([second]);
  });

  it('leaves deleted rows alone, refuses rows added or repeated, and rows of another discussion', async () => {
    const { rows, officer } = await scene({ remarks: 4 });
    const other = await scene({ remarks: 2 });
    const foreign = await download(bed, other.rows, other.officer);
    const sheet = await download(bed, rows, officer);
    for (const row of [2, 3, 4, 5]) answerIn(sheet, row, {});
    sheet.deleteRow(2).type(4, 'state', sheet.text(3, 'state')).type(5, 'state', foreign.text(2, 'state'));
    sheet.type(9, 'decision', 'Учтено');
    sheet.type(11, 'number', 'Қорытынды');
    const at = sheet.lettersOf('state');
    expect(await toldOf(rows, officer, sheet)).toEqual([
      `${at}3 row-repeated`,
      `${at}4 row-repeated`,
      `${at}5 other-discussion`,
      `${at}9 row-added`,
      'UNCHANGED',
    ]);
    await expect(planOf(bed, rows, officer, foreign)).rejects.toMatchObject({
      code: 'import-refused',
      details: { fault: 'other-discussion' },
    });
  });

  it('does not take back a decision by an erased row', async () => {
    const { rows, officer } = await scene({ remarks: 1 });
    await bed.get(DecideRemark).execute({ remarkId: idOf(rows, 0), ...refused }, officer);
    const sheet = await download(bed, rows, officer);
    for (const key of typedKeys) sheet.type(2, key, null);
    expect(await toldOf(rows, officer, sheet)).toEqual([`${sheet.lettersOf('decision')}2 cleared`]);
  });
});
