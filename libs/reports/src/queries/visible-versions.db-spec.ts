import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VersionComparison } from '#lib/drafting';
import { type Actor, citizen, newId } from '#lib/kernel';
import { type DiscussionRows, insertDiscussion, insertDraftVersion, officerOf } from '#lib/testing';
import { codeOf, explainChanges, type ReportBed, reportBed } from '../testing/report-bed.js';
import { AssembleReport } from '../use-cases/assemble-report.js';
import { PublishReport } from '../use-cases/publish-report.js';
import { SignReport } from '../use-cases/sign-report.js';
import { VisibleVersions } from './visible-versions.js';

let bed: ReportBed;
beforeAll(async () => {
  bed = await reportBed();
});
afterAll(() => bed.stop());

/** A closed discussion of version 1, frozen by its placement, with a revised version 2. */
async function revisedDraft(): Promise<DiscussionRows> {
  const rows = await insertDiscussion(bed.database);
  await bed.database.query(`update draft_version set frozen_at = '2016-06-01T04:00:00Z' where id = $1`, [
    rows.versionId,
  ]);
  await insertDraftVersion(bed.database, rows.procedureId, newId(), 2, [
    { lineageId: rows.clauses[0], text: 'Мерзімі – үш жұмыс күні | Срок – три рабочих дня' },
    { lineageId: rows.clauses[1], text: 'Нысаны: қағаз түрінде | Форма: бумажная' },
  ]);
  return rows;
}

const seen = async ({ procedureId }: DiscussionRows, actor: Actor) =>
  (await bed.get(VisibleVersions).of(procedureId, actor)).map(({ version, standing }) => `${version} ${standing}`);
const compared = ({ procedureId }: DiscussionRows, actor: Actor, from = 1, to = 2) =>
  bed.get(VisibleVersions).compare({ procedureId, from, to }, actor);

async function sign(rows: DiscussionRows): Promise<string> {
  const { discussionId, bodyId } = rows;
  await explainChanges(bed, rows);
  const { reportId } = await bed.get(AssembleReport).execute({ discussionId }, officerOf(bodyId));
  await bed.get(SignReport).execute({ reportId }, officerOf(bodyId, 'signer'));
  return reportId;
}
const publish = (reportId: string) =>
  bed.get(PublishReport).execute({ reportId, publicUrl: 'https://talqy.example.kz' });

describe('the versions of a draft (REQ-55)', () => {
  it('are shown to the public when placed, and revised with the published report, not when signed', async () => {
    const rows = await revisedDraft();
    const stranger = officerOf(newId());
    expect(await seen(rows, citizen)).toEqual(['1 discussed']);
    expect(await seen(rows, stranger)).toEqual(['1 discussed']);
    expect(await seen(rows, officerOf(rows.bodyId))).toEqual(['1 discussed', '2 unpublished']);
    const reportId = await sign(rows);
    expect(await seen(rows, citizen)).toEqual(['1 discussed']);
    expect(await codeOf(compared(rows, citizen))).toBe('not-found');
    await publish(reportId);
    for (const actor of [citizen, stranger, officerOf(rows.bodyId)])
      expect(await seen(rows, actor)).toEqual(['1 discussed', '2 revised']);
    expect((await compared(rows, citizen)).comparison.counts).toMatchObject({ changed: 1, unchanged: 1 });
  });

  it('saved after the published report stay hidden', async () => {
    const rows = await revisedDraft();
    await publish(await sign(rows));
    await insertDraftVersion(bed.database, rows.procedureId, newId(), 3, [{ text: 'Құпия | Скрытое' }]);
    expect(await seen(rows, citizen)).toEqual(['1 discussed', '2 revised']);
    expect(await codeOf(compared(rows, citizen, 1, 3))).toBe('not-found');
    expect(await seen(rows, officerOf(rows.bodyId, 'signer'))).toEqual(['1 discussed', '2 revised', '3 unpublished']);
  });

  it('before the placement are the body’s own', async () => {
    const placed = await insertDiscussion(bed.database);
    const rows = { ...placed, procedureId: newId() };
    await bed.database.query(
      `insert into procedure (id, kind, developer_id, title_kk, title_ru, profile_family, state, created_at)
       values ($1, 'OTHER_DRAFT', $2, 'А', 'А', 'kz-126', 'DRAFTING', '2016-05-30T06:00:00Z')`,
      [rows.procedureId, rows.bodyId],
    );
    await insertDraftVersion(bed.database, rows.procedureId, newId(), 1, [{ text: 'Құпия | Скрытое' }]);
    expect(await seen(rows, citizen)).toEqual([]);
    expect(await codeOf(compared(rows, citizen, 1, 1))).toBe('not-found');
    expect(await seen(rows, officerOf(newId(), 'officer', 'signer'))).toEqual([]);
    expect(await seen(rows, officerOf(rows.bodyId, 'administrator'))).toEqual([]);
    expect(await seen(rows, officerOf(rows.bodyId))).toEqual(['1 unpublished']);
  });

  it('of a withdrawn discussion stay readable as placed (AMB-18)', async () => {
    const rows = await insertDiscussion(bed.database, { state: 'WITHDRAWN' });
    await bed.database.query('update draft_version set frozen_at = now() where id = $1', [rows.versionId]);
    expect(await seen(rows, citizen)).toEqual(['1 discussed']);
  });

  it('do not hide what is hidden by another error: one not there, one not seen, a dossier unknown', async () => {
    const rows = await revisedDraft();
    const refusals = await Promise.all(
      [compared(rows, citizen, 1, 2), compared(rows, citizen, 2, 1), compared(rows, citizen, 1, 9)].map(codeOf),
    );
    expect(refusals).toEqual(['not-found', 'not-found', 'not-found']);
    expect(await codeOf(bed.get(VisibleVersions).compare({ procedureId: 'x', from: 1, to: 1 }, citizen))).toBe(
      'not-found',
    );
  });
});

describe('the comparison by numbers', () => {
  it('tells what changed, both ways, with the clauses of both versions', async () => {
    const { procedureId, clauses } = await revisedDraft();
    const { from, to, comparison } = await bed.get(VersionComparison).of(procedureId, 1, 2);
    expect([from.version, to.version]).toEqual([1, 2]);
    expect(to.clauses[0]?.text.kk).toBe('Мерзімі – үш жұмыс күні');
    expect(comparison.clauses.map(({ lineageId, status }) => [lineageId, status])).toEqual([
      [clauses[0], 'changed'],
      [clauses[1], 'unchanged'],
    ]);
    const back = await bed.get(VersionComparison).of(procedureId, 2, 1);
    expect(back.comparison.counts).toEqual(comparison.counts);
  });

  it('finds nothing in one version held against itself', async () => {
    const { procedureId } = await revisedDraft();
    const { comparison } = await bed.get(VersionComparison).of(procedureId, 2, 2);
    expect(comparison.counts).toMatchObject({ changed: 0, added: 0, removed: 0, unchanged: 2 });
  });

  it.each([
    [1, 3],
    [0, 1],
    [1, 2 ** 31],
    [1.5, 1],
    [Number.NaN, 1],
  ])('refuses %d and %d', async (from, to) => {
    const { procedureId } = await revisedDraft();
    expect(await codeOf(bed.get(VersionComparison).of(procedureId, from, to))).toBe('not-found');
  });

  it('does not take a version of another dossier', async () => {
    const [one, other] = [await revisedDraft(), await insertDiscussion(bed.database)];
    expect(await codeOf(bed.get(VersionComparison).of(other.procedureId, 1, 2))).toBe('not-found');
    expect(await codeOf(bed.get(VersionComparison).of('not an id', 1, 1))).toBe('not-found');
    expect(await codeOf(bed.get(VersionComparison).of(one.procedureId, 1, 2))).toBe('done');
  });
});
