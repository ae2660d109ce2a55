import { Database } from '#lib/database';
import { Injectable } from '@nestjs/common';

@Injectable()
export class UndecidedRemarks {
  constructor(private readonly database: Database) {}

  /** Numbers of standing remarks with a point that has no decision yet, in order of arrival. */
  async of(discussionId: string, limit = 100): Promise<string[]> {
    const rows = await this.database.query<{ number: string }>(
      `select r.number
         from remark r
         left join point p on p.remark_id = r.id and p.retired_at is null
         left join decision d on d.point_id = p.id and d.superseded_at is null
        where r.discussion_id = $1 and r.state = 'RECEIVED'
        group by r.id
       having count(p.id) = 0 or count(p.id) > count(d.id)
        order by r.received_at, r.id
        limit $2`,
      [discussionId, limit],
    );
    return rows.map(({ number }) => number);
  }
}
