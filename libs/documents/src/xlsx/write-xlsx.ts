import type { Readable } from 'node:stream';
import { coreProperties, relationsOfPackage } from '../package-properties.js';
import { PackageStream } from '../package-stream.js';
import { columnLetters } from '../spreadsheet/cell-address.js';
import { ChoiceLists } from './choice-lists.js';
import { RowSource } from './row-source.js';
import { SheetNames } from './sheet-names.js';
import { sheetXml } from './sheet-xml.js';
import { Styles } from './styles.js';
import type { Sheet, Workbook } from './workbook.js';
import { type ListedSheet, contentTypes, pathOf, workbookRelations, workbookXml } from './workbook-parts.js';

export interface XlsxOptions {
  /** Where a sheet is full and its rows go on in the next, the heading row among them; Excel's own limit when nothing is said. */
  readonly rowsInSheet?: number;
}

const EXCEL_ROWS = 1_048_576;
/** Twice the speed for a fifth more bytes. */
const COMPRESSION = 1;

/**
 * Streams the workbook as SpreadsheetML; memory does not grow with its rows. Numbers are numbers, instants and days are dates,
 * and a text is a text: never a formula, neither when the file is opened nor when the cell is edited. A text of more than
 * 32,767 UTF-16 units is cut and ends in "…"; what XML cannot hold becomes U+FFFD; a line break is a line feed. Rows beyond a
 * sheet's limit go on in "name (2)". Equal workbooks give equal bytes. A fault in the sheets or rows (a row that does not fit
 * its columns, a number that is none, no sheet at all) destroys the stream with that error; a reader that stops early ends
 * the rows' iterator.
 */
export function writeXlsx(workbook: Workbook, { rowsInSheet = EXCEL_ROWS }: XlsxOptions = {}): Readable {
  const xlsx = new PackageStream(COMPRESSION);
  const writer = new WorkbookWriter(workbook, xlsx, rowsInSheet);
  writer.write().catch((error: Error) => xlsx.output.destroy(error));
  return xlsx.output;
}

class WorkbookWriter {
  private readonly names = new SheetNames();
  private readonly choices = new ChoiceLists(this.names.give('choices'));
  private readonly styles = new Styles();
  private readonly listed: ListedSheet[] = [];

  constructor(
    private readonly workbook: Workbook,
    private readonly xlsx: PackageStream,
    private readonly mostRows: number,
  ) {}

  /** The parts that say what all sheets are stand at the end, when all are known. */
  async write(): Promise<void> {
    const { xlsx, workbook } = this;
    xlsx.add('_rels/.rels', relationsOfPackage('xl/workbook.xml'));
    xlsx.add('docProps/core.xml', coreProperties(workbook));
    for await (const sheet of workbook.sheets) {
      if (xlsx.isAbandoned) return;
      await this.writeSheet(sheet);
    }
    if (this.listed.length === 0) throw new RangeError('a workbook needs a sheet');
    if (!this.choices.isEmpty) {
      await xlsx.stream(pathOf(this.listed.length), this.choices.xml());
      this.listed.push({ name: this.choices.sheetName, isHidden: true, hasHeading: false });
    }
    xlsx.add('xl/styles.xml', this.styles.xml());
    xlsx.add('xl/workbook.xml', workbookXml(this.listed));
    xlsx.add('xl/_rels/workbook.xml.rels', workbookRelations(this.listed));
    xlsx.add('[Content_Types].xml', contentTypes(this.listed));
    xlsx.end();
  }

  /** A sheet, or as many as its rows need. */
  private async writeSheet(sheet: Sheet): Promise<void> {
    const rows = new RowSource(sheet);
    try {
      do await this.writePart(sheet, rows);
      while (await rows.hasMore());
    } finally {
      await rows.end();
    }
  }

  private async writePart(sheet: Sheet, rows: RowSource): Promise<void> {
    const { xlsx, styles, mostRows, choices, listed } = this;
    const name = this.names.give(sheet.name);
    const xml = sheetXml({
      sheet,
      rows,
      styles,
      mostRows,
      isFirst: listed.length === 0,
      language: this.workbook.language,
      choices: (list) => choices.rangeOf(list),
      onEnd: (lastRow) => {
        const range = `A1:${columnLetters(sheet.columns.length - 1)}${lastRow}`;
        listed.push({ name, hasHeading: true, ...(sheet.hasFilter === false ? {} : { filter: range }) });
      },
    });
    await xlsx.stream(pathOf(listed.length), xml);
  }
}
