import { Database } from '#lib/database';
import { type Instant, isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';

export interface ErratumView {
  readonly number: number;
  readonly reasonKk: string;
  readonly reasonRu: string;
  readonly openedAt: Instant;
  /** Version of the report it corrects, and of the one that corrects; the latter null while it is open. */
  readonly correctsVersion: number;
  readonly version: number | null;
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
              c.version as "correctsVersion", t.version, t.published_at as "publishedAt"
         from report_erratum e
         join report c on c.id = e.corrects
         left join report t on t.id = e.report_id
        where e.discussion_id = $1 and e.dropped_at is null ${condition}
        order by e.number`,
      [discussionId],
    );
  }
}
