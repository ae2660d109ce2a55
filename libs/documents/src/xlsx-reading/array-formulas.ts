import { readAddress } from '../spreadsheet/cell-address.js';
import type { ReadCell, ReadRow } from './read-workbook.js';

export interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** B2:C9, or one cell; undefined when it is neither. */
export function rangeOf(ref: string): CellRange | undefined {
  const [from = '', to = from] = ref.split(':');
  const [first, last] = [readAddress(from), readAddress(to)];
  if (!first || !last) return undefined;
  return { firstRow: first.row, lastRow: last.row, firstColumn: first.column, lastColumn: last.column };
}

/** A formula may fill a range, and only its first cell says so: the others are its results too. */
export const withArrayFormulas = (rows: readonly ReadRow[], ranges: readonly CellRange[]): ReadRow[] =>
  rows.map((row) => {
    const own = ranges.filter(({ firstRow, lastRow }) => row.number >= firstRow && row.number <= lastRow);
    if (own.length === 0) return row;
    const isResult = ({ column }: ReadCell): boolean =>
      own.some(({ firstColumn, lastColumn }) => column >= firstColumn && column <= lastColumn);
    const cells = [...row.cells].map(([letters, cell]): [string, ReadCell] => [
      letters,
      isResult(cell) ? { ...cell, isFormula: true } : cell,
    ]);
    return { ...row, cells: new Map(cells) };
  });
