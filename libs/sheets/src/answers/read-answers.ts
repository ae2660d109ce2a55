import { MOST_AT_ONCE, NOTE_LIMIT } from '#lib/consideration';
import type { ReadRow, ReadSheet } from '#lib/documents';
import { findTable, type FoundTable } from '../workbook/find-table.js';
import { SheetRefused } from '../workbook/sheet-refused.js';
import { type CellFault, typedCell, type UnreadableFault } from '../workbook/typed-cell.js';
import { type AnswerKey, answerKeys, answerTable, typedKeys, type TypedKey } from './answer-columns.js';
import { readRowState, type RowState } from './row-state.js';

/** More rows than this are not looked at in one sheet: all of them are one act. */
export const MOST_ROWS = MOST_AT_ONCE;
const CELL_LIMIT = 32_767;

/** One row of the sheet as it came back. */
export interface ReadAnswer {
  /** As people see it in the sheet. */
  readonly row: number;
  readonly texts: Readonly<Record<AnswerKey, string>>;
  /** What cannot be read. */
  readonly faults: readonly CellFault<UnreadableFault>[];
  /** Undefined where the hidden cell is empty, or is not what was exported. */
  readonly state: RowState | undefined;
  readonly address: (key: AnswerKey) => string;
}

/** @throws SheetRefused when the table is not there, or is too long */
export function readAnswers(sheets: readonly ReadSheet[]): ReadAnswer[] {
  const table = findTable(sheets, answerTable);
  const rows = table.rows.map((row) => readRow(row, table)).filter(({ texts, faults }) => hasAnything(texts, faults));
  if (rows.length === 0) throw new SheetRefused('no-rows');
  if (rows.length > MOST_ROWS) throw new SheetRefused('too-many-remarks', { limit: MOST_ROWS });
  return rows;
}

function readRow(row: ReadRow, { columns }: FoundTable<AnswerKey>): ReadAnswer {
  const faults: CellFault<UnreadableFault>[] = [];
  const texts = Object.fromEntries(
    answerKeys.map((key) => {
      const { text, fault } = typedCell(row, columns.get(key), limitOf(key));
      // What an officer does not fill in is compared, not read; only a formula in its place is refused.
      if (fault && (isTypedKey(key) || fault.fault === 'formula')) faults.push(fault);
      return [key, text];
    }),
  ) as Record<AnswerKey, string>;
  return {
    row: row.number,
    texts,
    faults,
    state: readRowState(texts.state),
    address: (key) => `${columns.get(key) ?? ''}${row.number}`,
  };
}

const isTypedKey = (key: AnswerKey): key is TypedKey => (typedKeys as readonly AnswerKey[]).includes(key);

const limitOf = (key: AnswerKey): number => (key === 'observations' ? NOTE_LIMIT : CELL_LIMIT);

const hasAnything = (texts: ReadAnswer['texts'], faults: readonly CellFault[]): boolean =>
  faults.length > 0 || answerKeys.some((key) => texts[key] !== '');
