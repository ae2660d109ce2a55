import { Database, type Queryable } from '#lib/database';
import { Injectable } from '@nestjs/common';

export interface StockAnswer {
  readonly groundKk: string;
  readonly groundRu: string;
  /** On how many remarks of different text it stands. */
  readonly remarks: number;
}

@Injectable()
export class StockAnswers {
  constructor(private readonly database: Database) {}

  /**
   * Grounds that stand on more than `limit` remarks of different text: a warning, never a refusal (REQ-53). Remarks an officer
   * grouped are alike, and count as one. The most frequent first, twenty at most.
   * @param limit the profile's `decisions.sameGroundLimit`
   */
  of(discussionId: string, limit: number): Promise<StockAnswer[]> {
    return stockAnswers(this.database, discussionId, limit);
  }
}

const DIFFERENT = `coalesce(m.group_no::text, encode(r.normalised_hash, 'hex'))`;

/** The same for who holds the discussion already. */
export const stockAnswers = (q: Queryable, discussionId: string, limit: number): Promise<StockAnswer[]> =>
  q.query<StockAnswer>(
    `select d.ground_kk as "groundKk", d.ground_ru as "groundRu", count(distinct ${DIFFERENT}) as remarks
       from remark r
       left join standing_member m on m.remark_id = r.id
       join point p on p.remark_id = r.id and p.retired_at is null
       join decision d on d.point_id = p.id and d.superseded_at is null
      where r.discussion_id = $1 and r.state = 'RECEIVED'
      group by d.ground_kk, d.ground_ru
     having count(distinct ${DIFFERENT}) > $2
      order by remarks desc, d.ground_ru collate "C", d.ground_kk collate "C"
      limit 20`,
    [discussionId, limit],
  );
