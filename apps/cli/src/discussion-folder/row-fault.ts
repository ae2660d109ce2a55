/** Why a row of a file in a discussion's folder is refused; `line` is the line of the file, from 1. */
export interface RowFault {
  readonly file: string;
  readonly line: number;
  readonly field?: string;
  readonly reason: string;
}

export const rowFaultLine = ({ file, line, field, reason }: RowFault): string =>
  `${file}, line ${line}: ${field ? `${field}: ` : ''}${reason}`;

/** Rows that could be read, and what is wrong with the others. */
export interface Reading<Row> {
  readonly rows: readonly Row[];
  readonly faults: readonly RowFault[];
}
