import { Database, Transactions } from '#lib/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTables, protectedTables } from '../../libs/database/src/unpublished-work.js';
import { rowsOf, startTwoBodies, type TwoBodies } from './two-bodies.js';

let two: TwoBodies;
beforeAll(async () => {
  two = await startTwoBodies();
});
afterAll(() => two.bed.stop());

/** A body that has nothing. */
const stranger = '00000000-0000-7000-8000-000000000000';

const seenBy = (bodyId: string | null, table: string) => two.asked(bodyId, () => rowsOf(two.bed.get(Database), table));

async function halves(table: string) {
  const [all, mine, foreign] = await Promise.all([
    rowsOf(two.bed.database, table),
    seenBy(two.ours.bodyId, table),
    seenBy(two.theirs.bodyId, table),
  ]);
  return { all, mine, foreign };
}

describe('every table', () => {
  it('has its policies, or a reason why it needs none (decision 29)', async () => {
    const tables = await two.bed.database.query<{ name: string; isHeld: boolean; policies: number }>(
      `select c.relname as name, c.relrowsecurity as "isHeld",
              (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
         from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`,
    );
    const wrong = tables.filter(({ name, isHeld, policies }) => {
      const isProtected = protectedTables.includes(name);
      return isProtected === name in openTables || isProtected !== isHeld || isProtected !== policies > 0;
    });
    expect(wrong).toEqual([]);
    const named = [...protectedTables, ...Object.keys(openTables)];
    expect(named.toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
  });

  it('no view of the owner shows what a policy keeps: two are published by what they are, two tell whose an id is', async () => {
    const views = await two.bed.database.query<{ name: string; isCareful: boolean }>(
      `select relname as name, coalesce('security_invoker=true' = any (reloptions), false) as "isCareful"
         from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace order by 1`,
    );
    expect(views).toEqual([
      { name: 'body_of_procedure', isCareful: false },
      { name: 'body_of_version', isCareful: false },
      { name: 'placed_clause', isCareful: false },
      { name: 'placed_procedure', isCareful: false },
      { name: 'standing_member', isCareful: true },
    ]);
    for (const { name } of views)
      await expect(two.bed.get(Database).query(`delete from ${name}`)).rejects.toThrow(
        /permission denied|cannot delete/,
      );
    const columns = await two.bed.database.query<{ names: string[] }>(
      `select array_agg(column_name::text order by ordinal_position) as names from information_schema.columns
        where table_name in ('body_of_procedure', 'body_of_version') group by table_name`,
    );
    expect(columns).toEqual([{ names: ['id', 'body_id'] }, { names: ['id', 'body_id'] }]);
    const words = await two.bed.get(Database).query<{ text_ru: string }>('select text_ru from placed_clause');
    expect(words).toHaveLength(4);
    expect(words.some(({ text_ru }) => /Скрытый|Исправленный/.test(text_ru))).toBe(false);
    expect(await two.bed.get(Database).query('select from standing_member')).toEqual([]);
  });

  it('the role of the application is held by them', async () => {
    const [role] = await two.bed.get(Database).query(
      `select current_user as name, rolsuper as "isAbove", rolbypassrls as "isBeyond",
              (select count(*)::int from pg_class where relowner = current_user::regrole) as owns
         from pg_roles where rolname = current_user`,
    );
    expect(role).toEqual({ name: 'talqy_app', isAbove: false, isBeyond: false, owns: 0 });
  });
});

describe.each(protectedTables)('unpublished rows of %s', (table) => {
  it('are there for their own body alone, in a query that asks for all of them', async () => {
    const { all, mine, foreign } = await halves(table);
    expect(mine.length).toBeGreaterThan(0);
    expect([...mine, ...foreign].toSorted()).toEqual(all.toSorted());
    expect(mine.filter((row) => foreign.includes(row))).toEqual([]);
    const inTransaction = await two.asked(two.ours.bodyId, () =>
      two.bed.get(Transactions).run((tx) => rowsOf(tx, table)),
    );
    expect(inTransaction).toEqual(mine);
  });

  it('are there for nobody when no body is said', async () => {
    expect(await seenBy(null, table)).toEqual([]);
    expect(await rowsOf(two.bed.get(Database), table)).toEqual([]);
    expect(await two.bed.get(Transactions).run((tx) => rowsOf(tx, table))).toEqual([]);
    expect(await two.asked(null, () => two.bed.get(Transactions).onSnapshot(1, (tx) => rowsOf(tx, table)))).toEqual([]);
  });

  it('are not changed or deleted for another body, published ones neither', async () => {
    const [column] = await two.bed.database.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = $1 order by ordinal_position limit 1`,
      [table],
    );
    const before = await rowsOf(two.bed.database, table, false);
    for (const body of [stranger, null])
      for (const sql of [`update ${table} set ${column?.name} = ${column?.name} returning 1`, `delete from ${table}`])
        expect([sql, await two.asked(body, () => two.bed.get(Database).query(sql))]).toEqual([sql, []]);
    expect(await rowsOf(two.bed.database, table, false)).toEqual(before);
  });

  it('are not written for another body', async () => {
    const [row = ''] = (await halves(table)).foreign;
    const sql = `insert into ${table} select * from jsonb_populate_record(null::public.${table}, $1)`;
    const written = two.asked(two.ours.bodyId, () => two.bed.get(Database).query(sql, [row]));
    // What a trigger before it looks for is not there either.
    await expect(written).rejects.toThrow(table === 'point_span' ? /REQ-50/ : /row-level security policy for table/);
  });
});

describe('once it is published', () => {
  const readable = async (table: string): Promise<boolean> => (await seenBy(null, table)).length > 0;

  it('a report, and the revised draft it names, are everybody’s; how they came about is not', async () => {
    const { reportId, discussionId } = two.theirs;
    await two.bed.database.query(
      `update report set state = 'PUBLISHED', signed_at = $2, signed_by = id, published_at = $2 where id = $1`,
      [reportId, '2016-07-06T06:00:00Z'],
    );
    await two.bed.database.query('update report_erratum set report_id = $1 where discussion_id = $2', [
      reportId,
      discussionId,
    ]);
    await two.bed.database.query(
      `update hiding set state = 'REFUSED', refused_by = 'a', refused_at = now(), refusal_reason = 'b' where remark_id = any ($1)`,
      [two.ours.remarks.map(({ id }) => id)],
    );
    await two.bed.database.query(
      `update hiding set state = 'IN_FORCE', confirmed_by = 'officer:two', confirmed_at = now() where remark_id = any ($1)`,
      [two.theirs.remarks.map(({ id }) => id)],
    );
    const found: string[] = [];
    for (const table of protectedTables) if (await readable(table)) found.push(table);
    expect(found.toSorted()).toEqual([
      'clause',
      'draft_version',
      'hiding',
      'report',
      'report_erratum',
      'report_remark',
      'report_rendering',
      'report_row',
      'report_signature',
    ]);
    for (const table of found) {
      const published = await seenBy(null, table);
      const ofTheirs = (await seenBy(two.theirs.bodyId, table)).filter((row) => published.includes(row));
      expect([table, published]).toEqual([table, ofTheirs]);
      const erase = two.asked(stranger, () => two.bed.get(Database).query(`delete from ${table} returning 1`));
      expect([table, await erase]).toEqual([table, []]);
    }
    const words = await seenBy(null, 'clause');
    expect(words.every((row) => row.includes('Исправленный'))).toBe(true);
  });
});
