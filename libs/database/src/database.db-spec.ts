import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBed, type TestBed } from '#lib/testing';
import { Database } from './database.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startTestBed({ imports: [] });
});
afterAll(() => bed.stop());

describe('a lent connection', () => {
  it('keeps what is done on it together, and comes back', async () => {
    const pids = await bed.get(Database).lend(async (client) => {
      const pid = async () => (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid;
      return [await pid(), await pid()];
    });
    expect(pids[0]).toBe(pids[1]);
  });

  it('that breaks is an error of the work alone: the process lives and the next connection is sound', async () => {
    const database = bed.get(Database);
    for (let round = 0; round < 10; round += 1) {
      await expect(
        database.lend((client) => client.query('select pg_terminate_backend(pg_backend_pid())')),
      ).rejects.toThrow();
    }
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
  });
});
