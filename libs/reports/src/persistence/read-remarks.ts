import type { Queryable } from '#lib/database';
import { type Instant, instant } from '#lib/kernel';
import type { RemarkFacts } from '../domain/report-facts.js';

const AT_ONCE = 2_000;

/** Every remark in order of arrival, page by page by key: no page costs more than the first. */
export async function readRemarks(q: Queryable, discussionId: string): Promise<RemarkFacts[]> {
  const remarks: RemarkFacts[] = [];
  let after: { receivedAt: Instant; id: string } | undefined;
  for (;;) {
    const rows = await q.query<RemarkFacts & { id: string }>(pageSql(after !== undefined), [
      discussionId,
      ...(after ? [after.receivedAt, after.id] : []),
    ]);
    for (const { id: _, ...row } of rows) remarks.push({ ...row, points: row.points.map(withInstant) });
    after = rows.at(-1);
    if (rows.length < AT_ONCE) return remarks;
  }
}

/** Dates inside JSON come as text with an offset of their own. */
const withInstant = (point: RemarkFacts['points'][number]): RemarkFacts['points'][number] =>
  point.decision ? { ...point, decision: { ...point.decision, decidedAt: instant(point.decision.decidedAt) } } : point;

const pageSql = (isLater: boolean): string => `
  select r.id, r.number, r.kind, r.state, r.sender_kind as "senderKind", r.received_at as "receivedAt",
         case when r.state = 'RECEIVED' then r.body else '' end as body,
         case when r.state = 'RECEIVED' then r.proposed_wording end as "proposedWording",
         r.anchors,
         coalesce((
           select json_agg(json_build_object('position', p.position, 'decision',
                    case when d.id is not null then json_build_object(
                      'outcome', d.outcome, 'reasonCode', d.reason_code, 'groundKk', d.ground_kk, 'groundRu', d.ground_ru,
                      'changedClause', d.changed_clause, 'noChangeKk', d.no_change_kk, 'noChangeRu', d.no_change_ru,
                      'decidedAt', d.decided_at) end) order by p.position)
             from point p left join decision d on d.point_id = p.id and d.superseded_at is null
            where p.remark_id = r.id), '[]') as points
    from remark r
   where r.discussion_id = $1 ${isLater ? 'and (r.received_at, r.id) > ($2::timestamptz, $3::uuid)' : ''}
   order by r.received_at, r.id
   limit ${AT_ONCE}`;
