import type { ReadCell, ReadRow, ReadSheet } from '#lib/documents';
import { inOneForm, keyIn } from './heading-key.js';
import { SheetRefused } from './sheet-refused.js';

export interface TableToFind<Key extends string> {
  readonly keys: readonly Key[];
  /** What a heading says in words, in every language, in one form: for a heading that has lost its key. */
  readonly words: ReadonlyMap<string, Key>;
  /** Keys without which nothing can be done. */
  readonly needed: readonly Key[];
}

export interface FoundTable<Key extends string> {
  /** The letters of each column that is there. */
  readonly columns: ReadonlyMap<Key, string>;
  /** Below the headings. */
  readonly rows: readonly ReadRow[];
}

/** Above the headings somebody may have written a title. */
const ROWS_TO_LOOK_AT = 20;
/** So many headings of ours in one row are no chance. */
const ENOUGH = 3;

/**
 * The table in whatever sheet and columns it stands by now: columns are found by the keys of their headings, never by their
 * place, and columns of others are left alone.
 * @throws SheetRefused no-table, two-tables, column-missing, column-twice
 */
export function findTable<Key extends string>(sheets: readonly ReadSheet[], wanted: TableToFind<Key>): FoundTable<Key> {
  const found = sheets.flatMap((sheet) => {
    const index = sheet.rows.slice(0, ROWS_TO_LOOK_AT).findIndex((row) => headingsOf(row, wanted).size >= ENOUGH);
    const row = sheet.rows[index];
    return row ? [{ sheet, row, rows: sheet.rows.slice(index + 1) }] : [];
  });
  const [table, ...others] = found;
  if (!table) throw new SheetRefused('no-table');
  if (others.length > 0) throw new SheetRefused('two-tables', { named: found.map(({ sheet }) => sheet.name) });
  const headings = headingsOf(table.row, wanted);
  const twice = [...headings.values()].filter((cells) => cells.length > 1).flat();
  if (twice.length > 0) throw new SheetRefused('column-twice', { named: twice.map(({ address }) => address) });
  const missing = wanted.needed.filter((key) => !headings.has(key));
  if (missing.length > 0) throw new SheetRefused('column-missing', { named: missing });
  return {
    columns: new Map([...headings].map(([key, cells]) => [key, lettersOf(cells[0])])),
    rows: table.rows,
  };
}

function headingsOf<Key extends string>({ cells }: ReadRow, { keys, words }: TableToFind<Key>): Map<Key, ReadCell[]> {
  const headings = new Map<Key, ReadCell[]>();
  for (const cell of cells.values()) {
    if (cell.kind !== 'text') continue;
    const said = keyIn(cell.value);
    const key = keys.find((each) => each === said) ?? words.get(inOneForm(cell.value));
    if (key !== undefined) headings.set(key, [...(headings.get(key) ?? []), cell]);
  }
  return headings;
}

const lettersOf = (cell: ReadCell | undefined): string => cell?.address.replace(/\d+$/, '') ?? '';
