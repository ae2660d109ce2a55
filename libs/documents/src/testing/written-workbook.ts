import { instant } from '#lib/kernel';
import { bytesOf } from '../fixed-chunks.js';
import { readArchive } from './read-archive.js';
import type { ReadSheet } from '../xlsx-reading/read-workbook.js';
import { readXlsx } from '../xlsx-reading/read-xlsx.js';
import type { CellValue, Sheet, SheetColumn, Workbook } from '../xlsx/workbook.js';
import { type XlsxOptions, writeXlsx } from '../xlsx/write-xlsx.js';

export const columns: readonly SheetColumn[] = [
  { heading: 'р/с №', width: 6, type: 'number' },
  { heading: 'Ескерту', width: 60, type: 'text', isWrapped: true },
  { heading: 'Түскен уақыты', width: 34, type: 'instant', zone: 'Asia/Almaty' },
  { heading: 'Күні', width: 12, type: 'day' },
];
export const row = (...values: CellValue[]): readonly CellValue[] => values;
export const sheet = (rows: Sheet['rows'], more: Partial<Sheet> = {}): Sheet => ({
  name: 'Ескертулер',
  columns,
  rows,
  ...more,
});
export const workbook = (sheets: Workbook['sheets'], more: Partial<Workbook> = {}): Workbook => ({
  language: 'kk',
  title: 'Ескертулер',
  madeAt: instant('2016-07-01T18:00:00.123456Z'),
  sheets,
  ...more,
});

export const written = (made: Workbook, options?: XlsxOptions): Promise<Buffer> => bytesOf(writeXlsx(made, options));
export const partsOf = async (made: Workbook, options?: XlsxOptions) => readArchive(await written(made, options));
export const readBack = async (made: Workbook, options?: XlsxOptions): Promise<ReadSheet[]> =>
  readXlsx(await written(made, options));
export const valuesOf = (read: ReadSheet | undefined): unknown[][] =>
  (read?.rows ?? []).map(({ cells }) => [...cells.values()].map(({ value }) => value));
export const oneText = (text: string): Sheet =>
  sheet([[text]], { columns: [{ heading: 'а', width: 9, type: 'text' }] });
