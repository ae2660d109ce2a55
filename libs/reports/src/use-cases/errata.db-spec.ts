import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '#lib/database';
import { StoredFiles } from '#lib/files';
import { instant, newId } from '#lib/kernel';
import { type DiscussionRows, insertDiscussion, officerOf } from '#lib/testing';
import { ErrataOf } from '../queries/errata-of.js';
import { ReportOf } from '../queries/report-of.js';
import { ReportPlacementsOf } from '../queries/report-placements-of.js';
import { ReportRowsOf } from '../queries/report-rows-of.js';
import { accept, codeOf, type ReportBed, refuse, reportBed } from '../testing/report-bed.js';
import { AssembleReport } from './assemble-report.js';
import { DropErratum } from './drop-erratum.js';
import { OpenErratum } from './open-erratum.js';
import { PublishReport } from './publish-report.js';
import { RecordReportPlacement } from './record-report-placement.js';
import { SignReport } from './sign-report.js';

let bed: ReportBed;
beforeAll(async () => {
  bed = await reportBed();
});
afterAll(() => bed.stop());

const reason = {
  reasonKk: 'Екінші ескерту бойынша негіздеме қате көрсетілген.',
  reasonRu: 'По второму замечанию указано неверное обоснование.',
};
const publicUrl = 'https://talqy.example.kz';

async function signed(rows: DiscussionRows): Promise<string> {
  const { reportId } = await bed
    .get(AssembleReport)
    .execute({ discussionId: rows.discussionId }, officerOf(rows.bodyId));
  await bed.get(SignReport).execute({ reportId, acknowledgesWarnings: true }, officerOf(rows.bodyId, 'signer'));
  return reportId;
}
async function published(rows: DiscussionRows): Promise<string> {
  const reportId = await signed(rows);
  await bed.get(PublishReport).execute({ reportId, publicUrl });
  return reportId;
}
const open = (rows: DiscussionRows, more: object = {}, actor = officerOf(rows.bodyId)) =>
  bed.get(OpenErratum).execute({ discussionId: rows.discussionId, ...reason, ...more }, actor);
const drop = (rows: DiscussionRows, actor = officerOf(rows.bodyId)) =>
  bed.get(DropErratum).execute(rows.discussionId, actor);

async function reported(remarks = 2): Promise<DiscussionRows & { reportId: string }> {
  const rows = await insertDiscussion(bed.database, { remarks });
  for (let index = 0; index < remarks; index++) await refuse(bed, rows, index);
  return { ...rows, reportId: await published(rows) };
}

describe('an erratum (REQ-56, REQ-66)', () => {
  it('lets decisions change, is assembled, signed and published beside what it corrects, which stays as it was', async () => {
    const rows = await reported();
    const before = await bed.get(ReportOf).published(rows.discussionId);
    expect(await codeOf(refuse(bed, rows, 1))).toBe('report-frozen');
    expect(await open(rows)).toBe(1);
    await accept(bed, rows, 1, { noChangeKk: 'Онсыз да бар.', noChangeRu: 'Уже есть.' });
    // Until the erratum is published everybody reads the report as it is.
    const number = rows.remarks[1]?.number ?? '';
    const answer = async () =>
      (await bed.get(ReportRowsOf).ofRemark(rows.discussionId, number))?.row?.points[0]?.decision?.outcome;
    expect(await answer()).toBe('NOT_TAKEN_INTO_ACCOUNT');
    const corrected = await published(rows);
    expect(await answer()).toBe('TAKEN_INTO_ACCOUNT');
    const all = await bed.get(ReportOf).publishedAll(rows.discussionId);
    expect(all.map(({ id, version, head }) => [id, version, head.erratum?.number ?? null])).toEqual([
      [corrected, 2, 1],
      [rows.reportId, 1, null],
    ]);
    expect(all[0]?.head.erratum).toEqual({
      number: 1,
      reason: { kk: reason.reasonKk, ru: reason.reasonRu },
      corrects: { version: 1, dataSha256: before?.dataSha256 },
    });
    expect(all[1]).toEqual({ ...before, missingChannels: all[1]?.missingChannels });
    expect(await bed.get(ErrataOf).published(rows.discussionId)).toMatchObject([
      {
        number: 1,
        report: { id: corrected, version: 2, dataSha256: all[0]?.dataSha256 },
        corrects: { id: rows.reportId, version: 1, dataSha256: before?.dataSha256, erratum: null },
      },
    ]);
    expect(await codeOf(refuse(bed, rows, 1))).toBe('report-frozen');
    expect(await open(rows)).toBe(2);
  });

  it('is open once at a time, and only on what is published', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    expect(await codeOf(open(rows))).toBe('wrong-state');
    await refuse(bed, rows, 0);
    await published(rows);
    await open(rows);
    expect(await codeOf(open(rows))).toBe('wrong-state');
  });

  it('is not opened while one before it is signed and not published: it would correct what is corrected already', async () => {
    const rows = await reported(1);
    await open(rows);
    await accept(bed, rows, 0, { noChangeKk: 'Онсыз да бар.', noChangeRu: 'Уже есть.' });
    const reportId = await signed(rows);
    expect(await codeOf(open(rows))).toBe('wrong-state');
    await bed.get(PublishReport).execute({ reportId, publicUrl });
    expect(await open(rows)).toBe(2);
    const second = (await bed.get(ErrataOf).all(rows.discussionId)).find(({ report }) => report === null);
    expect(second?.corrects).toMatchObject({ id: reportId, erratum: 1 });
  });

  it('is not opened by another body, by an administrator, nor without a reason in both languages', async () => {
    const rows = await reported(1);
    expect(await codeOf(open(rows, {}, officerOf(newId())))).toBe('not-found');
    expect(await codeOf(open(rows, {}, officerOf(rows.bodyId, 'administrator')))).toBe('not-allowed');
    await expect(open(rows, { reasonRu: 'Ошибка.' })).rejects.toMatchObject({
      code: 'invalid-input',
      details: { faults: [{ field: 'reasonRu', fault: 'too-short', least: 20 }] },
    });
    expect(await codeOf(refuse(bed, rows, 0))).toBe('report-frozen');
  });

  it('is dropped while it changed nothing; after a change what differs is named', async () => {
    const rows = await reported();
    await open(rows);
    expect(await codeOf(drop(rows, officerOf(newId())))).toBe('not-found');
    await drop(rows);
    expect(await codeOf(drop(rows))).toBe('not-found');
    expect(await codeOf(refuse(bed, rows, 0))).toBe('report-frozen');
    expect(await open(rows)).toBe(1);
    await accept(bed, rows, 1, { noChangeKk: 'Онсыз да бар.', noChangeRu: 'Уже есть.' });
    await expect(drop(rows)).rejects.toMatchObject({
      code: 'report-blocked',
      details: { blockers: [{ number: rows.remarks[1]?.number }, { detail: 'counts' }] },
    });
  });

  it('once signed does not change, also by hand-written SQL', async () => {
    const rows = await reported(1);
    await open(rows);
    await accept(bed, rows, 0, { noChangeKk: 'Онсыз да бар.', noChangeRu: 'Уже есть.' });
    await published(rows);
    for (const sql of [
      `update report_erratum set reason_ru = 'Другая причина' where discussion_id = $1`,
      `update report_erratum set report_id = null where discussion_id = $1`,
      'delete from report_erratum where discussion_id = $1',
    ]) {
      await expect(bed.database.query(sql, [rows.discussionId])).rejects.toThrow(/REQ-66/);
    }
  });
});

describe('warnings (REQ-53)', () => {
  it('keep a report from being signed until the signer has seen them; then they stand in it', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 7 });
    for (let index = 0; index < 7; index++) await refuse(bed, rows, index);
    const { reportId } = await bed
      .get(AssembleReport)
      .execute({ discussionId: rows.discussionId }, officerOf(rows.bodyId));
    const sign = (acknowledgesWarnings: boolean) =>
      bed.get(SignReport).execute({ reportId, acknowledgesWarnings }, officerOf(rows.bodyId, 'signer'));
    await expect(sign(false)).rejects.toMatchObject({ details: { blockers: [{ code: 'warnings-not-acknowledged' }] } });
    await sign(true);
    const [view] = await bed.get(ReportOf).versions(rows.discussionId, officerOf(rows.bodyId));
    expect(view?.head.warnings.stockAnswers).toMatchObject([{ remarks: 7 }]);
  });
});

describe('placing the report on the channels of the draft (R8.3, REQ-65)', () => {
  const egov = (url: string) => ({ channel: 'EGOV_PORTAL', url, placedAt: instant('2016-07-05T06:00:00Z') }) as const;

  it('records each with its proof, until no channel lacks it', async () => {
    const rows = await reported(1);
    const place = (actor = officerOf(rows.bodyId), url = 'https://egov.example.kz/reports/1') =>
      bed
        .get(RecordReportPlacement)
        .execute({ discussionId: rows.discussionId, placement: { ...egov(url), proofSha256: 'ab'.repeat(32) } }, actor);
    expect((await bed.get(ReportOf).published(rows.discussionId))?.missingChannels).toEqual(['EGOV_PORTAL']);
    expect(await codeOf(place(officerOf(newId())))).toBe('not-found');
    expect(await codeOf(place(officerOf(rows.bodyId), 'javascript:alert(1)'))).toBe('invalid-input');
    await place();
    expect(await codeOf(place())).toBe('conflict');
    expect((await bed.get(ReportOf).published(rows.discussionId))?.missingChannels).toEqual([]);
    expect(await bed.get(ReportPlacementsOf).of(rows.discussionId)).toMatchObject([
      { channel: 'EGOV_PORTAL', proofSha256: 'ab'.repeat(32) },
      { channel: 'OWN_RESOURCE' },
    ]);
  });

  it('keeps the file that proves it, for the own officials; another use of the file is refused', async () => {
    const rows = await reported(1);
    const content = Buffer.from('snapshot of the page');
    const proof = await bed
      .get(StoredFiles)
      .put(bed.get(Database), { purpose: 'PROOF', name: 'сурет.png', mediaType: 'image/png', content });
    const place = (url: string) =>
      bed
        .get(RecordReportPlacement)
        .execute(
          { discussionId: rows.discussionId, placement: egov(url), proofFileId: proof.id },
          officerOf(rows.bodyId),
        );
    await place('https://egov.example.kz/reports/3');
    const placements = bed.get(ReportPlacementsOf);
    expect(await placements.of(rows.discussionId)).toContainEqual(
      expect.objectContaining({ url: 'https://egov.example.kz/reports/3', proofSha256: proof.sha256 }),
    );
    const files = (actor = officerOf(rows.bodyId)) => placements.proofFiles(rows.discussionId, actor);
    expect([...(await files())]).toEqual([]);
    await bed.database.query(`update stored_file set check_state = 'CLEAN', kept_size = size where id = $1`, [
      proof.id,
    ]);
    expect([...(await files())]).toEqual([[proof.sha256, proof.id]]);
    expect([...(await files(officerOf(newId())))]).toEqual([]);
    expect(await codeOf(place('https://egov.example.kz/reports/4'))).toBe('not-found');
    expect(await placements.of(rows.discussionId)).toHaveLength(2);
  });

  it('not before it is published', async () => {
    const rows = await insertDiscussion(bed.database);
    const placement = egov('https://egov.example.kz/reports/2');
    const act = bed
      .get(RecordReportPlacement)
      .execute({ discussionId: rows.discussionId, placement }, officerOf(rows.bodyId));
    expect(await codeOf(act)).toBe('wrong-state');
  });
});
