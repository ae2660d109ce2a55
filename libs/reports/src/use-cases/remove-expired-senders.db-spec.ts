import { instant } from '#lib/kernel';
import { insertDiscussion } from '#lib/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ReportBed, reportBed } from '../testing/report-bed.js';
import { RemoveExpiredSenders } from './remove-expired-senders.js';

let bed: ReportBed;
beforeAll(async () => {
  bed = await reportBed();
});
afterAll(() => bed.stop());

const senders = async (discussionId: string) =>
  (
    await bed.database.query(
      'select from sealed_sender s join remark r on r.id = s.subject_id where r.discussion_id = $1',
      [discussionId],
    )
  ).length;

describe('RemoveExpiredSenders', () => {
  it('leaves who sent it alone until the profile’s months after the end are over, then removes everybody, once', async () => {
    const [ended, running] = [
      await insertDiscussion(bed.database, { state: 'WITHDRAWN', remarks: 3 }),
      await insertDiscussion(bed.database, { remarks: 2 }),
    ];
    await bed.database.query(`update discussion set withdrawn_at = '2016-07-10T05:00:00Z' where id = $1`, [
      ended.discussionId,
    ]);
    const [{ number: count } = { number: 0 }] = await bed.database.query<{ number: number }>(
      'select count(*)::int as number from remark',
    );
    const remove = bed.get(RemoveExpiredSenders);

    bed.clock.set(instant('2017-07-10T05:00:00Z'));
    expect(await remove.execute()).toBe(0);
    expect(await senders(ended.discussionId)).toBe(3);

    bed.clock.set(instant('2017-07-10T05:00:01Z'));
    expect(await remove.execute()).toBe(3);
    expect(await remove.execute()).toBe(0);
    expect([await senders(ended.discussionId), await senders(running.discussionId)]).toEqual([0, 2]);
    expect(await bed.database.query('select from remark')).toHaveLength(count);
    const acts = await bed.database.query<{ actor: string; data: string }>(
      `select actor, data from ledger_entry where act = 'identities.removed'`,
    );
    expect(acts.map(({ actor, data }) => [actor, JSON.parse(data)])).toEqual([
      ['system:retention', { discussionId: ended.discussionId, months: 12, profileId: 'kz-126-2016-03', senders: 3 }],
    ]);
  });
});
