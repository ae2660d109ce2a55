import type { Row, Table } from './document.js';

/**
 * The rows of a table, asked for one by one.
 * @throws RangeError when a row does not fit the columns, or there are not as many rows as `size` says
 */
export async function* rowsOf(table: Table): AsyncGenerator<Row> {
  const { columns, rows, size } = table;
  let count = 0;
  for await (const row of rows) {
    if (row.length !== columns.length) {
      throw new RangeError(`a row of ${row.length} cells in a table of ${columns.length} columns`);
    }
    count += 1;
    if (size !== undefined && count > size) throw new RangeError(`more rows than the ${size} that were told`);
    yield row;
  }
  if (size !== undefined && count < size) throw new RangeError(`${count} rows instead of the ${size} that were told`);
}
