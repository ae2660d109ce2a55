import type { DateSystem } from '../spreadsheet/date-serial.js';

interface CellPlace {
  /** E17 */
  readonly address: string;
  /** Its column, counted from 0. */
  readonly column: number;
  /** Whether the value is what a formula gave when the file was saved. It was not computed here, and may be anything. */
  readonly isFormula: boolean;
}

/** What stands in a cell. Cells without a value are not there, but for a formula that was saved without one (`blank`). */
export type ReadCell = CellPlace &
  (
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'boolean'; readonly value: boolean }
    /** #N/A, #REF! … */
    | { readonly kind: 'error'; readonly value: string }
    | { readonly kind: 'blank'; readonly value: null }
  );

export interface ReadRow {
  /** As people see it, from 1; rows with nothing in them are left out, and the numbers tell so. */
  readonly number: number;
  /** By the letters of the column: `row.cells.get('E')`. */
  readonly cells: ReadonlyMap<string, ReadCell>;
}

export interface ReadSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** How the numbers of days are meant: see `dayOfSerial`. */
  readonly dateSystem: DateSystem;
  readonly rows: readonly ReadRow[];
}
