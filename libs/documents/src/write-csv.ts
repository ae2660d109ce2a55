import { Readable } from 'node:stream';
import { fixedChunks } from './fixed-chunks.js';
import { looksLikeFormula } from './looks-like-formula.js';

export type CsvValue = string | number | null;

export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: Iterable<readonly CsvValue[]> | AsyncIterable<readonly CsvValue[]>;
  /** Spreadsheets take a file without it for a national encoding and spoil Kazakh letters. */
  readonly byteOrderMark?: boolean;
}

const NEEDS_QUOTES = /[",\r\n\t\0]|^\s|\s$/;

/**
 * RFC 4180 in UTF-8: CRLF, quotes doubled. Text a spreadsheet would run gets a leading apostrophe; numbers are written as
 * they are.
 */
export function writeCsv(table: CsvTable): Readable {
  return Readable.from(fixedChunks(lines(table)), { objectMode: false });
}

async function* lines(table: CsvTable): AsyncGenerator<string> {
  yield (table.byteOrderMark ? '\uFEFF' : '') + csvLine(table.header);
  for await (const row of table.rows) {
    if (row.length !== table.header.length) {
      throw new RangeError(`a row of ${row.length} values under ${table.header.length} headings`);
    }
    yield csvLine(row);
  }
}

const csvLine = (values: readonly CsvValue[]): string => `${values.map(csvValue).join(',')}\r\n`;

function csvValue(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = looksLikeFormula(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
