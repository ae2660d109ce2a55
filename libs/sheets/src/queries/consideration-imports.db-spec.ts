import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  DecideGroup,
  DecideRemark,
  DecideRemarks,
  DissolveGroup,
  GroupRemarks,
  GroupsOfDiscussion,
  LeaveGroup,
  SplitRemark,
} from '#lib/consideration';
import { languages } from '#lib/kernel';
import { type DiscussionRows, type DiscussionSpec, insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import type { PlannedAnswer } from '../answers/planned-answer.js';
import type { EditedWorkbook } from '../testing/edited-workbook.js';
import { accepted, answerIn, refused } from '../testing/answers.js';
import { download, officerIn, planOf, startSheetsBed } from '../testing/sheets-bed.js';

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
/** What no act does, but a restored backup or an import of old data may hold. */
async function withdrawAfterClose(remarkId: string) {
  await bed.database.query('alter table remark disable trigger user');
  await bed.database.query(`update remark set state = 'WITHDRAWN', withdrawn_at = received_at where id = $1`, [
    remarkId,
  ]);
  await bed.database.query('alter table remark enable trigger user');
}
/** As long as no act takes a ground, but as one was decided before grounds had a bound. */
async function lengthenGround(remarkId: string, groundRu: string) {
  await bed.database.query('alter table decision disable trigger user');
  await bed.database.query(
    'update decision set ground_ru = $2 where point_id in (select id from point where remark_id = $1)',
    [remarkId, groundRu],
  );
  await bed.database.query('alter table decision enable trigger user');
}
const idOf = ({ remarks }: DiscussionRows, index: number) => remarks[index]?.id ?? '';
const told = ({ kind, conflict, faults }: PlannedAnswer) =>
  conflict ?? (faults.length > 0 ? faults.map(({ address, fault }) => `${address} ${fault}`).join() : kind);
const toldOf = async (rows: DiscussionRows, officer: Officer, sheet: EditedWorkbook) =>
  (await planOf(bed, rows, officer, sheet)).map(told);

describe('a sheet that came back', () => {
  it.each(languages)('REQ-50: in %s, untouched, changes nothing in any row', async (language) => {
    const { rows, officer } = await scene({
      remarks: [{}, {}, { body: 'Бірінші. Екінші.' }, {}, { body: '_x000D_ \'=1+1\t\r\n<&>"' }, {}],
    });
    const { discussionId } = rows;
    const numbers = rows.remarks.slice(0, 2).map(({ number }) => number);
    await bed.get(GroupRemarks).execute({ discussionId, numbers }, officer);
    await bed.get(DecideGroup).execute({ discussionId, no: 1, ...refused }, officer);
    const points = ['Бірінші.', 'Екінші.'].map((quote) => [
      { part: 'TEXT' as const, startsAt: 'Бірінші. Екінші.'.indexOf(quote), quote },
    ]);
    await bed.get(SplitRemark).execute({ remarkId: idOf(rows, 2), points }, officer);
    const decide = bed.get(DecideRemark);
    await decide.execute({ remarkId: idOf(rows, 2), ...accepted, changedClauses: [...rows.clauses] }, officer);
    const strange = "'=1+1 \r\nекінші жол \u0007 \uFFFE _x0041_ ".padEnd(40, 'ә');
    await decide.execute({ remarkId: idOf(rows, 3), ...refused, groundKk: strange }, officer);
    const explained = { noChangeKk: 'Мәтін онсыз да солай.', noChangeRu: 'Текст уже таков.' };
    await decide.execute({ remarkId: idOf(rows, 4), ...accepted, ...explained }, officer);
    await decide.execute({ remarkId: idOf(rows, 5), ...refused }, officer);
    await lengthenGround(idOf(rows, 5), 'ы'.repeat(32_800));
    const sheet = await download(bed, rows, officer, { language });
    expect(await toldOf(rows, officer, sheet)).toEqual(Array.from({ length: 6 }, () => 'UNCHANGED'));
  });

  it('tells a new decision, a changed one with what is in force, and what says the same again', async () => {
    const { rows, officer } = await scene({ remarks: 4 });
    const known = await officerIn(bed, rows.bodyId);
    await bed.get(DecideRemark).execute({ remarkId: idOf(rows, 1), ...refused }, known);
    const sheet = await download(bed, rows, officer);
    answerIn(sheet, 2, { reason: 'уже предусмотрено проектом' });
    answerIn(sheet, 3, { 'ground-ru': 'Предусмотрено третьим разделом проекта.' });
    answerIn(sheet, 4, {});
    await bed.get(DecideRemark).execute({ remarkId: idOf(rows, 2), ...refused }, officer);
    const plan = await planOf(bed, rows, officer, sheet);
    expect(plan.map(told)).toEqual(['NEW', 'CHANGED', 'UNCHANGED', 'UNCHANGED']);
    expect(plan[0]).toMatchObject({ row: 2, number: rows.remarks[0]?.number, inForce: null, decision: refused });
    expect(plan[1]).toMatchObject({
      decision: { groundRu: 'Предусмотрено третьим разделом проекта.' },
      inForce: { groundRu: refused.groundRu, version: 1, decidedBy: 'Айжан Қалиева' },
    });
  });

  it('is in conflict where somebody decided, split, grouped, withdrew or hid it since', async () => {
    const { rows, officer } = await scene({ remarks: [{}, {}, {}, {}, {}, {}, {}, { body: 'Бір. Екі.' }, {}] });
    const { discussionId, remarks } = rows;
    await bed.get(DecideRemark).execute({ remarkId: idOf(rows, 1), ...refused }, officer);
    const sheet = await download(bed, rows, officer);
    for (const row of [2, 3, 4, 5, 6, 7, 9]) answerIn(sheet, row, { 'ground-kk': 'Басқа негіздеме осы жолда тұр.' });
    await bed
      .get(DecideRemarks)
      .execute({ remarkIds: [idOf(rows, 0), idOf(rows, 1), idOf(rows, 6)], ...refused }, officer);
    const numbers = [2, 3].map((index) => remarks[index]?.number ?? '');
    await bed.get(GroupRemarks).execute({ discussionId, numbers }, officer);
    await withdrawAfterClose(idOf(rows, 4));
    const points = ['Бір.', 'Екі.'].map((quote, at) => [{ part: 'TEXT' as const, startsAt: at * 5, quote }]);
    await bed.get(SplitRemark).execute({ remarkId: idOf(rows, 7), points }, officer);
    const plan = await planOf(bed, rows, officer, sheet);
    expect(plan.map(told)).toEqual([
      'decided',
      'decided',
      'grouped',
      'grouped',
      'withdrawn',
      'NEW',
      'UNCHANGED',
      'split',
      'UNCHANGED',
    ]);
    expect(plan[1]).toMatchObject({
      kind: 'CONFLICT',
      inForce: { version: 2 },
      decision: { groundKk: 'Басқа негіздеме осы жолда тұр.' },
    });
  });

  it('REQ-44: answers a group as it was seen, and is in conflict once it is another', async () => {
    const { rows, officer } = await scene({ remarks: 8 });
    const { discussionId, remarks } = rows;
    const group = (...indexes: number[]) => {
      const numbers = indexes.map((index) => remarks[index]?.number ?? '');
      return bed.get(GroupRemarks).execute({ discussionId, numbers }, officer);
    };
    await group(0, 1, 2);
    await group(3, 4);
    await group(5, 6, 7);
    const sheet = await download(bed, rows, officer);
    for (const row of [2, 3, 4]) answerIn(sheet, row, {});
    expect(await toldOf(rows, officer, sheet)).toEqual(['NEW', 'NEW', 'NEW']);
    await bed.get(LeaveGroup).execute({ discussionId, no: 1, number: remarks[2]?.number ?? '' }, officer);
    const { seen } = await bed.get(GroupsOfDiscussion).one(discussionId, 2, officer);
    await bed.get(DissolveGroup).execute({ discussionId, no: 2, seen }, officer);
    await bed
      .get(DecideGroup)
      .execute({ discussionId, no: 3, ...refused, groundKk: 'Топқа басқа жауап берілді.' }, officer);
    expect(await toldOf(rows, officer, sheet)).toEqual(['group-changed', 'dissolved', 'group-changed']);
    await bed.get(DecideGroup).execute({ discussionId, no: 3, ...refused }, officer);
    expect(await toldOf(rows, officer, sheet)).toEqual(['group-changed', 'dissolved', 'UNCHANGED']);
  });

  it('starts a group from nothing while its members are answered differently, and finds members split apart', async () => {
    const { rows, officer } = await scene({ remarks: [{ body: 'Бір. Екі.' }, { body: 'Бір. Екі.' }, {}, {}] });
    const { discussionId, remarks } = rows;
    await bed.get(DecideRemark).execute({ remarkId: idOf(rows, 2), ...refused }, officer);
    for (const pair of [
      [0, 1],
      [2, 3],
    ]) {
      const numbers = pair.map((index) => remarks[index]?.number ?? '');
      await bed.get(GroupRemarks).execute({ discussionId, numbers }, officer);
    }
    await bed.database.query(
      `insert into point (id, remark_id, position) select gen_random_uuid(), $1, n from generate_series(1, 2) as n`,
      [idOf(rows, 1)],
    );
    const sheet = await download(bed, rows, officer);
    expect(sheet.text(3, 'decision')).toBe('');
    answerIn(sheet, 2, {});
    answerIn(sheet, 3, {});
    expect(await toldOf(rows, officer, sheet)).toEqual([`${sheet.lettersOf('group')}2 split-apart`, 'CHANGED']);
  });
});
