import { readSheet } from './read-sheet.js';
import type { ReadSheet } from './read-workbook.js';
import { sharedStrings } from './string-table.js';
import { workbookIndex } from './workbook-index.js';
import { WorkbookPackage } from './workbook-package.js';
import { type XlsxLimits, xlsxLimits } from './xlsx-limits.js';
import { XlsxRefused } from './xlsx-refused.js';

/**
 * Reads a workbook that a person filled in: our own export, or what Excel, LibreOffice, WPS or Google Sheets made of it. Hidden
 * sheets too, charts not. No formula is computed and no macro, link or document type is followed; a cell that is the result of
 * a formula is marked, so that an importer can refuse it by its address. The file is held to the limits before and while it is
 * unpacked; the work is done in turns, so that the process can do others meanwhile.
 * @throws XlsxRefused with the fault, its limit, and the sheet and cell where it is known
 */
export async function readXlsx(content: Buffer, limits: XlsxLimits = xlsxLimits): Promise<ReadSheet[]> {
  const parts = await WorkbookPackage.open(content, limits);
  const { sheets, dateSystem, sharedStrings: path } = await workbookIndex(parts);
  if (sheets.length > limits.sheets) throw new XlsxRefused('too-many-sheets', { limit: limits.sheets });
  const strings = path === undefined ? [] : await sharedStrings(await parts.read(path));
  const read: ReadSheet[] = [];
  let rowsLeft = limits.rows;
  for (const { name, isHidden, path: sheetPath } of sheets) {
    const rows = await readSheet({ xml: await parts.read(sheetPath), name, strings, limits, rowsLeft });
    rowsLeft -= rows.length;
    read.push({ name, isHidden, dateSystem, rows });
  }
  return read;
}
