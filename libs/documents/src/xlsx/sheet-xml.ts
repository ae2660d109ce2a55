import type { Language } from '#lib/kernel';
import { XML_HEAD } from '../package-properties.js';
import { columnLetters } from '../spreadsheet/cell-address.js';
import { type CellWriter, cellWriter, textCell } from './cell-writer.js';
import { rules } from './column-rules.js';
import { SHEET_NAMESPACE } from './namespace.js';
import { headingHeight, rowHeights } from './row-height.js';
import type { RowSource } from './row-source.js';
import type { Styles } from './styles.js';
import type { Sheet } from './workbook.js';

/** Gathered before it is handed on: a row at a time would be slow. */
const BATCH = 16 * 1024;
const WIDEST = 255;

export interface SheetPart {
  readonly sheet: Sheet;
  readonly isFirst: boolean;
  /** The heading row among them. */
  readonly mostRows: number;
  readonly rows: RowSource;
  readonly styles: Styles;
  readonly language: Language;
  /** Where the choices of a column stand. */
  readonly choices: (choices: readonly string[]) => string;
  /** Told once, when the last row is written. */
  readonly onEnd: (lastRow: number) => void;
}

/** The XML of one sheet: the heading row, then rows until there are none or the sheet is full. */
export async function* sheetXml(part: SheetPart): AsyncGenerator<string> {
  const { sheet, styles, language, rows } = part;
  const { columns } = sheet;
  if (columns.length === 0) throw new RangeError(`the sheet "${sheet.name}" has no columns`);
  const writers = columns.map((column) => cellWriter(column, language, styles));
  const height = rowHeights(columns);
  const letters = columns.map((_, index) => columnLetters(index));
  const heading = styles.numberOf({ isHeading: true, isWrapped: true });
  const headings = columns.map(({ heading: text }, index) => textCell(text, `${letters[index]}1`, heading));
  let gathered = `${head(part, writers)}<row r="1"${headingHeight(columns)}>${headings.join('')}</row>`;
  let last = 1;
  while (last < part.mostRows && (await rows.hasMore())) {
    const row = rows.take();
    if (row.length !== columns.length) {
      throw new RangeError(`a row of ${row.length} values under ${columns.length} headings`);
    }
    last += 1;
    gathered += `<row r="${last}"${height(row)}>`;
    for (const [index, writer] of writers.entries())
      gathered += writer.write(row[index] ?? null, `${letters[index]}${last}`);
    gathered += '</row>';
    if (gathered.length < BATCH) continue;
    yield gathered;
    gathered = '';
  }
  yield gathered + foot(part, last);
  part.onEnd(last);
}

function head({ sheet, isFirst }: SheetPart, writers: readonly CellWriter[]): string {
  const { frozenRows = 1 } = sheet;
  const pane =
    frozenRows > 0
      ? `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`
      : '';
  const columns = sheet.columns.map(({ width, isHidden }, index) => {
    const place = `min="${index + 1}" max="${index + 1}"`;
    const style = writers[index]?.style ?? 0;
    return `<col ${place} width="${Math.min(width, WIDEST)}" style="${style}"${isHidden ? ' hidden="1"' : ''} customWidth="1"/>`;
  });
  return (
    `${XML_HEAD}<worksheet xmlns="${SHEET_NAMESPACE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews>` +
    `<cols>${columns.join('')}</cols><sheetData>`
  );
}

function foot({ sheet, choices }: SheetPart, lastRow: number): string {
  const { columns, hasFilter = true } = sheet;
  const lastColumn = columnLetters(columns.length - 1);
  return (
    `</sheetData>${hasFilter ? `<autoFilter ref="A1:${lastColumn}${lastRow}"/>` : ''}${rules(columns, choices)}` +
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
    '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>'
  );
}
