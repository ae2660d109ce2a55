import { Transactions } from '#lib/database';
import { insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ConsiderationQueue } from '../queries/consideration-queue.js';
import { startConsiderationBed } from '../testing/consideration-bed.js';
import { FlagPersonalData } from './flag-personal-data.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startConsiderationBed();
});
afterAll(() => bed.stop());

it('puts what looks like personal data among the flagged, once, and leaves the rest alone', async () => {
  const rows = await insertDiscussion(bed.database, {
    remarks: [
      { body: 'Мерзімді қысқартыңыз, менің ЖСН 900101300126' },
      { body: 'Мерзімді қысқартыңыз' },
      { body: 'Мерзімді қысқартыңыз', proposedWording: 'Хабарласу: 8 701 123 45 67' },
      { body: 'ЖСН 900101300126', state: 'HIDDEN' },
    ],
  });
  for (const { id } of [...rows.remarks, ...rows.remarks]) {
    await bed.get(Transactions).run((tx) => bed.get(FlagPersonalData).within(tx, id));
  }
  const { items } = await bed.get(ConsiderationQueue).of(rows.discussionId, officerOf(rows.bodyId), { size: 10 });
  expect(items.map(({ isFlagged }) => isFlagged)).toEqual([true, false, true]);
  expect(await bed.database.query('select distinct flagged_by from remark_flag')).toEqual([
    { flagged_by: 'system:personal-data' },
  ]);
});
