export type { Block, Column, Document, Heading, Paragraph, Row, Run, Table, Text } from './document.js';
export { writeDocx } from './docx/write-docx.js';
export { type PdfOptions, writePdf } from './pdf/write-pdf.js';
export { type CsvTable, type CsvValue, writeCsv } from './write-csv.js';
export { bytesOf } from './fixed-chunks.js';
