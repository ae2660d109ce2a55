import type { Column } from './document.js';

/** A width shared out by the columns' shares, in whole units; what rounding leaves goes to the last column. */
export function columnWidths(columns: readonly Column[], whole: number): number[] {
  const sum = columns.reduce((total, column) => total + column.width, 0);
  if (!(sum > 0)) throw new RangeError('a table needs columns with a width');
  const widths = columns.slice(0, -1).map((column) => Math.round((column.width / sum) * whole));
  return [...widths, whole - widths.reduce((total, width) => total + width, 0)];
}
