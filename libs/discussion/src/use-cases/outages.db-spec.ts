import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Instant, instant, plusMilliseconds, system } from '#lib/kernel';
import { insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import { OutagesWithin } from '../queries/outages-within.js';
import { openDiscussion, startDiscussionBed } from '../testing/discussion-bed.js';
import { RecordOutage } from './record-outage.js';
import { WatchIntake } from './watch-intake.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startDiscussionBed();
});
afterAll(() => bed.stop());
beforeEach(async () => {
  // The owner may: the suite begins each time with a probe that has never looked.
  await bed.database.query('alter table intake_outage disable trigger outage_is_ended_once');
  await bed.database.query('delete from intake_outage');
  await bed.database.query('alter table intake_outage enable trigger outage_is_ended_once');
  await bed.database.query(
    `update intake_watch set checked_at = null, watched_since = null, failing_since = null, failures = 0, is_seen_up = false,
       was_ever_up = false`,
  );
});

const start = instant('2016-06-10T06:00:00Z');
const at = (seconds: number): Instant => plusMilliseconds(start, seconds * 1_000);
const look = (seconds: number, isUp: boolean) => bed.get(WatchIntake).execute({ at: at(seconds), isUp });
const outages = () =>
  bed.database.query(
    `select started_at as "startedAt", ended_at as "endedAt", source from intake_outage order by started_at`,
  );
const record = (startedAt: string, endedAt: string) =>
  bed
    .get(RecordOutage)
    .execute({ startedAt: instant(startedAt), endedAt: instant(endedAt), note: 'Желі үзілді' }, system('cli'));

describe('WatchIntake (REQ-26)', () => {
  it('writes an outage from the first failure to the first success, and both in the ledger', async () => {
    await look(0, true);
    await look(30, false);
    expect(await outages()).toEqual([]);
    await look(60, false);
    await look(90, false);
    expect(await outages()).toMatchObject([{ startedAt: new Date(at(30)), endedAt: null, source: 'PROBE' }]);
    await look(120, true);
    await look(150, true);
    expect(await outages()).toMatchObject([{ startedAt: new Date(at(30)), endedAt: new Date(at(120)) }]);
    const acts = await bed.database.query(
      `select act, actor, data from ledger_entry where subject_kind = 'outage' order by at`,
    );
    expect(acts).toMatchObject([
      { act: 'outage.began', actor: 'system:probe' },
      { act: 'outage.ended', data: expect.stringContaining(at(120)) },
    ]);
  });

  it('is one watch, however many workers look at the same moment', async () => {
    await look(0, true);
    await Promise.all(Array.from({ length: 6 }, () => look(30, false)));
    expect(await outages()).toEqual([]);
    await Promise.all(Array.from({ length: 6 }, () => look(60, false)));
    expect(await outages()).toHaveLength(1);
  });

  it('survives a restart of the worker: what it knew is in the database', async () => {
    await look(0, true);
    await look(30, false);
    const other = await startDiscussionBed({ database: bed.database });
    await other.get(WatchIntake).execute({ at: at(60), isUp: false });
    await other.stop();
    expect(await outages()).toHaveLength(1);
  });

  it('never has an outage rewritten or deleted', async () => {
    await record('2016-06-10T06:00:00Z', '2016-06-10T07:00:00Z');
    for (const change of ['update intake_outage set ended_at = null', 'delete from intake_outage'])
      await expect(bed.database.query(change)).rejects.toThrow('REQ-26');
  });
});

describe('RecordOutage (REQ-26, AMB-19)', () => {
  it('is for administrators', async () => {
    const { bodyId } = await insertDiscussion(bed.database);
    const input = { startedAt: at(0), endedAt: at(60), note: 'Желі үзілді' };
    await expect(bed.get(RecordOutage).execute(input, officerOf(bodyId))).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await expect(bed.get(RecordOutage).execute(input, { kind: 'citizen' })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await bed.get(RecordOutage).execute(input, officerOf(bodyId, 'administrator'));
    expect(await outages()).toMatchObject([{ source: 'OFFICIAL' }]);
  });

  it.each([
    ['an end before its start', { endedAt: at(-1) }, 'endedAt'],
    ['an end in the future', { endedAt: instant('2999-01-01T00:00:00Z') }, 'endedAt'],
    ['no note', { note: ' ' }, 'note'],
  ])('refuses %s', async (_name, over, field) => {
    const input = { startedAt: at(0), endedAt: at(60), note: 'Желі үзілді', ...over };
    await expect(bed.get(RecordOutage).execute(input, system('cli'))).rejects.toMatchObject({
      details: { faults: [{ field }] },
    });
    expect(await outages()).toEqual([]);
  });
});

describe('OutagesWithin (REQ-26)', () => {
  // Open from 2016-06-01T04:00Z to 2016-07-01T18:00Z.
  const june = () => insertDiscussion(bed.database, { state: 'CLOSED' });
  const within = async () => bed.get(OutagesWithin).execute((await june()).discussionId);

  it('counts minutes inside the term alone, and overlapping ones once', async () => {
    await record('2016-06-01T03:00:00Z', '2016-06-01T04:30:00Z');
    await record('2016-06-10T06:00:00Z', '2016-06-10T07:00:00Z');
    await record('2016-06-10T06:30:00Z', '2016-06-10T07:15:01Z');
    await record('2016-07-01T18:00:00Z', '2016-07-01T20:00:00Z');
    expect(await within()).toMatchObject({
      outages: [{ minutes: 30 }, { minutes: 60 }, { minutes: 46 }],
      totalMinutes: 30 + 76,
      isNearClose: false,
      isExtensionToBeConsidered: false,
      limits: { totalMinutes: 240, lastHours: 12 },
    });
  });

  it.each([
    ['more than four hours in all', '2016-06-10T06:00:00Z', '2016-06-10T10:00:01Z', true],
    ['four hours to the second', '2016-06-10T06:00:00Z', '2016-06-10T10:00:00Z', false],
    ['a minute within the last twelve hours', '2016-07-01T17:00:00Z', '2016-07-01T17:01:00Z', true],
    ['a minute that ends as the last twelve hours begin', '2016-07-01T05:59:00Z', '2016-07-01T06:00:00Z', false],
  ])('says whether an extension is to be considered: %s', async (_name, from, to, expected) => {
    await record(from, to);
    expect((await within()).isExtensionToBeConsidered).toBe(expected);
  });

  it('counts one that lasts until now', async () => {
    const { discussionId, procedureId } = await openDiscussion(bed.database);
    await bed.database.query(
      `insert into intake_outage (id, started_at, source, recorded_by)
       values (gen_random_uuid(), clock_timestamp() - interval '90 seconds', 'PROBE', 'system:probe')`,
    );
    const found = await bed.get(OutagesWithin).execute(discussionId);
    expect(found).toMatchObject({ outages: [{ endedAt: null, minutes: 2 }], isNearClose: true });
    expect(await bed.get(OutagesWithin).ofProcedure(procedureId)).toMatchObject({ totalMinutes: 2 });
  });

  it('knows no discussion that is not there, and nothing of a draft that is not placed', async () => {
    await expect(bed.get(OutagesWithin).execute('x')).rejects.toMatchObject({ code: 'not-found' });
    const { bodyId } = await june();
    expect(await bed.get(OutagesWithin).ofProcedure(bodyId)).toBeUndefined();
    expect(await within()).toMatchObject({ outages: [], totalMinutes: 0, isExtensionToBeConsidered: false });
  });
});
