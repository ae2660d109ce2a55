import { Database } from '#lib/database';
import { Injectable } from '@nestjs/common';

/** How far consideration is: received = decided + undecided + withdrawn + hidden. Counted in remarks. */
export interface Progress {
  readonly received: number;
  readonly decided: number;
  readonly undecided: number;
  readonly withdrawn: number;
  readonly hidden: number;
}

@Injectable()
export class ConsiderationProgress {
  constructor(private readonly database: Database) {}

  async of(discussionId: string): Promise<Progress> {
    const [row] = await this.database.query<Progress>(
      `select count(*)::int as received,
              (count(*) filter (where state = 'RECEIVED' and is_decided))::int as decided,
              (count(*) filter (where state = 'RECEIVED' and not is_decided))::int as undecided,
              (count(*) filter (where state = 'WITHDRAWN'))::int as withdrawn,
              (count(*) filter (where state = 'HIDDEN'))::int as hidden
         from (select r.state, count(p.id) > 0 and count(p.id) = count(d.id) as is_decided
                 from remark r
                 left join point p on p.remark_id = r.id and p.retired_at is null
                 left join decision d on d.point_id = p.id and d.superseded_at is null
                where r.discussion_id = $1
                group by r.id) as remarks`,
      [discussionId],
    );
    return row ?? { received: 0, decided: 0, undecided: 0, withdrawn: 0, hidden: 0 };
  }
}
