import { fixedChunks, writeCsv, writeDocx, writePdf, writeXlsx } from '#lib/documents';
import type { Language } from '#lib/kernel';
import { canonicalReport } from '../domain/canonical-report.js';
import type { RenderingFormat, RenderingLanguage } from '../domain/rendering-kinds.js';
import type { PrintedReport } from './printed-report.js';
import type { Rendering } from './rendering.js';
import { reportCsv } from './report-csv.js';
import { reportDocument } from './report-document.js';
import { reportWorkbook } from './workbook/report-workbook.js';

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Appendix 2 in one format and language (REQ-60, REQ-67); equal reports give equal bytes (REQ-68). */
export function renderReport(report: PrintedReport, format: RenderingFormat, language: RenderingLanguage): Rendering {
  const name = language === 'mul' ? `report-v${report.version}` : `report-v${report.version}-${language}`;
  const of: Language = language === 'mul' ? 'kk' : language;
  switch (format) {
    case 'JSON':
      return { name: `${name}.json`, mediaType: 'application/json', content: fixedChunks(wholeData(report)) };
    case 'CSV':
      return { name: `${name}.csv`, mediaType: 'text/csv; charset=utf-8', content: writeCsv(reportCsv(report)) };
    case 'DOCX':
      return { name: `${name}.docx`, mediaType: WORD, content: writeDocx(reportDocument(report, of)) };
    case 'PDF':
      return { name: `${name}.pdf`, mediaType: 'application/pdf', content: writePdf(reportDocument(report, of)) };
    case 'XLSX':
      return { name: `${name}.xlsx`, mediaType: EXCEL, content: writeXlsx(reportWorkbook(report, of)) };
  }
}

const wholeData = (report: PrintedReport): AsyncGenerator<string> =>
  canonicalReport(report.head, { remarks: report.remarkTexts(), rows: report.rowTexts() });
