import type { Queryable } from '#lib/database';
import { standingOfRemark } from './standing-of-remark.js';

/**
 * One digest a remark over everything the report tells of it, made by PostgreSQL alone. Written down when a report is made, it
 * shows later, without reading a million texts into memory, which remark is no longer what was reported (REQ-64, REQ-66). Most
 * points have no passages: to ask whether there are some is far cheaper than to sort none.
 */
const digestSql = `
  select r.number,
         sha256(convert_to((r.kind, r.state, r.sender_kind, r.received_at, r.body, r.proposed_wording, r.anchors, said.points,
                              g.no, g.representative_id = r.id, h.ground)::text, 'UTF8')) as sha256
    from remark r ${standingOfRemark}
    left join lateral (
      select string_agg((p.position, d.outcome, d.reason_code, d.ground_kk, d.ground_ru, d.changed_clauses, d.no_change_kk,
                         d.no_change_ru, d.decided_at, c.decision_id is not null,
                         case when exists (select from point_span s where s.point_id = p.id) then
                           (select string_agg((s.part, s.starts_at, s.quote)::text, ';' order by s.ordinal)
                              from point_span s where s.point_id = p.id) end)::text, ';' order by p.position) as points
        from point p
        left join decision d on d.point_id = p.id and d.superseded_at is null
        left join decision_confirmation c on c.decision_id = d.id
       where p.remark_id = r.id and p.retired_at is null) as said on true
   where r.discussion_id = $1`;

/** Writes down what each remark is now. */
export async function keepFacts(q: Queryable, discussionId: string, reportId: string): Promise<void> {
  await q.query(
    `insert into report_fact (report_id, number, sha256) select $2::uuid, number, sha256 from (${digestSql}) as now`,
    [discussionId, reportId],
  );
}

const NAMED = 100;

/** Numbers of remarks that are no longer what they were when the report was made, came or went; the first hundred. */
export async function changedFacts(q: Queryable, discussionId: string, reportId: string): Promise<string[]> {
  const rows = await q.query<{ number: string }>(
    `select coalesce(now.number, kept.number) as number
       from (${digestSql}) as now
       full join (select number, sha256 from report_fact where report_id = $2) as kept on kept.number = now.number
      where now.sha256 is distinct from kept.sha256
      order by 1 limit ${NAMED}`,
    [discussionId, reportId],
  );
  return rows.map(({ number }) => number);
}
