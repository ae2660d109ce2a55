import { columnLetters, readAddress } from '../spreadsheet/cell-address.js';
import { type CellContent, cellContent } from './cell-value.js';
import { type CellRange, rangeOf, withArrayFormulas } from './array-formulas.js';
import { type Attributes, type XmlEvents, readXml } from './read-xml.js';
import type { ReadCell, ReadRow } from './read-workbook.js';
import { StringText } from './string-text.js';
import type { XlsxLimits } from './xlsx-limits.js';
import { type XlsxFault, XlsxRefused } from './xlsx-refused.js';

export interface SheetReading {
  readonly xml: string;
  readonly name: string;
  readonly strings: readonly string[];
  readonly limits: XlsxLimits;
  /** How many rows may still be read. */
  readonly rowsLeft: number;
}

/** The rows of a sheet that have something in them. @throws XlsxRefused damaged, unsafe-xml, and where there is too much */
export async function readSheet(reading: SheetReading): Promise<ReadRow[]> {
  const reader = new SheetReader(reading);
  await readXml(reading.xml, reader);
  return withArrayFormulas(reader.rows, reader.arrays);
}

interface OpenCell {
  readonly address: string;
  readonly column: number;
  readonly type: string;
  raw: string | undefined;
  isFormula: boolean;
}

class SheetReader implements XmlEvents {
  readonly rows: ReadRow[] = [];
  readonly arrays: CellRange[] = [];
  private row = 0;
  private column = -1;
  private cells = new Map<string, ReadCell>();
  private cell: OpenCell | undefined;
  private isValue = false;
  private readonly inline = new StringText();

  constructor(private readonly reading: SheetReading) {}

  open(name: string, attributes: Attributes): void {
    if (this.cell) {
      this.openInCell(this.cell, name, attributes);
    } else if (name === 'row') {
      this.beginRow(attributes['r']);
    } else if (name === 'c' && this.row > 0) {
      this.cell = this.beginCell(attributes);
    }
  }

  text(text: string): void {
    if (this.isValue && this.cell) this.cell.raw = (this.cell.raw ?? '') + text;
    else if (this.cell) this.inline.text(text);
  }

  close(name: string): void {
    this.inline.close(name);
    if (name === 'v') this.isValue = false;
    if (name === 'c' && this.cell) this.endCell(this.cell);
    if (name === 'row') this.endRow();
  }

  private openInCell(cell: OpenCell, name: string, attributes: Attributes): void {
    if (name === 'v') this.isValue = true;
    else if (name === 'f') this.beginFormula(cell, attributes);
    else this.inline.open(name);
  }

  /** Rows and cells stand in their order, each once; a place that is not told is the next one. */
  private beginRow(told: string | undefined): void {
    const row = told === undefined ? this.row + 1 : Number(told);
    if (!Number.isInteger(row) || row <= this.row || row > 1_048_576) throw this.refused('damaged', { at: told });
    this.row = row;
    this.column = -1;
  }

  private beginCell({ r: told, t: type = 'n' }: Attributes): OpenCell {
    const place = told === undefined ? { column: this.column + 1, row: this.row } : readAddress(told);
    if (!place || place.row !== this.row || place.column <= this.column) throw this.refused('damaged', { at: told });
    this.column = place.column;
    const address = `${columnLetters(place.column)}${this.row}`;
    return { address, column: place.column, type, raw: undefined, isFormula: false };
  }

  private beginFormula(cell: OpenCell, { t: type, ref }: Attributes): void {
    cell.isFormula = true;
    if (ref === undefined || (type !== 'array' && type !== 'dataTable')) return;
    const range = rangeOf(ref);
    if (!range) throw this.refused('damaged', { at: cell.address });
    const limit = this.reading.limits.arrayFormulas;
    if (this.arrays.push(range) > limit) throw this.refused('too-many-array-formulas', { limit });
  }

  private endCell({ address, column, type, raw, isFormula }: OpenCell): void {
    const content = this.contentOf(address, { type, raw, inline: this.inline.take() });
    this.cell = undefined;
    if (!content && !isFormula) return;
    const { columns, characters } = this.reading.limits;
    if (column >= columns) throw this.refused('too-many-columns', { limit: columns, at: address });
    if (content?.kind === 'text' && content.value.length > characters) {
      throw this.refused('cell-too-long', { limit: characters, at: address });
    }
    const place = { address, column, isFormula };
    this.cells.set(
      columnLetters(column),
      content ? { ...place, ...content } : { ...place, kind: 'blank', value: null },
    );
  }

  private contentOf(address: string, raw: Parameters<typeof cellContent>[0]): CellContent | undefined {
    try {
      return cellContent(raw, this.reading.strings);
    } catch {
      throw this.refused('damaged', { at: address });
    }
  }

  private endRow(): void {
    if (this.cells.size === 0) return;
    const { rowsLeft, limits } = this.reading;
    if (this.rows.push({ number: this.row, cells: this.cells }) > rowsLeft) {
      throw this.refused('too-many-rows', { limit: limits.rows, at: String(this.row) });
    }
    this.cells = new Map();
  }

  private refused(fault: XlsxFault, place: { limit?: number; at?: string }): XlsxRefused {
    return new XlsxRefused(fault, { ...place, sheet: this.reading.name });
  }
}
