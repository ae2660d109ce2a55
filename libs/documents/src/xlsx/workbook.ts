import type { PackageProperties } from '../package-properties.js';

/** A text, a number, or nothing. An Instant and a LegalDay are texts of a form: the type of the column says how they are meant. */
export type CellValue = string | number | null;

export interface SheetColumn {
  readonly heading: string;
  /** In characters of ordinary text. */
  readonly width: number;
  /**
   * instant and day are shown as dates and sorted as such. A value of another form than its column's (a word in a column of
   * days, a day before 1 March 1900) is written as the text it is.
   */
  readonly type: 'text' | 'number' | 'instant' | 'day';
  /** Whose local time an instant is shown in; UTC when nothing is said. The cell names it. */
  readonly zone?: string;
  /** Long text goes on in further lines of its cell. */
  readonly isWrapped?: boolean;
  readonly isHidden?: boolean;
  /** People type into it: no program makes a date, a number or a formula of what they type. Columns of texts only. */
  readonly isTyped?: boolean;
  /** Nobody is to change it: it is shown on grey. */
  readonly isFixed?: boolean;
  /** What may be chosen in the column's cells, and nothing else may be typed. */
  readonly choices?: readonly string[];
  /** What to fill in, shown beside a cell of the column that is being filled in: 255 characters at most, the rest is cut. */
  readonly note?: string;
}

export interface Sheet {
  /** Made legal and unique in the workbook: 31 characters, none of : \ / ? * [ ]. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** Asked for one by one as they are written, so there may be any number. */
  readonly rows: Iterable<readonly CellValue[]> | AsyncIterable<readonly CellValue[]>;
  /** How many rows stay in sight while the others move: the heading row when nothing is said. */
  readonly frozenRows?: number;
  /** Whether the heading row lets its reader pick rows by value: yes when nothing is said. */
  readonly hasFilter?: boolean;
}

/** `madeAt` is the instant of the data, never of the writing: equal workbooks give equal bytes. No author. */
export interface Workbook extends PackageProperties {
  readonly sheets: Iterable<Sheet> | AsyncIterable<Sheet>;
}
