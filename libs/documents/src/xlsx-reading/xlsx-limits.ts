export interface XlsxLimits {
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** How many times larger than packed a part may be; parts under a megabyte may swell more. */
  readonly ratio: number;
  readonly parts: number;
  readonly sheets: number;
  /** Rows with something in them, of all sheets together. */
  readonly rows: number;
  /** Of one row, counted from A to the last one with something in it. */
  readonly columns: number;
  /** UTF-16 units of one cell. */
  readonly characters: number;
  /** Formulas that fill more than one cell, of one sheet. */
  readonly arrayFormulas: number;
}

/** Room for a sheet that people fill in by hand, or that was exported for them. */
export const xlsxLimits: XlsxLimits = {
  packedBytes: 10 * 1024 * 1024,
  unpackedBytes: 64 * 1024 * 1024,
  ratio: 200,
  parts: 1_000,
  sheets: 50,
  rows: 100_000,
  columns: 200,
  characters: 32_767,
  arrayFormulas: 100,
};
