import { describe, expect, it } from '@jest/globals';
import { AdaptiveBatcher } from './adaptive-batcher.js';

const turn = () => new Promise((resolve) => setImmediate(resolve));
const fulfilled = (value: number): PromiseSettledResult<number> => ({ status: 'fulfilled', value });

/** A writer that holds every batch until it is let go. */
function heldWriter() {
  const batches: number[][] = [];
  const waiting: (() => void)[] = [];
  const write = (rows: readonly number[]) =>
    new Promise<PromiseSettledResult<number>[]>((resolve) => {
      batches.push([...rows]);
      waiting.push(() => resolve(rows.map((row) => fulfilled(row * 10))));
    });
  return { batches, write, letGo: () => waiting.shift()?.() };
}

describe('adaptive batcher', () => {
  it('writes at most two batches at once and gathers the rest into the next', async () => {
    const { batches, write, letGo } = heldWriter();
    const batcher = new AdaptiveBatcher(write, { inFlight: 2, rowsPerBatch: 10, waiting: 100 });
    const outcomes: Promise<number>[] = [];
    for (let row = 1; row <= 5; row += 1) {
      outcomes.push(batcher.add(row));
      await turn();
      await turn();
    }
    expect(batches).toEqual([[1], [2]]);
    letGo();
    await turn();
    expect(batches).toEqual([[1], [2], [3, 4, 5]]);
    letGo();
    letGo();
    expect(await Promise.all(outcomes)).toEqual([10, 20, 30, 40, 50]);
  });

  it('refuses what exceeds the queue and takes rows again afterwards (REQ-34)', async () => {
    const { write, letGo } = heldWriter();
    const batcher = new AdaptiveBatcher(write, { inFlight: 1, rowsPerBatch: 1, waiting: 2 });
    const first = batcher.add(1);
    await turn();
    const second = batcher.add(2);
    const third = batcher.add(3);
    await expect(batcher.add(4)).rejects.toMatchObject({ code: 'too-busy' });
    for (const outcome of [first, second, third]) {
      letGo();
      await outcome;
      await turn();
    }
    const fifth = batcher.add(5);
    await turn();
    letGo();
    expect(await fifth).toBe(50);
  });

  it('fails a row without failing its neighbours', async () => {
    const batcher = new AdaptiveBatcher<number, number>(
      (rows) =>
        Promise.resolve(
          rows.map((row) =>
            row === 2 ? { status: 'rejected' as const, reason: new Error('poison') } : fulfilled(row),
          ),
        ),
      { inFlight: 2, rowsPerBatch: 10, waiting: 10 },
    );
    const settled = await Promise.allSettled([1, 2, 3].map((row) => batcher.add(row)));
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('fails every row of a batch whose write throws, and goes on', async () => {
    let isBroken = true;
    const batcher = new AdaptiveBatcher<number, number>(
      (rows) => (isBroken ? Promise.reject(new Error('away')) : Promise.resolve(rows.map(fulfilled))),
      { inFlight: 2, rowsPerBatch: 10, waiting: 10 },
    );
    await expect(batcher.add(1)).rejects.toThrow('away');
    isBroken = false;
    expect(await batcher.add(2)).toBe(2);
  });
});
