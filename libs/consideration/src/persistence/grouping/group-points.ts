import type { Transaction } from '#lib/database';
import type { Instant } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { Decision } from '../../domain/decision.js';
import type { PointSpan } from '../../domain/point.js';
import { Decisions, type PointSet } from '../decisions.repository.js';

/** Acts on the points of all standing members of a group, one statement each however many they are. */
@Injectable()
export class GroupPoints {
  constructor(private readonly decisions: Decisions) {}

  /** Makes each member that has no point yet one point (REQ-50). */
  async ensureFirst(tx: Transaction, groupId: string): Promise<void> {
    await tx.query(
      `insert into point (id, remark_id, position)
       select gen_random_uuid(), m.remark_id, 1 from standing_member m
        where m.group_id = $1
          and not exists (select from point p where p.remark_id = m.remark_id and p.retired_at is null)`,
      [groupId],
    );
  }

  /** How many points most members make, and the numbers of those that make another count; the first twenty. */
  async unlike(tx: Transaction, groupId: string): Promise<{ readonly points: number; readonly numbers: string[] }> {
    const [row] = await tx.query<{ points: number; numbers: string[] | null }>(
      `with counted as (
         select m.number, count(*)::int as points
           from standing_member m join point p on p.remark_id = m.remark_id and p.retired_at is null
          where m.group_id = $1 group by m.remark_id, m.number
       ), usual as (
         select points from counted group by points order by count(*) desc, points limit 1
       )
       select (select points from usual) as points,
              (select array_agg(number order by number collate "C")
                 from (select c.number from counted c, usual u where c.points <> u.points
                        order by c.number collate "C" limit 20) o) as numbers`,
      [groupId],
    );
    return { points: row?.points ?? 1, numbers: row?.numbers ?? [] };
  }

  /** The decision on one point of every member that has not this very decision yet. @returns on how many */
  async decide(
    tx: Transaction,
    { groupId, point, decision }: { readonly groupId: string; readonly point: number; readonly decision: Decision },
    stamp: { readonly by: string; readonly at: Instant },
  ): Promise<number> {
    return this.decisions.addToAll(tx, decidedOtherwise(groupId, point, decision), decision, stamp);
  }

  /** Gives every member new points; the ones before are retired with their decisions. */
  async splitAnew(tx: Transaction, groupId: string, points: number, at: Instant): Promise<void> {
    await tx.query(
      `update point p set retired_at = $2 from standing_member m
        where m.group_id = $1 and p.remark_id = m.remark_id and p.retired_at is null`,
      [groupId, at],
    );
    await tx.query(
      `insert into point (id, remark_id, position)
       select gen_random_uuid(), m.remark_id, k from standing_member m, generate_series(1, $2::int) as k
        where m.group_id = $1`,
      [groupId, points],
    );
  }

  /**
   * Lets the points quote their passage where the member has these very words; in the remark that stands for the group at the
   * place given. @returns how many passages were found
   */
  async quote(tx: Transaction, groupId: string, representativeId: string, points: readonly (readonly PointSpan[])[]) {
    const spans = points.flatMap((of, index) =>
      of.map((span, at) => ({ ...span, position: index + 1, ordinal: at + 1 })),
    );
    const [row] = await tx.query<{ found: number }>(
      `with passage as (
         select * from jsonb_to_recordset($3::jsonb) as s (position int, ordinal int, part text, "startsAt" int, quote text)
       ), quoted as (
         insert into point_span (point_id, ordinal, part, starts_at, quote)
         select p.id, s.ordinal, s.part, place.at, s.quote
           from standing_member m
           join remark r on r.id = m.remark_id
           join point p on p.remark_id = r.id and p.retired_at is null
           join passage s on s.position = p.position
           cross join lateral (
             select case when r.id = $2 then s."startsAt"
                         else strpos(case s.part when 'TEXT' then r.body else r.proposed_wording end, s.quote) - 1 end as at
           ) place
          where m.group_id = $1 and place.at >= 0
         returning 1
       )
       select count(*) as found from quoted`,
      [groupId, representativeId, JSON.stringify(spans)],
    );
    return row?.found ?? 0;
  }
}

/** The points at one place of all members, without those that have this very decision. */
const decidedOtherwise = (groupId: string, point: number, decision: Decision): PointSet => ({
  select: (bind) => `
    select p.id from standing_member m join point p on p.remark_id = m.remark_id and p.retired_at is null
     where m.group_id = ${bind(groupId)} and p.position = ${bind(point)}
       and not exists (
         select from decision d
          where d.point_id = p.id and d.superseded_at is null and d.outcome = ${bind(decision.outcome)}
            and d.reason_code = ${bind(decision.reasonCode)} and d.ground_kk = ${bind(decision.groundKk)}
            and d.ground_ru = ${bind(decision.groundRu)} and d.changed_clauses = ${bind(decision.changedClauses)}::uuid[]
            and d.no_change_kk is not distinct from ${bind(decision.noChangeKk)}
            and d.no_change_ru is not distinct from ${bind(decision.noChangeRu)})`,
});
