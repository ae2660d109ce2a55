import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insertDiscussion, type TestBed } from '#lib/testing';
import { reportBed } from '../testing/report-bed.js';
import { LegalClock } from './legal-clock.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await reportBed();
});
afterAll(() => bed.stop());

const withReport = (discussionId: string, publishedAt: string, version = 1) =>
  bed.database.query(
    `insert into report (id, discussion_id, version, state, data, data_sha256, blockers, assembled_at, signed_at, signed_by, published_at)
     values (gen_random_uuid(), $1, $3, 'PUBLISHED', '{}', decode(repeat('00', 32), 'hex'), '[]', $2, $2, gen_random_uuid(), $2)`,
    [discussionId, publishedAt, version],
  );

describe('the clock of the law', () => {
  it('tells answered in time from late, waiting and overdue; a withdrawn draft has no term', async () => {
    const [inTime, late, overdue] = await Promise.all(Array.from({ length: 3 }, () => insertDiscussion(bed.database)));
    const withdrawn = await insertDiscussion(bed.database, { state: 'WITHDRAWN' });
    await withReport(inTime?.discussionId ?? '', '2016-07-05T06:00:00Z');
    await withReport(inTime?.discussionId ?? '', '2016-12-01T06:00:00Z', 2);
    await withReport(late?.discussionId ?? '', '2016-09-01T06:00:00Z');
    const clock = bed.get(LegalClock);
    const { record, answered } = await clock.record(undefined, 1);
    expect(record).toEqual({ answered: 2, inTime: 1, late: 1, waiting: 0, overdue: 1, withoutTerm: 0 });
    expect(answered.map(({ discussionId }) => discussionId)).toEqual([late?.discussionId]);
    expect(await clock.of(withdrawn.discussionId)).toBeUndefined();
    expect(await clock.of('x')).toBeUndefined();
    expect((await clock.of(overdue?.discussionId ?? ''))?.terms[1]?.standing).toBe('overdue');
    expect((await clock.record(late?.bodyId)).record).toMatchObject({ answered: 1, late: 1, overdue: 0 });
    expect((await clock.running()).map(({ discussionId }) => discussionId)).toEqual([overdue?.discussionId]);
    expect(await clock.running(inTime?.bodyId)).toEqual([]);
    expect(await clock.ofBody(withdrawn.bodyId)).toEqual([]);
    expect(await clock.ofBody('x')).toEqual([]);
    const [line] = await clock.ofBody(inTime?.bodyId ?? '');
    expect(line?.terms.map(({ id, standing }) => `${id} ${standing}`)).toEqual([
      'discussion met',
      'publish-report met',
    ]);
  });
});
