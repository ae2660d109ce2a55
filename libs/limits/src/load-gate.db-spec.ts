import { startTestBed, type TestBed } from '#lib/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LimitsModule } from './limits.module.js';
import { LoadGate } from './load-gate.js';

// The timers of the beds never fire in time to matter: each test looks by itself.
const imports = [
  LimitsModule.forRoot({
    secret: 'a secret of the tests, long enough',
    leastWaitSeconds: 1,
    proofAbove: 1_000_000,
    proofCost: 1,
  }),
];

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

const gates = () => [first, second].map((bed) => bed.get(LoadGate));
const isOn = () => gates().map((gate) => gate.isOn);

/** What the portals see, as if they had told it now. */
const load = async (perSecond: number, busyAgo = 0) => {
  await first.database.query(`insert into portal_load values (gen_random_uuid(), clock_timestamp(), $1)`, [perSecond]);
  await first.database.query(`update proof_gate set busy_at = clock_timestamp() - $1 * interval '1 second'`, [busyAgo]);
  for (const gate of gates()) {
    gate.count();
    await gate.look();
  }
};
const quiet = () => first.database.query('delete from portal_load');

describe('the gate under load', () => {
  it('opens for all portals by the sum of what they see, and one that tells no more counts for nothing', async () => {
    await load(999_000);
    expect(isOn()).toEqual([false, false]);
    await load(999_000);
    expect(isOn()).toEqual([true, true]);
    await first.database.query(`update portal_load set measured_at = measured_at - interval '6 seconds'`);
    await load(0, 31);
    expect(isOn()).toEqual([false, false]);
  });

  it('stays open above half its bound, and for half a minute after', async () => {
    await quiet();
    await load(1_000_001);
    expect(isOn()).toEqual([true, true]);
    await quiet();
    await load(600_000, 300);
    expect(isOn()).toEqual([true, true]);
    await quiet();
    await load(400_000, 20);
    expect(isOn()).toEqual([true, true]);
    await quiet();
    await load(400_000, 31);
    expect(isOn()).toEqual([false, false]);
    await quiet();
    await load(600_000);
    expect(isOn()).toEqual([false, false]);
  });

  it('is heard of by a portal that sees nothing itself', async () => {
    await quiet();
    await load(1_000_001);
    const third = await startTestBed({ imports, database: first.database });
    await third.get(LoadGate).look();
    expect(third.get(LoadGate).isOn).toBe(true);
    await third.stop();
  });
});
