import { Database } from '#lib/database';
import { type Instant, isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';

/** A report as a correction names it. */
export interface ReportNamed {
  readonly id: string;
  readonly version: number;
  /** Hex. */
  readonly dataSha256: string;
}

export interface ErratumView {
  readonly number: number;
  readonly reasonKk: string;
  readonly reasonRu: string;
  readonly openedAt: Instant;
  readonly corrects: ReportNamed & {
    /** Of the correction it is itself; null when it is the first report. */
    readonly erratum: number | null;
  };
  /** The report that corrects; null while the erratum is open. */
  readonly report: ReportNamed | null;
  readonly publishedAt: Instant | null;
}

@Injectable()
export class ErrataOf {
  constructor(private readonly database: Database) {}

  /** Published corrections of a report, in the order of their numbers: for everybody. */
  async published(discussionId: string): Promise<ErratumView[]> {
    return this.select(discussionId, `and t.state = 'PUBLISHED'`);
  }

  /** The one that is open or signed and not published yet too; the caller checks whose discussion it is. */
  async all(discussionId: string): Promise<ErratumView[]> {
    return this.select(discussionId, '');
  }

  private async select(discussionId: string, condition: string): Promise<ErratumView[]> {
    if (!isId(discussionId)) return [];
    return this.database.query<ErratumView>(
      `select e.number, e.reason_kk as "reasonKk", e.reason_ru as "reasonRu", e.opened_at as "openedAt",
              ${named('c', `'erratum', p.number`)} as corrects,
              case when t.id is not null then ${named('t')} end as report, t.published_at as "publishedAt"
         from report_erratum e
         join report c on c.id = e.corrects
         left join report_erratum p on p.report_id = c.id
         left join report t on t.id = e.report_id
        where e.discussion_id = $1 and e.dropped_at is null ${condition}
        order by e.number`,
      [discussionId],
    );
  }
}

const named = (table: string, more?: string): string =>
  `json_build_object('id', ${table}.id, 'version', ${table}.version, 'dataSha256', encode(${table}.data_sha256, 'hex')${more ? `, ${more}` : ''})`;
