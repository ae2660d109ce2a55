import type { CellValue, Sheet } from './workbook.js';

/** The rows of a sheet, which may go on in another sheet where one is full. */
export class RowSource {
  private readonly rows: AsyncIterator<readonly CellValue[]> | Iterator<readonly CellValue[]>;
  private ahead: IteratorResult<readonly CellValue[]> | undefined;

  constructor({ rows }: Sheet) {
    this.rows = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  }

  async hasMore(): Promise<boolean> {
    this.ahead ??= await this.rows.next();
    return !this.ahead.done;
  }

  /** After `hasMore` said so. */
  take(): readonly CellValue[] {
    const row = this.ahead?.value as readonly CellValue[];
    this.ahead = undefined;
    return row;
  }

  async end(): Promise<void> {
    await this.rows.return?.();
  }
}
