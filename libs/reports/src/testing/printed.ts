import { createHash } from 'node:crypto';
import { canonicalJson } from '#lib/kernel';
import type { ReportData } from '../domain/report-data.js';
import type { PrintedReport } from '../rendering/printed-report.js';

/** A report in memory as the renderers read it. */
export function printed({ rows, remarks, ...head }: ReportData): PrintedReport {
  const hash = createHash('sha256')
    .update(canonicalJson({ ...head, rows, remarks }))
    .digest('hex');
  const byOrdinal = new Map(rows.map((row) => [row.ordinal, row]));
  return {
    head,
    hash,
    version: 1,
    rowTexts: () => one(rows.map((row) => canonicalJson(row))),
    remarkTexts: () => one(remarks.map((remark) => canonicalJson(remark))),
    rows: () => one(rows),
    answered: () => one(remarks.map((remark) => ({ remark, row: byOrdinal.get(remark.row ?? 0) ?? null }))),
    grouped: () =>
      one(remarks.flatMap(({ number, row }) => (row !== null && byOrdinal.get(row)?.group ? [{ number, row }] : []))),
  };
}

async function* one<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}
