import type { Queryable } from '#lib/database';
import type { GroupFacts } from '../domain/report-facts.js';

/**
 * The groups of two standing remarks or more, by their number, each with its place in the table: that of the remark which stands
 * for it, among all that have a row (REQ-44, AMB-10).
 */
export async function readGroups(q: Queryable, discussionId: string): Promise<ReadonlyMap<number, GroupFacts>> {
  const groups = await q.query<GroupFacts>(groupsSql, [discussionId]);
  return new Map(groups.map((group) => [group.no, group]));
}

const groupsSql = `
  with member as (
    select m.group_no, m.remark_id, m.number, count(*) over its_group as size,
           count(*) filter (where r.kind = 'REMARK') over its_group as remarks,
           count(*) filter (where r.kind = 'PROPOSAL') over its_group as proposals,
           row_number() over (its_group order by m.remark_id = g.representative_id desc, m.received_at, m.remark_id) as place
      from standing_member m
      join remark_group g on g.id = m.group_id
      join remark r on r.id = m.remark_id
     where m.discussion_id = $1
    window its_group as (partition by m.group_no)
  ), shown as (
    select r.id, row_number() over (order by r.received_at, r.number collate "C") as ordinal
      from remark r
      left join member m on m.remark_id = r.id and m.size > 1
     where r.discussion_id = $1 and r.state = 'RECEIVED' and (m.remark_id is null or m.place = 1)
  )
  select m.group_no as no, m.size, m.remarks, m.proposals, m.number as shown, s.ordinal
    from member m join shown s on s.id = m.remark_id
   where m.place = 1 and m.size > 1`;
