import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transactions } from '#lib/database';
import { newId } from '#lib/kernel';
import { insertDiscussion, officerOf } from '#lib/testing';
import { DiscussionsWithoutReport } from '../queries/discussions-without-report.js';
import { ReportBlockers } from '../queries/report-blockers.js';
import { codeOf, type ReportBed, refuse, reportBed } from '../testing/report-bed.js';
import { AssembleReport } from './assemble-report.js';
import { RequestReport } from './request-report.js';
import { SignReport } from './sign-report.js';

let bed: ReportBed;
beforeAll(async () => {
  bed = await reportBed();
});
afterAll(() => bed.stop());

const missing = () => bed.get(DiscussionsWithoutReport).list();

describe('a report that is missing', () => {
  it('is found until it was asked for, and not for an open or withdrawn discussion', async () => {
    const { discussionId } = await insertDiscussion(bed.database);
    const others = [await insertDiscussion(bed.database, { state: 'OPEN' })];
    others.push(await insertDiscussion(bed.database, { state: 'WITHDRAWN' }));
    expect(await missing()).toContain(discussionId);
    for (const other of others) expect(await missing()).not.toContain(other.discussionId);
    await bed.get(RequestReport).execute(discussionId);
    expect(await missing()).not.toContain(discussionId);
  });

  it('is found again when the request led to nothing, and no more once it is there', async () => {
    const { discussionId, bodyId } = await insertDiscussion(bed.database);
    await bed.get(RequestReport).execute(discussionId, officerOf(bodyId));
    await bed.database.query(`update outbox_event set created_at = created_at - interval '11 minutes'`);
    expect(await missing()).toContain(discussionId);
    await bed.get(AssembleReport).execute({ discussionId }, officerOf(bodyId));
    expect(await missing()).not.toContain(discussionId);
  });

  it('is not asked for by another body, nor while the discussion is open', async () => {
    const { discussionId } = await insertDiscussion(bed.database);
    const open = await insertDiscussion(bed.database, { state: 'OPEN' });
    const request = bed.get(RequestReport);
    expect(await codeOf(request.execute(discussionId, officerOf(newId())))).toBe('not-found');
    expect(await codeOf(request.execute('nothing'))).toBe('not-found');
    expect(await codeOf(request.execute(open.discussionId))).toBe('wrong-state');
  });
});

describe('the job', () => {
  it('that comes after the signature changes nothing', async () => {
    const { discussionId, bodyId } = await insertDiscussion(bed.database);
    const assemble = bed.get(AssembleReport);
    const { reportId } = await assemble.execute({ discussionId }, officerOf(bodyId));
    await bed.get(SignReport).execute({ reportId }, officerOf(bodyId, 'signer'));
    expect(await bed.get(Transactions).run((tx) => assemble.within(tx, { discussionId }))).toBeUndefined();
  });

  it('a failure after the assembly leaves no version, no document and no entry', async () => {
    const { discussionId } = await insertDiscussion(bed.database);
    const failing = bed.get(Transactions).run(async (tx) => {
      await bed.get(AssembleReport).within(tx, { discussionId });
      throw new Error('power cut');
    });
    await expect(failing).rejects.toThrow('power cut');
    expect(await bed.database.query('select from report where discussion_id = $1', [discussionId])).toEqual([]);
    const entries = `select from ledger_entry where act = 'report.assembled' and data like '%' || $1 || '%'`;
    expect(await bed.database.query(entries, [discussionId])).toEqual([]);
  });
});

describe('blockers asked for beforehand', () => {
  it('REQ-61: name the undecided remark, and nothing when all is decided', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    const blockers = () => bed.get(ReportBlockers).of(rows.discussionId, officerOf(rows.bodyId));
    expect(await blockers()).toMatchObject([{ code: 'undecided-point', number: rows.remarks[0]?.number }]);
    await refuse(bed, rows, 0);
    expect(await blockers()).toEqual([]);
  });
});
