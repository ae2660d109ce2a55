import { Database } from '#lib/database';
import { isId, type Page, type PageRequest } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { AnsweredRemark, ReportRemark, ReportRow } from '../domain/report-data.js';
import { isErased, rowConditions, type RowFilter } from './row-conditions.js';

@Injectable()
export class ReportRowsOf {
  constructor(private readonly database: Database) {}

  /** Rows of a published report in their order, a page at a time; the cursor is an ordinal. */
  async page(reportId: string, { size, after }: PageRequest, filter: RowFilter = {}): Promise<Page<ReportRow>> {
    if (!isId(reportId)) return { items: [] };
    const parameters: unknown[] = [reportId, Number(after) || 0];
    const conditions = rowConditions(filter, (value) => `$${parameters.push(value)}`);
    const rows = await this.database.query<{ data: string; isErased: boolean }>(
      `select w.data, ${isErased('w.number')} as "isErased"
         from report_row w join report r on r.id = w.report_id and r.state = 'PUBLISHED'
        where w.report_id = $1 and w.ordinal > $2 ${conditions.map((condition) => `and ${condition}`).join(' ')}
        order by w.ordinal limit $${parameters.push(size + 1)}`,
      parameters,
    );
    const items = rows.slice(0, size).map((row) => withoutErased(JSON.parse(row.data) as ReportRow, row.isErased));
    const last = items.at(-1);
    return rows.length > size && last ? { items, next: String(last.ordinal) } : { items };
  }

  /** What the newest published report says of a remark, and the row that answers it. */
  async ofRemark(discussionId: string, number: string): Promise<AnsweredRemark | undefined> {
    return isId(discussionId) ? this.remark('r.discussion_id = $1', discussionId, number) : undefined;
  }

  /** The same in one published report. */
  async ofRemarkIn(reportId: string, number: string): Promise<AnsweredRemark | undefined> {
    return isId(reportId) ? this.remark('r.id = $1', reportId, number) : undefined;
  }

  /** Numbers of the members of a row, in order of arrival, the first `limit`. */
  async numbersOf(reportId: string, ordinal: number, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ number: string }>(
      `select m.number from report_remark m join report r on r.id = m.report_id and r.state = 'PUBLISHED'
        where m.report_id = $1 and m.row_ordinal = $2 order by m.position limit $3`,
      [reportId, ordinal, limit],
    );
    return rows.map(({ number }) => number);
  }

  private async remark(condition: string, id: string, number: string): Promise<AnsweredRemark | undefined> {
    const [found] = await this.database.query<{
      remark: string;
      row: string | null;
      isErased: boolean;
      isRowErased: boolean;
    }>(
      `select m.data as remark, w.data as row, ${isErased('m.number')} as "isErased",
              ${isErased('w.number')} as "isRowErased"
         from report r
         join report_remark m on m.report_id = r.id and m.number = $2
         left join report_row w on w.report_id = r.id and w.ordinal = m.row_ordinal
        where ${condition} and r.state = 'PUBLISHED'
        order by r.version desc limit 1`,
      [id, number],
    );
    if (!found) return undefined;
    const remark = JSON.parse(found.remark) as ReportRemark;
    return {
      remark: found.isErased && remark.own ? { ...remark, own: { ...remark.own, ...erasedWords } } : remark,
      row: found.row === null ? null : withoutErased(JSON.parse(found.row) as ReportRow, found.isRowErased),
    };
  }
}

const erasedWords = { text: '—', proposedWording: null };

const withoutErased = (row: ReportRow, erased: boolean): ReportRow =>
  erased
    ? { ...row, ...erasedWords, brief: '—', points: row.points.map((point) => ({ ...point, passages: [] })) }
    : row;
