import type { Queryable } from '#lib/database';
import { SEEN } from '../answers-in-view.js';
import { decisionByIndex, pointByIndex } from '../point-by-index.js';

/** What stands on one point of all standing members of a living group. */
export interface GroupAnswer {
  readonly no: number;
  readonly position: number;
  /** The remark that stands for the group now. */
  readonly representativeId: string;
  readonly standing: number;
  /** How many have a decision in force on the point. */
  readonly decided: number;
  /** Every member has this point decided, all with the same words. */
  readonly isAlike: boolean;
  /** Members make different counts of points: such a group is not answered together. */
  readonly isSplitApart: boolean;
  /** As `AnswersInView.seen`. */
  readonly seen: string;
}

/** By number and point, for the points of the remark that stands for each group; dissolved and empty groups are left out. */
export function groupAnswers(q: Queryable, discussionId: string, nos: readonly number[]): Promise<GroupAnswer[]> {
  return q.query<GroupAnswer>(
    `select g.no, k.position, g.shown as "representativeId", count(*)::int as standing, count(d.id)::int as decided,
            count(d.id) = count(*) and count(distinct md5(row(d.outcome, d.reason_code, d.ground_kk, d.ground_ru,
              d.changed_clauses, d.no_change_kk, d.no_change_ru)::text)) = 1 as "isAlike",
            count(distinct points.made) > 1 as "isSplitApart", ${SEEN} as seen
       from (select id, no, group_representative(id) as shown from remark_group
              where discussion_id = $1 and no = any($2::integer[]) and dissolved_at is null) g
       cross join lateral (select 1 as position union
                           select p.position from point p where p.remark_id = g.shown and p.retired_at is null) k
       join standing_member m on m.group_id = g.id
       join remark r on r.id = m.remark_id
       cross join lateral (select greatest(1, count(*)) as made from point p
                            where p.remark_id = r.id and p.retired_at is null) points
       ${pointByIndex('r.id', 'k.position')}
       ${decisionByIndex}
      group by g.no, g.shown, k.position
      order by g.no, k.position`,
    [discussionId, nos],
  );
}
