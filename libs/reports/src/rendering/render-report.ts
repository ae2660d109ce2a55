import { bytesOf, writeCsv, writeDocx } from '#lib/documents';
import { languages } from '#lib/kernel';
import type { PrintedReport } from './printed-report.js';
import type { Rendering } from './rendering.js';
import { reportCsv } from './report-csv.js';
import { reportDocument } from './report-document.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Appendix 2 in each language, the data as JSON and the decisions as CSV (REQ-60, REQ-67); equal reports give equal bytes.
 * One document at a time, so that the caller stores it before the next one is made.
 */
export async function* renderReport({ data, text, hash, version }: PrintedReport): AsyncGenerator<Rendering> {
  const name = `report-v${version}`;
  const json = { name: `${name}.json`, mediaType: 'application/json', content: Buffer.from(text, 'utf8') };
  yield { format: 'JSON', language: 'mul', ...json };
  const lines = await bytesOf(writeCsv(reportCsv(data)));
  yield { format: 'CSV', language: 'mul', name: `${name}.csv`, mediaType: 'text/csv; charset=utf-8', content: lines };
  for (const language of languages) {
    const content = await bytesOf(writeDocx(reportDocument({ data, text, hash, version }, language)));
    yield { format: 'DOCX', language, name: `${name}-${language}.docx`, mediaType: WORD, content };
  }
}
