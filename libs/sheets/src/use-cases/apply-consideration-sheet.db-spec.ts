import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DecideRemark, DecisionsOf, GroupRemarks, NotesOn, SplitRemark } from '#lib/consideration';
import { DropUnclaimedFiles } from '#lib/files';
import { type DiscussionRows, type DiscussionSpec, insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import { ConsiderationImports } from '../queries/consideration-imports.js';
import { answerIn, refused, sha256Hex } from '../testing/answers.js';
import { download, officerIn, startSheetsBed, upload } from '../testing/sheets-bed.js';
import { ApplyConsiderationSheet } from './apply-consideration-sheet.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startSheetsBed();
});
afterAll(() => bed.stop());

const idOf = ({ remarks }: DiscussionRows, index: number) => remarks[index]?.id ?? '';

async function scene(spec: DiscussionSpec) {
  const rows = await insertDiscussion(bed.database, spec);
  return { rows, officer: await officerIn(bed, rows.bodyId), discussionId: rows.discussionId };
}

/** Everything that applying a sheet may write. */
const written = async ({ discussionId }: Pick<DiscussionRows, 'discussionId'>) => {
  const ofRemarks = 'join remark r on r.id = p.remark_id where r.discussion_id = $1';
  const [row] = await bed.database.query(
    `select (select count(*)::int from decision d join point p on p.id = d.point_id ${ofRemarks}) as decisions,
            (select count(*)::int from point p ${ofRemarks}) as points,
            (select count(*)::int from remark_note p ${ofRemarks}) as notes,
            (select count(*)::int from ledger_entry where act = 'consideration.imported' and subject_id = $1) as imports,
            (select count(*)::int from ledger_entry e join remark r on r.id = e.subject_id
              where e.act = 'decision.made' and r.discussion_id = $1) as acts`,
    [discussionId],
  );
  return row;
};

describe('applying a sheet', () => {
  it('makes all decisions and notes of the sound rows at once, leaves the others out, and tells the ledger', async () => {
    const remarks = [{}, {}, {}, {}, { body: 'Бір. Екі.' }, {}, {}];
    const { rows, officer, discussionId } = await scene({ remarks });
    const numbers = rows.remarks.slice(0, 2).map(({ number }) => number);
    await bed.get(GroupRemarks).execute({ discussionId, numbers }, officer);
    const points = ['Бір.', 'Екі.'].map((quote, at) => [{ part: 'TEXT' as const, startsAt: at * 5, quote }]);
    await bed.get(SplitRemark).execute({ remarkId: idOf(rows, 4), points }, officer);
    await bed.get(DecideRemark).execute({ remarkId: idOf(rows, 2), ...refused }, officer);
    const sheet = await download(bed, rows, officer);
    answerIn(sheet, 2, { observations: ' Заңгермен келісілді ' });
    answerIn(sheet, 3, { 'ground-ru': 'Предусмотрено третьим разделом проекта.' });
    answerIn(sheet, 4, { 'ground-kk': 'Жоқ' });
    sheet.type(5, 'observations', 'Бірінші мәселе туралы');
    answerIn(sheet, 6, { decision: 'Учтено', reason: 'учтено', changed: 'Пункт 2' });
    answerIn(sheet, 7, {});
    const content = await sheet.save();
    const importId = await upload(bed, rows, officer, content);
    expect(await written(rows)).toEqual({ decisions: 1, points: 3, notes: 0, imports: 0, acts: 1 });
    const otherwise = { ...refused, groundKk: 'Әріптес осыны бұрын шешті.' };
    await bed.get(DecideRemark).execute({ remarkId: idOf(rows, 5), ...otherwise }, officer);
    const name = { discussionId, importId };
    const { plan } = await bed.get(ConsiderationImports).one(name, officer);
    const counts = { NEW: 2, CHANGED: 1, UNCHANGED: 2, CONFLICT: 1, ERROR: 1, notes: 2 };
    expect(plan?.counts).toEqual(counts);
    const applied = await bed.get(ApplyConsiderationSheet).execute({ ...name, seen: plan?.seen }, officer);
    expect(applied).toEqual({ isRepeated: false, appliedAt: expect.any(String), outcome: counts });
    const current = await Promise.all(rows.remarks.map(({ id }) => bed.get(DecisionsOf).current(id)));
    expect(current.map((of) => of.map(({ point, version, outcome }) => `${point}.${version} ${outcome}`))).toEqual([
      ['1.1 NOT_TAKEN_INTO_ACCOUNT'],
      ['1.1 NOT_TAKEN_INTO_ACCOUNT'],
      ['1.2 NOT_TAKEN_INTO_ACCOUNT'],
      [],
      ['2.1 TAKEN_INTO_ACCOUNT'],
      ['1.1 NOT_TAKEN_INTO_ACCOUNT'],
      [],
    ]);
    expect(current[4]?.[0]?.changedClauses).toEqual([rows.clauses[1]]);
    const notes = await Promise.all([0, 4].map((index) => bed.get(NotesOn).remark(idOf(rows, index), officer)));
    expect(notes.flat().map(({ text, author }) => [text, author])).toEqual([
      ['Заңгермен келісілді', 'Айжан Қалиева'],
      ['Бірінші мәселе туралы', 'Айжан Қалиева'],
    ]);
    const [entry] = await bed.database.query<{ data: string; actor: string }>(
      `select data, actor from ledger_entry where act = 'consideration.imported' and subject_id = $1`,
      [discussionId],
    );
    const fileSha256 = sha256Hex(content);
    expect(JSON.parse(entry?.data ?? '')).toEqual({ importId, fileSha256, ...counts });
    expect(entry?.actor).toBe(`officer:${officer.id}`);
  });

  it('does nothing the second time and says so, and the same file again changes nothing', async () => {
    const { rows, officer, discussionId } = await scene({ remarks: 3 });
    const numbers = rows.remarks.slice(0, 2).map(({ number }) => number);
    await bed.get(GroupRemarks).execute({ discussionId, numbers }, officer);
    const sheet = await download(bed, rows, officer);
    answerIn(sheet, 2, { observations: 'Ескертпе' });
    answerIn(sheet, 3, {});
    const name = { discussionId, importId: await upload(bed, rows, officer, sheet) };
    const apply = () => bed.get(ApplyConsiderationSheet).execute(name, officer);
    const both = await Promise.all([apply(), apply()]);
    expect(new Set(both.map(({ isRepeated }) => isRepeated))).toEqual(new Set([false, true]));
    expect(both[0]?.outcome).toEqual(both[1]?.outcome);
    const once = { decisions: 3, points: 3, notes: 1, imports: 1, acts: 1 };
    expect(await written(rows)).toEqual(once);
    const done = await bed.get(ConsiderationImports).one(name, officer);
    expect(done).toMatchObject({ plan: null, sheet: { outcome: { NEW: 2 } } });
    const again = { discussionId, importId: await upload(bed, rows, officer, sheet) };
    const { plan } = await bed.get(ConsiderationImports).one(again, officer);
    expect(plan?.counts).toEqual({ NEW: 0, CHANGED: 0, UNCHANGED: 2, CONFLICT: 0, ERROR: 0, notes: 0 });
    await expect(bed.get(ApplyConsiderationSheet).execute(again, officer)).rejects.toMatchObject({
      code: 'wrong-state',
    });
    expect(await written(rows)).toEqual(once);
  });

  it('writes nothing when the plan is not as it was seen, or one of its acts fails', async () => {
    const { rows, officer, discussionId } = await scene({ remarks: 3 });
    const sheet = await download(bed, rows, officer);
    for (const row of [2, 3, 4]) answerIn(sheet, row, { observations: 'Ескертпе' });
    const name = { discussionId, importId: await upload(bed, rows, officer, sheet) };
    const { plan } = await bed.get(ConsiderationImports).one(name, officer);
    const otherwise = { ...refused, groundKk: 'Әріптес осыны бұрын шешті.' };
    await bed.get(DecideRemark).execute({ remarkId: idOf(rows, 1), ...otherwise }, await officerIn(bed, rows.bodyId));
    const apply = bed.get(ApplyConsiderationSheet);
    await expect(apply.execute({ ...name, seen: plan?.seen }, officer)).rejects.toMatchObject({ code: 'conflict' });
    const before = { decisions: 1, points: 1, notes: 0, imports: 0, acts: 1 };
    expect(await written(rows)).toEqual(before);
    await bed.database.query(
      `alter table remark_note add constraint ck_of_this_test check (body <> 'Ескертпе') not valid`,
    );
    await expect(apply.execute(name, officer)).rejects.toThrow('ck_of_this_test');
    await bed.database.query('alter table remark_note drop constraint ck_of_this_test');
    expect(await written(rows)).toEqual(before);
    expect(await apply.execute(name, officer)).toMatchObject({
      isRepeated: false,
      outcome: { NEW: 2, CONFLICT: 1, notes: 2 },
    });
  });

  it('is the uploader’s own, for a day', async () => {
    const { rows, officer, discussionId } = await scene({ remarks: 1 });
    const sheet = await download(bed, rows, officer);
    answerIn(sheet, 2, {});
    const importId = await upload(bed, rows, officer, sheet);
    const name = { discussionId, importId };
    const other = await scene({});
    const refusals = [
      [await officerIn(bed, rows.bodyId), name],
      [officer, { ...name, discussionId: other.discussionId }],
      [officer, { ...name, importId: 'x' }],
      [other.officer, name],
    ] as const;
    for (const [actor, asked] of refusals) {
      const notFound = { code: 'not-found' };
      await expect(bed.get(ApplyConsiderationSheet).execute(asked, actor)).rejects.toMatchObject(notFound);
      await expect(bed.get(ConsiderationImports).one(asked, actor)).rejects.toMatchObject(notFound);
    }
    const own = () => bed.get(ConsiderationImports).of(discussionId, officer);
    expect((await own()).map(({ id }) => id)).toEqual([importId]);
    await bed.database.query(
      `update stored_file set created_at = created_at - interval '25 hours' where purpose = 'SHEET' and claimed_at is null`,
    );
    await bed.get(DropUnclaimedFiles).execute();
    await expect(bed.get(ApplyConsiderationSheet).execute(name, officer)).rejects.toMatchObject({ code: 'not-found' });
    expect(await own()).toEqual([]);
    expect(await written(rows)).toEqual({ decisions: 0, points: 0, notes: 0, imports: 0, acts: 0 });
  });

  it('stays with its file once it is applied', async () => {
    const { rows, officer, discussionId } = await scene({ remarks: 1 });
    const sheet = await download(bed, rows, officer);
    answerIn(sheet, 2, {});
    const importId = await upload(bed, rows, officer, sheet);
    await bed.get(ApplyConsiderationSheet).execute({ discussionId, importId }, officer);
    const [file] = await bed.database.query(
      `select f.claimed_at is not null as "isClaimed" from sheet_import i join stored_file f on f.id = i.file_id where i.id = $1`,
      [importId],
    );
    expect(file).toEqual({ isClaimed: true });
    for (const change of ['delete from sheet_import', `update sheet_import set outcome = '{}'`]) {
      await expect(bed.database.query(`${change} where id = $1`, [importId])).rejects.toThrow(
        'a sheet is applied once',
      );
    }
  });

  it.each(['OPEN', 'WITHDRAWN'] as const)('is not taken while the discussion is %s', async (state) => {
    const { rows, officer } = await scene({ remarks: 1, state });
    const sheet = await download(bed, rows, officer);
    await expect(upload(bed, rows, officer, sheet)).rejects.toMatchObject({ code: 'wrong-state' });
  });

  it('is not taken from who is no officer of the body, nor once the report is signed', async () => {
    const { rows, officer, discussionId } = await scene({ remarks: 1 });
    const sheet = await download(bed, rows, officer);
    answerIn(sheet, 2, {});
    const signer = officerOf(rows.bodyId, 'signer');
    await expect(upload(bed, rows, signer, sheet)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(upload(bed, rows, { kind: 'citizen' }, sheet)).rejects.toMatchObject({ code: 'not-found' });
    const importId = await upload(bed, rows, officer, sheet);
    await bed.database.query(
      `create or replace function report_is_signed(discussion uuid) returns boolean language sql stable as $$ select true $$`,
    );
    const frozen = { code: 'report-frozen' };
    const apply = bed.get(ApplyConsiderationSheet).execute({ discussionId, importId }, officer);
    await expect(apply).rejects.toMatchObject(frozen);
    await expect(upload(bed, rows, officer, sheet)).rejects.toMatchObject(frozen);
  });
});
