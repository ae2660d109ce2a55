import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { type DiscussionRows, insertDiscussion, officerOf } from '#lib/testing';
import { ClosingChecklist } from '../queries/closing-checklist.js';
import { ReportOf } from '../queries/report-of.js';
import { codeOf, type ReportBed, refuse, reportBed } from '../testing/report-bed.js';
import { AssembleReport } from './assemble-report.js';
import { SignReport } from './sign-report.js';

let bed: ReportBed;
beforeAll(async () => {
  bed = await reportBed();
});
afterAll(() => bed.stop());

const assemble = ({ discussionId, bodyId }: DiscussionRows) =>
  bed.get(AssembleReport).execute({ discussionId }, officerOf(bodyId));
const sign = ({ bodyId }: DiscussionRows, reportId: string) =>
  bed.get(SignReport).execute({ reportId }, officerOf(bodyId, 'signer'));
const headOf = async ({ discussionId, bodyId }: DiscussionRows) =>
  (await bed.get(ReportOf).versions(discussionId, officerOf(bodyId)))[0]?.head;
const waitingIn = async ({ discussionId, bodyId }: DiscussionRows) =>
  (await bed.get(ClosingChecklist).of({ id: discussionId, profileId: 'kz-126-2016-03' }, officerOf(bodyId))).waiting;

async function propose({ remarks }: DiscussionRows, index: number): Promise<string> {
  const id = newId();
  await bed.database.query(
    `insert into hiding (id, remark_id, revision, ground, explanation_kk, explanation_ru, needs_second_officer, state, proposed_by)
     values ($1, $2, 1, 'SPAM', 'Бұл жарнама, ескерту емес екені анық.', 'Это реклама, а вовсе не замечание.', true, 'PROPOSED', 'a')`,
    [id, remarks[index]?.id],
  );
  return id;
}

describe('the report', () => {
  it('REQ-116: counts hidden remarks with their ground', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: [{}, { state: 'HIDDEN' }, { state: 'HIDDEN' }] });
    await refuse(bed, rows, 0);
    expect((await assemble(rows)).blockers).toEqual([]);
    expect((await headOf(rows))?.counts).toMatchObject({ hidden: { total: 2 }, hiddenBy: { ABUSE: 2 } });
  });

  it('REQ-116: is not signed while a remark is hidden without a ground, and names it', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 2 });
    await refuse(bed, rows, 1);
    await bed.database.query(`update remark set state = 'HIDDEN' where id = $1`, [rows.remarks[0]?.id]);
    const number = rows.remarks[0]?.number;
    expect((await assemble(rows)).blockers).toMatchObject([{ code: 'hidden-without-ground', number }]);
  });

  it('REQ-26: tells of outages within the term only, and their minutes', async () => {
    const rows = await insertDiscussion(bed.database);
    for (const [from, to] of [
      ['2016-06-10T05:00:00Z', '2016-06-10T05:42:30Z'],
      ['2016-07-01T17:00:00Z', '2016-07-01T20:00:00Z'],
      ['2016-07-02T05:00:00Z', '2016-07-02T06:00:00Z'],
    ]) {
      await bed.database.query(
        `insert into intake_outage (id, started_at, ended_at, source, recorded_by) values ($1, $2, $3, 'PROBE', 'system:probe')`,
        [newId(), from, to],
      );
    }
    await assemble(rows);
    expect((await headOf(rows))?.outages.map(({ minutes }) => minutes)).toEqual([43, 60]);
  });
});

describe('what somebody else has to settle stands before the signature', () => {
  it('REQ-116: a proposal to hide, until it is refused', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    await refuse(bed, rows, 0);
    const hiding = await propose(rows, 0);
    const { reportId, blockers } = await assemble(rows);
    const waiting = [{ code: 'hiding-waits', number: rows.remarks[0]?.number }];
    expect(blockers).toMatchObject(waiting);
    expect(await waitingIn(rows)).toMatchObject(waiting);
    expect(await codeOf(sign(rows, reportId))).toBe('report-blocked');
    await bed.database.query(
      `update hiding set state = 'REFUSED', refused_by = 'b', refused_at = now(), refusal_reason = 'no' where id = $1`,
      [hiding],
    );
    expect(await codeOf(sign(rows, reportId))).toBe('done');
  });

  it('REQ-116: a proposal made after the assembly', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    await refuse(bed, rows, 0);
    const { reportId, blockers } = await assemble(rows);
    expect(blockers).toEqual([]);
    await propose(rows, 0);
    await expect(sign(rows, reportId)).rejects.toMatchObject({ details: { blockers: [{ code: 'hiding-waits' }] } });
  });
});
