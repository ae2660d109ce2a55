import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '#lib/testing';
import { projectFolder } from '../architecture/project-copy.js';

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}
interface Book {
  readonly classes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly tables: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const book = JSON.parse(readFileSync(join(projectFolder, 'docs/security/data-classes.json'), 'utf8')) as Book;
const classOf = ({ table, name }: Column) => book.tables[table]?.[name] ?? book.tables[table]?.['class'];

let database: TestDatabase;
let columns: Column[];
beforeAll(async () => {
  database = await createTestDatabase();
  columns = await database.query<Column>(
    `select c.table_name as "table", c.column_name as name, c.data_type as type
       from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1, c.ordinal_position`,
  );
});
afterAll(() => database.drop());

describe('the classes of data (ASVS 14.1.1, 14.1.2, 14.2.4)', () => {
  it('are given to every column there is, and to none that is not', () => {
    const bare = columns.filter((column) => classOf(column) === undefined);
    expect(bare.map(({ table, name }) => `${table}.${name}`)).toEqual([]);
    const known = new Set(columns.flatMap(({ table, name }) => [`${table}.class`, `${table}.${name}`]));
    const gone = Object.entries(book.tables).flatMap(([table, names]) =>
      Object.keys(names)
        .map((name) => `${table}.${name}`)
        .filter((name) => !known.has(name)),
    );
    expect(gone).toEqual([]);
  });

  it('each say what is asked of them', () => {
    const asked = ['is', 'encryption', 'integrity', 'retention', 'log', 'access'];
    for (const [name, says] of Object.entries(book.classes)) expect([name, Object.keys(says)]).toEqual([name, asked]);
    const used = new Set(columns.map(classOf));
    expect([...used].toSorted()).toEqual(Object.keys(book.classes).toSorted());
  });

  it('keep a secret as its hash or sealed, a sender sealed or as a blind index', () => {
    const inClear = columns.filter(
      (column) =>
        (classOf(column) === 'secret' && !/_hash$|^sealed_|^salt$/.test(column.name)) ||
        (classOf(column) === 'sender' &&
          column.type !== 'bytea' &&
          !/^(subject_id|key_id|name_consent(_at)?)$/.test(column.name)),
    );
    // What an older version kept; it is sealed, and the table emptied, when the new one starts.
    expect(inClear.map(({ table, name }) => `${table}.${name}`)).toEqual(['clear_sender.sender']);
  });

  it('know every column that is named as a secret', () => {
    const missed = columns.filter(
      (column) => /token|password|secret|code_hash/.test(column.name) && classOf(column) !== 'secret',
    );
    expect(missed.map(({ table, name }) => `${table}.${name}`)).toEqual([]);
  });
});
