import { Database } from '#lib/database';
import { isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';

/** How many remarks and proposals name each part of a draft; a remark about several is counted at each. */
@Injectable()
export class RemarkCounts {
  constructor(private readonly database: Database) {}

  /** By lineage id; a part that nobody wrote about is absent. Withdrawn remarks are not counted, hidden ones are (REQ-116). */
  async byClause(discussionId: string): Promise<ReadonlyMap<string, number>> {
    if (!isId(discussionId)) return new Map();
    const rows = await this.database.query<{ clause: string; count: number }>(
      `select clause, count(*)::int as count from remark r, unnest(r.anchors) as clause
        where r.discussion_id = $1 and r.state <> 'WITHDRAWN' group by clause`,
      [discussionId],
    );
    return new Map(rows.map(({ clause, count }) => [clause, count]));
  }
}
