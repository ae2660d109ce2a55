import { type ReadSheet, readXlsx, xlsxLimits } from '#lib/documents';

/** A sheet of five thousand rows beside its lists; more is a file for somebody else. */
const limits = { ...xlsxLimits, rows: 20_000 };

/** @throws XlsxRefused */
export const readWorkbook = (content: Buffer): Promise<ReadSheet[]> => readXlsx(content, limits);

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
