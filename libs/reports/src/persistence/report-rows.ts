import type { Queryable, Transaction } from '#lib/database';
import { canonicalJson } from '#lib/kernel';
import type { ReportRemark, ReportRow } from '../domain/report-data.js';
import { readAhead } from './read-ahead.js';

/** What is written down of a page of remarks. */
export interface ReportPage {
  readonly rows: readonly ReportRow[];
  readonly remarks: readonly (ReportRemark & { readonly position: number })[];
}

/** Adds rows and remarks to a report that is being made, each as canonical JSON. */
export async function addPage(tx: Transaction, reportId: string, { rows, remarks }: ReportPage): Promise<void> {
  if (rows.length > 0) {
    await tx.query(
      `insert into report_row (report_id, ordinal, number, data)
       select $1, * from unnest($2::integer[], $3::text[], $4::text[])`,
      [reportId, rows.map(({ ordinal }) => ordinal), rows.map(({ number }) => number), rows.map(canonicalJson)],
    );
  }
  await tx.query(
    `insert into report_remark (report_id, position, number, row_ordinal, data)
     select $1, * from unnest($2::integer[], $3::text[], $4::integer[], $5::text[])`,
    [
      reportId,
      remarks.map(({ position }) => position),
      remarks.map(({ number }) => number),
      remarks.map(({ row }) => row),
      remarks.map(({ position: _, ...remark }) => canonicalJson(remark)),
    ],
  );
}

const AT_ONCE = 250;

/** The rows of a report as canonical JSON, in their order, a page or two in memory at a time. */
export const rowTexts = (q: Queryable, reportId: string): AsyncGenerator<string> =>
  oneByOne(textPages(q, reportId, 'report_row', 'ordinal'));

/** Every remark on time as canonical JSON, in order of arrival. */
export const remarkTexts = (q: Queryable, reportId: string): AsyncGenerator<string> =>
  oneByOne(remarkPages(q, reportId));

/** The same, a page at a time. */
export const remarkPages = (q: Queryable, reportId: string): AsyncGenerator<string[]> =>
  textPages(q, reportId, 'report_remark', 'position');

async function* oneByOne(pages: AsyncGenerator<string[]>): AsyncGenerator<string> {
  for await (const page of readAhead(pages)) yield* page;
}

async function* textPages(
  q: Queryable,
  reportId: string,
  table: 'report_row' | 'report_remark',
  key: 'ordinal' | 'position',
): AsyncGenerator<string[]> {
  let last = 0;
  for (;;) {
    const rows: { data: string; key: number }[] = await q.query<{ data: string; key: number }>(
      `select data, ${key} as key from ${table} where report_id = $1 and ${key} > $2 order by ${key} limit ${AT_ONCE}`,
      [reportId, last],
    );
    if (rows.length > 0) yield rows.map(({ data }) => data);
    if (rows.length < AT_ONCE) return;
    last = rows.at(-1)?.key ?? last;
  }
}
