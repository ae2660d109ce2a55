import { EraseRemark } from '#lib/consideration';
import { officerOf } from '#lib/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ReportOf } from '../queries/report-of.js';
import { type ReportBed, reportBed, twelveRemarks } from '../testing/report-bed.js';
import { AssembleReport } from './assemble-report.js';

let bed: ReportBed;
beforeAll(async () => {
  bed = await reportBed();
});
afterAll(() => bed.stop());

it('an erasure changes no figure of the report, and takes the words out of those made after it', async () => {
  const rows = await twelveRemarks(bed);
  const assembled = async () => {
    const { reportId, blockers } = await bed.get(AssembleReport).execute(rows, officerOf(rows.bodyId));
    const [view] = await bed.get(ReportOf).versions(rows.discussionId, officerOf(rows.bodyId));
    const texts = await bed.database.query<{ text: string }>(
      `select coalesce(string_agg(data, ' '), '') as text from (
         select data from report_row where report_id = $1 union all select data from report_remark where report_id = $1) d`,
      [reportId],
    );
    return { counts: view?.head.counts, blockers, text: texts[0]?.text ?? '' };
  };
  const before = await assembled();
  expect(before.text).toContain('Мерзімді қысқартуды сұраймын (1).');
  for (const index of [0, 3, 4]) {
    const remarkId = rows.remarks[index]?.id ?? '';
    await bed.get(EraseRemark).execute({ remarkId }, officerOf(rows.bodyId, 'administrator'));
  }
  const after = await assembled();
  expect(after.counts).toEqual(before.counts);
  expect(after.blockers).toEqual([]);
  expect(after.text).not.toContain('Мерзімді қысқартуды сұраймын (1).');
  expect(after.text).toContain('—');
});
