import type { Database } from '#lib/database';
import { startTestBed, type TestBed } from '#lib/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { thresholdsFrom } from './domain/thresholds.js';
import { RaiseAlarms } from './raise-alarms.js';
import { RecentAlarms } from './recent-alarms.js';
import { SecurityCounts } from './security-counts.js';
import { SecurityEventsModule } from './security-events.module.js';
import { SecurityMetrics } from './security-metrics.js';

const imports = [SecurityEventsModule.forRoot({ thresholds: ['access-denied:5', 'limited:0'] })];

let first: TestBed;
let second: TestBed;
beforeAll(async () => {
  first = await startTestBed({ imports });
  second = await startTestBed({ imports, database: first.database });
});
afterAll(async () => {
  await second.stop();
  await first.stop();
});

const add = async (bed: TestBed, kind: 'access-denied' | 'limited' | 'signed-in', many: number) => {
  for (let each = 0; each < many; each += 1) bed.get(SecurityCounts).add(kind);
  await bed.get(SecurityCounts).tell();
};

describe('events that concern security (v5.0.0-16.3.1)', () => {
  it('raise one alarm a kind and window, over all portals, whichever worker looks', async () => {
    await add(first, 'access-denied', 2);
    await add(second, 'access-denied', 2);
    await add(first, 'limited', 5_000);
    await add(first, 'signed-in', 5_000);
    expect(await first.get(RaiseAlarms).look()).toEqual([]);
    await add(second, 'access-denied', 1);
    const looks = await Promise.all([first, second].map((bed) => bed.get(RaiseAlarms).look()));
    expect(looks.flat()).toEqual([{ kind: 'access-denied', windowStart: expect.any(String), count: 5, threshold: 5 }]);
    await add(first, 'access-denied', 9);
    expect(await first.get(RaiseAlarms).look()).toEqual([]);
    expect(await second.get(RecentAlarms).list()).toEqual(looks.flat());
  });

  it('are raised again in the next ten minutes, and forgotten after their time', async () => {
    await first.database.query(`update security_alarm set window_start = window_start - interval '20 minutes'`);
    expect(await first.get(RaiseAlarms).look()).toHaveLength(1);
    await first.database.query(`update security_alarm set window_start = window_start - interval '2 years'`);
    await first.database.query(`update security_event_count set minute = minute - interval '31 days'`);
    await first.get(RaiseAlarms).look();
    expect(await first.get(RecentAlarms).list()).toEqual([]);
    expect(await first.database.query('select from security_event_count')).toEqual([]);
  });

  it('wait for a database that is away, and none is lost or counted twice', async () => {
    let isAway = true;
    const told: unknown[] = [];
    const query = (_: string, values: unknown) => (isAway ? Promise.reject(new Error('away')) : told.push(values));
    const counts = new SecurityCounts({ query } as unknown as Database, new SecurityMetrics());
    counts.add('limited', 2);
    await counts.tell();
    counts.add('limited');
    isAway = false;
    await counts.tell();
    await counts.tell();
    expect(told).toEqual([[['limited'], [3]]]);
  });

  it('have the usual bounds unless an operator writes others, 0 for none', () => {
    expect(thresholdsFrom()).toMatchObject({ 'sign-in-refused': 100, 'role-changed': 20 });
    expect(thresholdsFrom()).not.toHaveProperty('signed-in');
    expect(thresholdsFrom(['signed-in:7', 'role-changed:0'])).toMatchObject({ 'signed-in': 7 });
    expect(thresholdsFrom(['role-changed:0'])).not.toHaveProperty('role-changed');
  });
});
