import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { type RegisterFault, registerFault } from '../domain/register-fault.js';
import type { RegisterRecord } from '../domain/register-row.js';
import type { RegisterFile } from './register-file.js';

interface CsvRow {
  readonly record: Record<string, string>;
  readonly info: { readonly lines: number };
  readonly raw: string;
}

/** Spreadsheets of this country write semicolons; the header line tells which. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/\n|$/));
  return header.split(';').length > header.split(',').length ? ';' : ',';
}

/** Reads a register as CSV (RFC 4180, UTF-8, header line, comma or semicolon). A broken line is a fault, not an end. */
export function readCsvRegister(content: string): RegisterFile {
  const text = content.replaceAll(/\r\n?/g, '\n'); // inside quotes csv-parse counts CR LF as two lines
  const faults: RegisterFault[] = [];
  try {
    const rows = parse(text, {
      bom: true,
      columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
      delimiter: delimiterOf(text),
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: (error) => void faults.push(registerFault(lineOf(error), 'not-readable')),
      info: true,
      raw: true,
    }) as unknown as CsvRow[];
    return { records: rows.map(recordOf), faults };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { records: [], faults: [...faults, registerFault(lineOf(error), 'not-readable')] };
  }
}

function lineOf(error: unknown): number {
  const { lines } = (error ?? {}) as { lines?: unknown };
  return typeof lines === 'number' ? lines : 1;
}

/** `info.lines` is where a record ends; a quoted value may hold line breaks. */
function recordOf({ record, info, raw }: CsvRow): RegisterRecord {
  const breaks = raw.trim().split('\n').length - 1;
  return { line: info.lines - breaks, fields: record };
}
