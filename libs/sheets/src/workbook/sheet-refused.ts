import { DomainError } from '#lib/kernel';

export type SheetFault =
  'no-table' | 'two-tables' | 'column-missing' | 'column-twice' | 'no-rows' | 'too-many-remarks' | 'other-discussion';

export interface SheetFaultPlace {
  /** Keys of columns, names of sheets, or addresses of cells that the fault is about. */
  readonly named?: readonly string[];
  readonly limit?: number;
}

/** The sheet as a whole is not one that can be read: nothing of it was. A workbook that cannot be opened is an `XlsxRefused`. */
export class SheetRefused extends DomainError {
  constructor(
    readonly fault: SheetFault,
    place: SheetFaultPlace = {},
  ) {
    super('import-refused', `the sheet is refused: ${[fault, ...(place.named ?? [])].join(' ')}`, { fault, ...place });
  }
}
