import { Acting, Database, Transactions } from '#lib/database';
import { startTestBed } from '#lib/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rowsOf, startTwoBodies, type TwoBodies } from './two-bodies.js';

let two: TwoBodies;
beforeAll(async () => {
  two = await startTwoBodies();
});
afterAll(() => two.bed.stop());

describe('a point and a decision', () => {
  const point =
    'insert into point (id, remark_id, position) values (gen_random_uuid(), $1, 2) returning body_id as body';

  it('are of the body whose draft is discussed, whoever writes them', async () => {
    const worker = await startTestBed({ imports: [], database: two.bed.database });
    try {
      const written = await worker
        .get(Transactions)
        .run((tx) => tx.query<{ body: string }>(point, [two.theirs.remarks[1]?.id]));
      expect(written).toEqual([{ body: two.theirs.bodyId }]);
    } finally {
      await worker.stop();
    }
    const mine = await two.asked(two.ours.bodyId, () => two.bed.get(Database).query(point, [two.ours.remarks[1]?.id]));
    expect(mine).toEqual([{ body: two.ours.bodyId }]);
  });

  it('about another body’s remark are refused, although they call themselves one’s own', async () => {
    const write = two.asked(two.ours.bodyId, () => two.bed.get(Database).query(point, [two.theirs.remarks[2]?.id]));
    await expect(write).rejects.toThrow('a point is of the body whose draft is discussed');
    const [foreign] = await two.bed.database.query<{ id: string }>(
      'select id from point p where body_id = $1 and not exists (select from decision d where d.point_id = p.id)',
      [two.theirs.bodyId],
    );
    const decide = two.asked(two.ours.bodyId, () =>
      two.bed.get(Database).query(
        `insert into decision (id, point_id, version, outcome, reason_code, ground_kk, ground_ru, decided_by, decided_at)
         values (gen_random_uuid(), $1, 9, 'TAKEN_INTO_ACCOUNT', 'ACCEPTED', 'Н', 'О', 'officer:one', now())`,
        [foreign?.id],
      ),
    );
    await expect(decide).rejects.toThrow('a decision is of the body whose draft is discussed');
    const move = two.asked(two.ours.bodyId, () =>
      two.bed.get(Database).query('update point set body_id = $1', [two.theirs.bodyId]),
    );
    await expect(move).rejects.toThrow('a row of point never changes');
  });
});

describe('what is said', () => {
  it('ends with its statement or transaction: a connection of the pool carries no body on', async () => {
    const sql = `select current_setting('talqy.body', true) as body, count(*)::int as notes from remark_note`;
    const look = (reader: Pick<Database, 'query'>) => reader.query<{ body: string; notes: number }>(sql);
    const bodies = [two.ours.bodyId, two.theirs.bodyId, null];
    const found = await Promise.all(
      Array.from({ length: 90 }, (_, turn) => {
        const inTransaction = () => two.bed.get(Transactions).run(look);
        return two.asked(bodies[turn % 3] ?? null, turn % 2 ? inTransaction : () => look(two.bed.get(Database)));
      }),
    );
    expect(found).toEqual(
      found.map((_, turn) => [{ body: bodies[turn % 3] ?? '', notes: bodies[turn % 3] === null ? 0 : 1 }]),
    );
    for (let turn = 0; turn < 20; turn++)
      expect(
        await two.bed.get(Database).lend(async (client) => (await client.query('select from remark_note')).rowCount),
      ).toBe(0);
  });

  it('ends when its statement fails, with an error as it was', async () => {
    const broken = two.asked(two.ours.bodyId, () => two.bed.get(Database).query('select 1 / $1::int', [0]));
    await expect(broken).rejects.toThrow('division by zero');
    await expect(two.asked(two.ours.bodyId, () => two.bed.get(Database).query('selekt'))).rejects.toMatchObject({
      code: '42601',
    });
    expect(await rowsOf(two.bed.get(Database), 'remark_note')).toEqual([]);
  });

  it('is this request’s alone, whatever others wait beside it', async () => {
    const one = two.asked(two.ours.bodyId, async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return rowsOf(two.bed.get(Database), 'ground_template');
    });
    const other = two.asked(two.theirs.bodyId, () => rowsOf(two.bed.get(Database), 'ground_template'));
    const [mine, foreign] = await Promise.all([one, other]);
    expect(mine).toHaveLength(1);
    expect(mine).not.toEqual(foreign);
    expect(() => two.bed.get(Acting).forBody(two.ours.bodyId)).toThrow('outside a request');
  });

  it('gives rows as the driver gives them otherwise: instants, arrays, nulls, none, two of them', async () => {
    const sql = `select '2016-06-01T04:00:00.000001Z'::timestamptz as at, '{1,2}'::int[] as list, null as nothing, $1::text as said
                   from generate_series(1, $2)`;
    const plain = await two.bed.get(Database).query(sql, ['ә', 2]);
    expect(plain).toHaveLength(2);
    expect(await two.asked(two.ours.bodyId, () => two.bed.get(Database).query(sql, ['ә', 2]))).toEqual(plain);
    expect(await two.asked(two.ours.bodyId, () => two.bed.get(Database).query(sql, ['ә', 0]))).toEqual([]);
    expect(await two.asked(two.ours.bodyId, () => two.bed.get(Database).query('select 1 as one'))).toEqual([
      { one: 1 },
    ]);
  });

  it('is never the system: a request on connections of a worker is held as well', async () => {
    const worker = await startTestBed({ imports: [], database: two.bed.database });
    try {
      expect(await rowsOf(worker.get(Database), 'remark_note')).toHaveLength(2);
      const acting = worker.get(Acting);
      expect(await acting.begin(() => rowsOf(worker.get(Database), 'remark_note'))).toEqual([]);
      expect(await acting.begin(() => worker.get(Transactions).run((tx) => rowsOf(tx, 'remark_note')))).toEqual([]);
      expect(await rowsOf(worker.get(Database), 'remark_note')).toHaveLength(2);
    } finally {
      await worker.stop();
    }
  });
});
