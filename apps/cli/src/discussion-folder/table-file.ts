import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import type { RowFault } from './row-fault.js';

export interface TableRow {
  readonly line: number;
  readonly fields: Readonly<Record<string, string>>;
}

export interface Table {
  readonly rows: readonly TableRow[];
  readonly faults: readonly RowFault[];
}

interface CsvRow {
  readonly record: Record<string, string>;
  readonly info: { readonly lines: number };
  readonly raw: string;
}

/** Reads CSV (RFC 4180, UTF-8, header line, comma); each row knows the line where it begins. */
export function readTable(file: string, content: string, columns: readonly string[]): Table {
  const text = content.replaceAll(/\r\n?/g, '\n'); // inside quotes csv-parse counts CR LF as two lines
  const faults: RowFault[] = [];
  const fault = (line: number, reason: string, field?: string) =>
    faults.push({ file, line, reason, ...(field && { field }) });
  try {
    const records = parse(text, {
      bom: true,
      columns: (header: string[]) => header.map((name) => name.trim()),
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: (error) =>
        void fault(lineOf(error), 'has more or fewer values than the header, or a broken quotation mark'),
      info: true,
      raw: true,
    }) as unknown as CsvRow[];
    const known = Object.keys(records[0]?.record ?? {});
    for (const name of known) if (!columns.includes(name)) fault(1, 'there is no such column', name);
    const rows = records.map(({ record, info, raw }) => {
      return { line: info.lines - (raw.trim().split('\n').length - 1), fields: trimmed(record) };
    });
    return { rows, faults };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows: [], faults: [...faults, { file, line: lineOf(error), reason: 'the file is not CSV from here on' }] };
  }
}

const trimmed = (record: Record<string, string>) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, value.trim()]));

function lineOf(error: unknown): number {
  const { lines } = (error ?? {}) as { lines?: unknown };
  return typeof lines === 'number' ? lines : 1;
}
