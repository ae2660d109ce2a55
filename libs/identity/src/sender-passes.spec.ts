import { describe, expect, it, jest } from '@jest/globals';
import { fixedClock, instant, plusMilliseconds } from '#lib/kernel';
import { testSeal } from '#lib/testing';
import { Sealing } from './sealing.js';
import { SENDER_PASS_SECONDS, type SenderPass, SenderPasses } from './sender-passes.js';

const sender: SenderPass = { kind: 'email', address: 'asel@mail.kz', discussionId: 'd' };

function open() {
  const clock = fixedClock(instant('2026-11-27T04:00:00Z'));
  const sealing = new Sealing(testSeal());
  return { clock, sealing, passes: new SenderPasses(sealing, clock) };
}

describe('a pass of a confirmed sender', () => {
  it('is good for half an hour', () => {
    const { clock, passes } = open();
    const pass = passes.write(sender);
    expect(passes.read(pass)).toEqual(sender);
    clock.set(plusMilliseconds(clock.now(), SENDER_PASS_SECONDS * 1_000));
    expect(passes.read(pass)).toBeUndefined();
  });

  it('is none when it was changed or made up', () => {
    const { passes } = open();
    const pass = passes.write(sender);
    for (const other of [`${pass.slice(0, -2)}AA`, 'x', 'A'.repeat(80)]) expect(passes.read(other)).toBeUndefined();
  });

  it('is not looked for in the keys where nobody has one', () => {
    const { passes, sealing } = open();
    const opens = jest.spyOn(sealing, 'open');
    expect(passes.read('')).toBeUndefined();
    expect(opens).not.toHaveBeenCalled();
  });
});
