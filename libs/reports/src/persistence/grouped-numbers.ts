import type { Queryable } from '#lib/database';
import type { GroupedNumber } from '../domain/report-data.js';
import { readAhead } from './read-ahead.js';

const AT_ONCE = 5_000;

/** Of the remarks that share their row with others the number and the row, in order of arrival; their texts are not read. */
export async function* groupedNumbers(q: Queryable, reportId: string): AsyncGenerator<GroupedNumber> {
  const groups = await q.query<{ row: number }>(
    `select row_ordinal as row from report_remark where report_id = $1 and row_ordinal is not null
      group by row_ordinal having count(*) > 1`,
    [reportId],
  );
  const shared = new Set(groups.map(({ row }) => row));
  if (shared.size === 0) return;
  for await (const page of readAhead(pages(q, reportId))) yield* page.filter(({ row }) => shared.has(row));
}

async function* pages(q: Queryable, reportId: string): AsyncGenerator<GroupedNumber[]> {
  let last = 0;
  for (;;) {
    const rows: (GroupedNumber & { position: number })[] = await q.query<GroupedNumber & { position: number }>(
      `select number, row_ordinal as row, position from report_remark
        where report_id = $1 and position > $2 and row_ordinal is not null order by position limit ${AT_ONCE}`,
      [reportId, last],
    );
    yield rows;
    if (rows.length < AT_ONCE) return;
    last = rows.at(-1)?.position ?? last;
  }
}
