import { createHash } from 'node:crypto';
import type { Queryable } from '#lib/database';
import { canonicalReport } from '../domain/canonical-report.js';
import type { ReportHead } from '../domain/report-data.js';
import { remarkTexts, rowTexts } from './report-rows.js';

/** Hex SHA-256 of the whole canonical JSON of a report, as its parts are stored. */
export async function hashOfReport(q: Queryable, reportId: string, head: ReportHead): Promise<string> {
  const hash = createHash('sha256');
  const parts = { remarks: remarkTexts(q, reportId), rows: rowTexts(q, reportId) };
  for await (const piece of canonicalReport(head, parts)) hash.update(piece, 'utf8');
  return hash.digest('hex');
}
