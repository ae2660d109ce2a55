import { bytesOf, writeCsv, writeDocx } from '#lib/documents';
import { languages } from '#lib/kernel';
import type { PrintedReport } from './printed-report.js';
import type { Rendering } from './rendering.js';
import { reportCsv } from './report-csv.js';
import { reportDocument } from './report-document.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Appendix 2 in each language, the data as JSON and the decisions as CSV (REQ-60, REQ-67); equal reports give equal bytes. */
export async function renderReport(report: PrintedReport): Promise<Rendering[]> {
  const name = `report-v${report.version}`;
  const renderings: Rendering[] = [
    {
      format: 'JSON',
      language: 'mul',
      name: `${name}.json`,
      mediaType: 'application/json',
      content: Buffer.from(report.text, 'utf8'),
    },
    {
      format: 'CSV',
      language: 'mul',
      name: `${name}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      content: await bytesOf(writeCsv(reportCsv(report.data))),
    },
  ];
  for (const language of languages) {
    const content = await bytesOf(writeDocx(reportDocument(report, language)));
    renderings.push({ format: 'DOCX', language, name: `${name}-${language}.docx`, mediaType: WORD, content });
  }
  return renderings;
}
