import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { type DiscussionRows, insertDiscussion, insertDraftVersion, officerOf } from '#lib/testing';
import type { Blocker } from '../domain/blockers.js';
import { ReportBlocked } from '../domain/errors.js';
import { ReportOf } from '../queries/report-of.js';
import { ReportRenderings } from '../queries/report-renderings.js';
import { ReportRowsOf } from '../queries/report-rows-of.js';
import { codeOf, type ReportBed, refuse, reportBed, twelveRemarks } from '../testing/report-bed.js';
import { AssembleReport } from './assemble-report.js';
import { PublishReport } from './publish-report.js';
import { RequestReport } from './request-report.js';
import { SignReport } from './sign-report.js';

let bed: ReportBed;
beforeAll(async () => {
  bed = await reportBed();
});
afterAll(() => bed.stop());

const assemble = async (rows: DiscussionRows) =>
  (await bed.get(AssembleReport).execute({ discussionId: rows.discussionId }, officerOf(rows.bodyId))).reportId;
const sign = (rows: DiscussionRows, reportId: string) =>
  bed.get(SignReport).execute({ reportId, acknowledgesWarnings: true }, officerOf(rows.bodyId, 'signer'));
const blockersAtSigning = async (rows: DiscussionRows, reportId: string): Promise<readonly Blocker[]> => {
  const refusal = await sign(rows, reportId).catch((error: unknown) => error);
  if (!(refusal instanceof ReportBlocked)) throw new Error(`not blocked: ${String(refusal)}`);
  return refusal.details['blockers'] as readonly Blocker[];
};
const stateOf = async (table: 'report' | 'procedure', id: string) =>
  (await bed.database.query<{ state: string }>(`select state from ${table} where id = $1`, [id]))[0]?.state;
const counted = async (sql: string, ...parameters: unknown[]) =>
  (await bed.database.query<{ n: number }>(`select count(*)::int as n from ${sql}`, parameters))[0]?.n;

/** As an administrator of the database would, around the triggers. */
async function tamper(table: string, statement: string, ...parameters: unknown[]) {
  await bed.database.query(`alter table ${table} disable trigger user`);
  await bed.database.query(statement, parameters);
  await bed.database.query(`alter table ${table} enable trigger user`);
}

describe('signing', () => {
  it('REQ-61, REQ-66: freezes the report with its hash; the procedure is CONSIDERED', async () => {
    const rows = await twelveRemarks(bed);
    const reportId = await assemble(rows);
    const { hash } = await sign(rows, reportId);
    const [view] = await bed.get(ReportOf).versions(rows.discussionId, officerOf(rows.bodyId));
    expect(view).toMatchObject({ state: 'SIGNED', dataSha256: hash, signedAt: bed.clock.now(), blockers: [] });
    expect(await stateOf('procedure', rows.procedureId)).toBe('CONSIDERED');
    const signed = `ledger_entry where act = 'report.signed' and subject_id = $1 and data like '%' || $2 || '%'`;
    expect(await counted(signed, reportId, hash)).toBe(1);
    expect(await counted(`outbox_event where event = 'report.signed' and data ->> 'reportId' = $1`, reportId)).toBe(1);
    expect(
      await counted(
        'draft_version where procedure_id = $1 and version = 2 and frozen_at is not null',
        rows.procedureId,
      ),
    ).toBe(1);
  });

  it('twice is refused, also when both come at once', async () => {
    const rows = await insertDiscussion(bed.database);
    const reportId = await assemble(rows);
    const codes = await Promise.all([codeOf(sign(rows, reportId)), codeOf(sign(rows, reportId))]);
    expect(codes.toSorted()).toEqual(['done', 'report-frozen']);
    expect(await counted(`ledger_entry where act = 'report.signed' and subject_id = $1`, reportId)).toBe(1);
  });

  it('REQ-56: afterwards a decision, an assembly and a request are refused', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    await refuse(bed, rows, 0);
    await sign(rows, await assemble(rows));
    expect(await codeOf(refuse(bed, rows, 0))).toBe('report-frozen');
    expect(await codeOf(assemble(rows))).toBe('report-frozen');
    expect(await codeOf(bed.get(RequestReport).execute(rows.discussionId))).toBe('report-frozen');
  });
});

describe('signing is refused', () => {
  it('REQ-61: with one undecided point, named by its number, and nothing is written', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 3 });
    await refuse(bed, rows, 0);
    await refuse(bed, rows, 2);
    const reportId = await assemble(rows);
    expect(await blockersAtSigning(rows, reportId)).toEqual([
      { code: 'undecided-point', clause: 'REQ-61', number: rows.remarks[1]?.number, point: 1, detail: null },
    ]);
    expect(await stateOf('report', reportId)).toBe('ASSEMBLED');
    expect(await stateOf('procedure', rows.procedureId)).toBe('CLOSED');
    expect(await counted(`outbox_event where event = 'report.signed' and data ->> 'reportId' = $1`, reportId)).toBe(0);
  });

  it('REQ-64: after one decision was altered by SQL; its remark and the counts are named', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 2 });
    await refuse(bed, rows, 0);
    await refuse(bed, rows, 1);
    const reportId = await assemble(rows);
    await tamper(
      'decision',
      `update decision set outcome = 'TAKEN_INTO_ACCOUNT', reason_code = 'ACCEPTED', no_change_kk = 'a', no_change_ru = 'b'
        where point_id in (select id from point where remark_id = $1)`,
      rows.remarks[1]?.id,
    );
    const found = (await blockersAtSigning(rows, reportId)).map(({ code, number, detail }) => [code, number ?? detail]);
    expect(found).toEqual([
      ['changed-since-assembly', rows.remarks[1]?.number],
      ['changed-since-assembly', 'counts'],
    ]);
    await assemble(rows);
    expect(await codeOf(sign(rows, reportId))).toBe('wrong-state');
  });

  it('REQ-64: after the stored data were altered by SQL', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    await refuse(bed, rows, 0);
    const reportId = await assemble(rows);
    await bed.database.query(`update report_row set data = replace(data, 'NOT_TAKEN', 'TAKEN') where report_id = $1`, [
      reportId,
    ]);
    const codes = (await blockersAtSigning(rows, reportId)).map(({ code }) => code);
    expect(codes).toContain('data-altered');
  });

  it('AMB-14: after the draft was changed again', async () => {
    const rows = await insertDiscussion(bed.database);
    const reportId = await assemble(rows);
    await insertDraftVersion(bed.database, rows.procedureId, newId(), 2, [{ text: 'Басқа | Другое' }]);
    expect((await blockersAtSigning(rows, reportId)).map(({ detail }) => detail)).toEqual(['draft', 'changes']);
  });

  it('to another body, to an officer who is no signer, to nobody', async () => {
    const rows = await insertDiscussion(bed.database);
    const reportId = await assemble(rows);
    const as = (actor: Parameters<SignReport['execute']>[1]) =>
      codeOf(bed.get(SignReport).execute({ reportId }, actor));
    expect(await as(officerOf(newId(), 'signer'))).toBe('not-found');
    expect(await as({ kind: 'citizen' })).toBe('not-found');
    expect(await as(officerOf(rows.bodyId, 'officer', 'administrator'))).toBe('not-allowed');
    expect(await codeOf(sign(rows, newId()))).toBe('not-found');
    expect(await stateOf('report', reportId)).toBe('ASSEMBLED');
  });

  it('rolls the report back when the procedure is elsewhere', async () => {
    const rows = await insertDiscussion(bed.database);
    const reportId = await assemble(rows);
    await bed.database.query(`update procedure set state = 'DRAFTING' where id = $1`, [rows.procedureId]);
    expect(await codeOf(sign(rows, reportId))).toBe('wrong-state');
    expect(await stateOf('report', reportId)).toBe('ASSEMBLED');
  });
});

describe('a signed report against hand-written SQL (REQ-66)', () => {
  it.each([
    `update report set data = '{}' where discussion_id = $1`,
    `update report set data_sha256 = '\\x00' where discussion_id = $1`,
    `update report set signed_at = null, signed_by = null, state = 'ASSEMBLED' where discussion_id = $1`,
    `delete from report where discussion_id = $1`,
    `update report_rendering set sha256 = '\\x00' where report_id in (select id from report where discussion_id = $1)`,
    `delete from report_rendering where report_id in (select id from report where discussion_id = $1)`,
    `update decision set superseded_at = now() where point_id in (select p.id from point p join remark r on r.id = p.remark_id where r.discussion_id = $1)`,
    `delete from point where remark_id in (select id from remark where discussion_id = $1)`,
    `insert into point (id, remark_id, position) select gen_random_uuid(), id, 9 from remark where discussion_id = $1`,
    `update report_row set data = '{}' where report_id in (select id from report where discussion_id = $1)`,
    `delete from report_remark where report_id in (select id from report where discussion_id = $1)`,
    `insert into report_row select id, 99, 'X', '{}' from report where discussion_id = $1`,
    `delete from report_fact where report_id in (select id from report where discussion_id = $1)`,
    `insert into own_initiative select gen_random_uuid(), id, gen_random_uuid(), 1, 'EDITORIAL', 'a', 'b', 'c', now() from discussion where id = $1`,
    `insert into remark select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'number', 'Z'))).* from remark r where discussion_id = $1`,
  ])('%s', async (statement) => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    await refuse(bed, rows, 0);
    await sign(rows, await assemble(rows));
    await expect(bed.database.query(statement, [rows.discussionId])).rejects.toThrow(/REQ-(41|56|66)/);
  });
});

describe('publishing', () => {
  const publicUrl = 'https://talqy.example.kz/';

  it('R8.3, REQ-65: places the signed report once, for everybody; the procedure is REPORTED', async () => {
    const rows = await twelveRemarks(bed);
    const reportId = await assemble(rows);
    await sign(rows, reportId);
    await bed.get(PublishReport).execute({ reportId, publicUrl });
    await bed.get(PublishReport).execute({ reportId, publicUrl });
    expect(await stateOf('procedure', rows.procedureId)).toBe('REPORTED');
    const view = await bed.get(ReportOf).published(rows.discussionId);
    expect(view).toMatchObject({ state: 'PUBLISHED', missingChannels: ['EGOV_PORTAL'] });
    const [placement] = await bed.database.query(
      `select url, encode(proof_sha256, 'hex') as proof from placement where discussion_id = $1 and subject = 'REPORT'`,
      [rows.discussionId],
    );
    const url = `https://talqy.example.kz/kk/discussions/${rows.discussionId}/report`;
    expect(placement).toEqual({ url, proof: view?.dataSha256 });
    expect(await counted(`ledger_entry where act = 'report.published' and subject_id = $1`, reportId)).toBe(1);
    const request = { reportId, format: 'DOCX', language: 'ru' } as const;
    const docx = await bed.get(ReportRenderings).open(request, { kind: 'citizen' });
    expect(docx.name).toBe('report-v1-ru.docx');
    expect((await bed.get(ReportRowsOf).page(reportId, { size: 50 })).items).toHaveLength(10);
  });

  it('an unsigned report is not published', async () => {
    const rows = await insertDiscussion(bed.database);
    const reportId = await assemble(rows);
    expect(await codeOf(bed.get(PublishReport).execute({ reportId, publicUrl }))).toBe('wrong-state');
    expect(await counted(`placement where discussion_id = $1 and subject = 'REPORT'`, rows.discussionId)).toBe(0);
  });
});
