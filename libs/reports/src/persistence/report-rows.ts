import type { Queryable, Transaction } from '#lib/database';
import { canonicalJson } from '#lib/kernel';
import type { ReportRemark, ReportRow } from '../domain/report-data.js';

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

const AT_ONCE = 1_000;

/** The rows of a report as canonical JSON, in their order, a thousand in memory at a time. */
export const rowTexts = (q: Queryable, reportId: string): AsyncGenerator<string> =>
  texts(q, reportId, 'report_row', 'ordinal');

/** Every remark on time as canonical JSON, in order of arrival. */
export const remarkTexts = (q: Queryable, reportId: string): AsyncGenerator<string> =>
  texts(q, reportId, 'report_remark', 'position');

async function* texts(
  q: Queryable,
  reportId: string,
  table: 'report_row' | 'report_remark',
  key: 'ordinal' | 'position',
): AsyncGenerator<string> {
  let last = 0;
  for (;;) {
    const rows: { data: string; key: number }[] = await q.query<{ data: string; key: number }>(
      `select data, ${key} as key from ${table} where report_id = $1 and ${key} > $2 order by ${key} limit ${AT_ONCE}`,
      [reportId, last],
    );
    for (const { data } of rows) yield data;
    if (rows.length < AT_ONCE) return;
    last = rows.at(-1)?.key ?? last;
  }
}

/** Every remark on time with the row that answers it, in order of arrival. */
export async function* answeredRemarks(
  q: Queryable,
  reportId: string,
): AsyncGenerator<{ remark: ReportRemark; row: ReportRow | null }> {
  let last = 0;
  for (;;) {
    const rows: { remark: string; row: string | null; position: number }[] = await q.query(
      `select m.data as remark, w.data as row, m.position
         from report_remark m left join report_row w on w.report_id = m.report_id and w.ordinal = m.row_ordinal
        where m.report_id = $1 and m.position > $2 order by m.position limit ${AT_ONCE}`,
      [reportId, last],
    );
    for (const { remark, row } of rows) {
      yield { remark: JSON.parse(remark) as ReportRemark, row: row === null ? null : (JSON.parse(row) as ReportRow) };
    }
    if (rows.length < AT_ONCE) return;
    last = rows.at(-1)?.position ?? last;
  }
}
