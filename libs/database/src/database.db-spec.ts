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
    const work = database.lend(async (client) => {
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      const ended = new Promise((resolve) => client.once('end', resolve));
      await bed.database.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      await ended;
      return client.query('select 1');
    });
    await expect(work).rejects.toThrow();
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
  });
});
