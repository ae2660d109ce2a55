import type { Queryable } from '#lib/database';
import type { AnsweredRemark, ReportRemark, ReportRow } from '../domain/report-data.js';
import { readAhead } from './read-ahead.js';
import { remarkPages } from './report-rows.js';

/** Every remark on time with the row that answers it, in order of arrival. */
export async function* answeredRemarks(q: Queryable, reportId: string): AsyncGenerator<AnsweredRemark> {
  for await (const page of readAhead(answeredPages(q, reportId))) yield* page;
}

async function* answeredPages(q: Queryable, reportId: string): AsyncGenerator<AnsweredRemark[]> {
  const rows = new AnsweringRows(q, reportId);
  for await (const texts of remarkPages(q, reportId)) {
    const remarks = texts.map((text) => JSON.parse(text) as ReportRemark);
    const answers = await rows.of(remarks.flatMap(({ row }) => row ?? []));
    yield remarks.map((remark) => ({ remark, row: remark.row === null ? null : (answers.get(remark.row) ?? null) }));
  }
}

/** Characters of rows that are kept: a group of any size is answered by one row, which is not read again for every member. */
const KEPT = 4_000_000;

/** The rows that answer remarks, those of groups remembered. */
class AnsweringRows {
  private kept = new Map<number, ReportRow>();
  private characters = 0;

  constructor(
    private readonly q: Queryable,
    private readonly reportId: string,
  ) {}

  async of(ordinals: readonly number[]): Promise<ReadonlyMap<number, ReportRow>> {
    const wanted = [...new Set(ordinals)];
    const found = new Map(wanted.flatMap((ordinal) => this.remembered(ordinal)));
    const missing = wanted.filter((ordinal) => !found.has(ordinal));
    const rows = await this.q.query<{ ordinal: number; data: string }>(
      'select ordinal, data from report_row where report_id = $1 and ordinal = any($2::integer[])',
      [this.reportId, missing],
    );
    for (const { ordinal, data } of rows) {
      const row = JSON.parse(data) as ReportRow;
      found.set(ordinal, row);
      if (row.group) this.remember(row, data.length);
    }
    return found;
  }

  private remembered(ordinal: number): [number, ReportRow][] {
    const row = this.kept.get(ordinal);
    return row ? [[ordinal, row]] : [];
  }

  private remember(row: ReportRow, length: number): void {
    if (this.characters + length > KEPT) {
      this.kept = new Map();
      this.characters = 0;
    }
    this.kept.set(row.ordinal, row);
    this.characters += length;
  }
}
