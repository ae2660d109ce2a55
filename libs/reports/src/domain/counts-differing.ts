import { canonicalJson } from '#lib/kernel';
import { type Blocker, blocker } from './blockers.js';
import type { ReportCounts } from './report-counts.js';

/** The figures that the two ways of counting do not agree on, by name (REQ-64). */
export const countsDiffering = (byRows: ReportCounts, inSql: ReportCounts): Blocker[] =>
  (Object.keys(byRows) as (keyof ReportCounts)[])
    .map((figure) => ({ figure, rows: canonicalJson(byRows[figure]), sql: canonicalJson(inSql[figure]) }))
    .filter(({ rows, sql }) => rows !== sql)
    .map(({ figure, rows, sql }) =>
      blocker('counts-differ', 'REQ-64', { detail: `${figure}: ${rows} by rows, ${sql} in SQL` }),
    );
