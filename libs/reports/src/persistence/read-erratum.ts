import type { Queryable } from '#lib/database';
import type { ReportErratum } from '../domain/report-data.js';

interface ErratumRow {
  readonly number: number;
  readonly reasonKk: string;
  readonly reasonRu: string;
  readonly version: number;
  readonly dataSha256: string;
}

/** The correction that is open on the discussion's report; null when none is. */
export async function readErratum(q: Queryable, discussionId: string): Promise<ReportErratum | null> {
  const [row] = await q.query<ErratumRow>(
    `select e.number, e.reason_kk as "reasonKk", e.reason_ru as "reasonRu", r.version, encode(r.data_sha256, 'hex') as "dataSha256"
       from report_erratum e join report r on r.id = e.corrects
      where e.discussion_id = $1 and e.report_id is null and e.dropped_at is null`,
    [discussionId],
  );
  if (!row) return null;
  const { number, reasonKk: kk, reasonRu: ru, version, dataSha256 } = row;
  return { number, reason: { kk, ru }, corrects: { version, dataSha256 } };
}
