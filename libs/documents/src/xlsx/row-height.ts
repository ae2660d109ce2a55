import type { CellValue, SheetColumn } from './workbook.js';

/** Of a line of Arial 10, in points. */
const LINE = 12.75;
/** Excel knows no taller row. */
const TALLEST = 409;

/**
 * The attribute that makes room for the lines of wrapped cells, by counting characters: Excel measures them anew when a cell is
 * edited, LibreOffice shows what is written here. Nothing for a row of one line.
 */
export function rowHeights(columns: readonly SheetColumn[]): (row: readonly CellValue[]) => string {
  const wrapped = columns.flatMap(({ isWrapped, width }, index) => (isWrapped ? [{ index, width }] : []));
  return (row) => {
    let lines = 1;
    for (const { index, width } of wrapped) {
      const value = row[index];
      if (typeof value === 'string' && (value.length > width || value.includes('\n'))) {
        lines = Math.max(lines, linesIn(value, width));
      }
    }
    return lines === 1 ? '' : ` ht="${Math.min(lines * LINE, TALLEST)}"`;
  };
}

export const headingHeight = (columns: readonly SheetColumn[]): string =>
  rowHeights(columns.map((column) => ({ ...column, isWrapped: true })))(columns.map(({ heading }) => heading));

const linesIn = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
