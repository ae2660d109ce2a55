import { describe, expect, it } from '@jest/globals';
import { Every } from './every.js';

describe('every', () => {
  it('never runs two turns at once and goes on after a failure', async () => {
    let atWork = 0;
    let most = 0;
    let turns = 0;
    const done = new Promise<void>((resolve) => {
      const loop = new Every('test', 1, async () => {
        atWork += 1;
        most = Math.max(most, atWork);
        await new Promise((next) => setImmediate(next));
        atWork -= 1;
        turns += 1;
        if (turns === 3) void loop.stop().then(resolve);
        if (turns === 1) throw new Error('once');
      });
      loop.start();
    });
    await done;
    expect({ most, turns }).toEqual({ most: 1, turns: 3 });
  });
});
