import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WithdrawDiscussion } from '#lib/discussion';
import { type DiscussionRows, insertDiscussion, officerOf } from '#lib/testing';
import { codeOf, type ReportBed, reportBed } from '../testing/report-bed.js';
import { AssembleReport } from './assemble-report.js';
import { PublishReport } from './publish-report.js';
import { SignReport } from './sign-report.js';

let bed: ReportBed;
beforeAll(async () => {
  bed = await reportBed();
});
afterAll(() => bed.stop());

const withdraw = (rows: DiscussionRows) =>
  bed
    .get(WithdrawDiscussion)
    .execute({ discussionId: rows.discussionId, reason: 'Жоба қайта жазылады' }, officerOf(rows.bodyId));

describe('a discussion withdrawn after its close (AMB-18)', () => {
  it('has no report: whoever asks for one is told so', async () => {
    const rows = await insertDiscussion(bed.database);
    await withdraw(rows);
    const { discussionId } = rows;
    expect(await codeOf(bed.get(AssembleReport).execute({ discussionId }, officerOf(rows.bodyId)))).toBe('wrong-state');
  });

  it('has its signed report placed nowhere', async () => {
    const rows = await insertDiscussion(bed.database);
    const { discussionId } = rows;
    const { reportId } = await bed.get(AssembleReport).execute({ discussionId }, officerOf(rows.bodyId));
    await bed.get(SignReport).execute({ reportId }, officerOf(rows.bodyId, 'signer'));
    await withdraw(rows);
    await bed.get(PublishReport).execute({ reportId, publicUrl: 'https://talqy.test' });
    expect(await bed.database.query('select state from report where id = $1', [reportId])).toEqual([
      { state: 'SIGNED' },
    ]);
    expect(
      await bed.database.query(`select from placement where discussion_id = $1 and subject = 'REPORT'`, [discussionId]),
    ).toEqual([]);
  });
});
