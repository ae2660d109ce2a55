import { Database } from '#lib/database';
import { instant } from '#lib/kernel';
import { startTestBed, type TestBed } from '#lib/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LimitsModule } from './limits.module.js';
import { RequestCounts } from './request-counts.js';
import { RequestLimits } from './request-limits.js';
import { WaitLine } from './wait-line.js';

const settings = {
  secret: 'a secret of the tests, long enough',
  rates: ['search:5', 'sign-in:5'],
  leastWaitSeconds: 10,
  proofAbove: 0,
  proofCost: 1,
};

let first: TestBed;
let second: TestBed;
beforeAll(async () => {
  first = await startTestBed({ imports: [LimitsModule.forRoot(settings)] });
  second = await startTestBed({ imports: [LimitsModule.forRoot(settings)], database: first.database });
});
afterAll(async () => {
  await second.stop();
  await first.stop();
});

const take = (bed: TestBed, ip: string, times = 1) =>
  Array.from({ length: times }, () => bed.get(RequestLimits).take('search', { ip }) !== undefined);
const tell = async (...beds: TestBed[]) => {
  for (const bed of beds) await bed.get(RequestCounts).tell();
};

describe('a limit (REQ-47)', () => {
  it('is of the address, and ten times as much of its network; a session is counted by itself', () => {
    expect(take(first, '203.0.113.1', 6)).toEqual([false, false, false, false, false, true]);
    expect(first.get(RequestLimits).take('sign-in', { ip: '203.0.113.1' })).toBeUndefined();
    for (let last = 10; last < 19; last += 1) take(first, `203.0.113.${last}`, 5);
    expect(take(first, '203.0.113.200')).toEqual([true]);
    expect(take(first, '203.0.114.200')).toEqual([false]);
    const bySession = () => first.get(RequestLimits).take('search', { sessionId: 'one' }) !== undefined;
    expect(Array.from({ length: 6 }, bySession)).toEqual([false, false, false, false, false, true]);
  });

  it('tells how long to wait: until the ten minutes since the first are over', async () => {
    take(first, '198.51.100.1', 6);
    await tell(first);
    const wait = first.get(RequestLimits).take('search', { ip: '198.51.100.1' });
    expect([wait !== undefined && wait > 590, wait !== undefined && wait <= 600]).toEqual([true, true]);
  });

  it('holds for all portals together, and what is counted at one moment is lost by none', async () => {
    take(first, '192.0.2.7', 3);
    take(second, '192.0.2.7', 2);
    await Promise.all([tell(first), tell(second)]);
    await tell(first);
    take(second, '192.0.2.7');
    await tell(second);
    expect(take(second, '192.0.2.7')).toEqual([true]); // the seventh, and this portal saw four of them
    const [row] = await first.database.query<{ most: number }>('select max(count)::int as most from request_count');
    expect(row?.most).toBeGreaterThanOrEqual(6);
  });

  it('refuses nobody when the database is away, and counts on when it is back', async () => {
    const database = { query: () => Promise.reject(new Error('away')) } as unknown as Database;
    const counts = new RequestCounts(database);
    counts.add('aa');
    await counts.tell();
    expect(counts.add('aa').count).toBe(2);
  });
});

describe('the store', () => {
  it('has no address in clear, another key each day, and forgets within minutes', async () => {
    take(first, '2001:db8:77:1::9');
    await tell(first);
    const dump = async () =>
      JSON.stringify(await first.database.query(`select encode(key, 'escape') as k, * from request_count`));
    expect(await dump()).not.toMatch(/2001|db8|192\.0|203\.0/);
    const rows = async () =>
      Number((await first.database.query<{ n: string }>('select count(*) as n from request_count'))[0]?.n);
    const before = await rows();
    for (const { clock } of [first, second]) clock.set(instant('2016-06-02T06:00:00Z'));
    take(first, '2001:db8:77:1::9');
    await tell(first);
    expect(await rows()).toBe(before + 2);
    await first.database.query(`update request_count set ends_at = ends_at - interval '10 minutes'`);
    await first.database.query(`insert into wait_turn values ('\\x00', clock_timestamp() - interval '2 minutes')`);
    for (let turn = 0; turn < 60; turn += 1) await tell(first);
    expect(await rows()).toBe(0);
    expect(await first.database.query('select from wait_turn')).toEqual([]);
  });
});

describe('a turn', () => {
  it('comes once a second for a network, over all portals, five minutes ahead at most', async () => {
    const line = (bed: TestBed) => bed.get(WaitLine);
    const turns: (number | null)[] = [];
    for (let asked = 0; asked < 302; asked += 1)
      turns.push(await line(asked % 2 ? first : second).turn(`203.0.113.${asked % 250}`));
    expect(turns.slice(0, 5)).toEqual(turns.slice(0, 5).map(() => settings.leastWaitSeconds));
    expect(turns[100]).toBeGreaterThan(80);
    expect(Math.max(...turns.map(Number))).toBeLessThanOrEqual(301);
    expect(await line(first).turn('198.51.100.4')).toBe(settings.leastWaitSeconds);
  });

  it('is given to none when so many wait already', async () => {
    await first.database.query(`update wait_turn set free_at = clock_timestamp() + interval '301 seconds'`);
    expect(await first.get(WaitLine).turn('203.0.113.4')).toBeNull();
  });
});
