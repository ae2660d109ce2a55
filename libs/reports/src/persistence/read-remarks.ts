import type { Queryable } from '#lib/database';
import type { Instant } from '#lib/kernel';
import type { DecisionFacts, RemarkFacts } from '../domain/report-facts.js';

const AT_ONCE = 5_000;

type RemarkRow = Omit<RemarkFacts, 'points'> & { readonly id: string };
type PointRow = { readonly remarkId: string; readonly position: number } & (
  DecisionFacts | { readonly [Field in keyof DecisionFacts]: null }
);
type Point = RemarkFacts['points'][number];

/**
 * Every remark in order of arrival, page by page by key: no page costs more than the first. The points of a page come by one
 * join, not row by row: freshly imported tables have no statistics yet, and the planner must have no slow way to choose.
 */
export async function readRemarks(q: Queryable, discussionId: string): Promise<RemarkFacts[]> {
  const remarks: RemarkFacts[] = [];
  let after: { receivedAt: Instant; id: string } | undefined;
  for (;;) {
    const rows = await q.query<RemarkRow>(remarksSql(after !== undefined), [
      discussionId,
      ...(after ? [after.receivedAt, after.id] : []),
    ]);
    const points = await readPoints(
      q,
      rows.map(({ id }) => id),
    );
    for (const { id, ...row } of rows) remarks.push({ ...row, points: points.get(id) ?? [] });
    after = rows.at(-1);
    if (rows.length < AT_ONCE) return remarks;
  }
}

async function readPoints(q: Queryable, remarkIds: readonly string[]): Promise<ReadonlyMap<string, Point[]>> {
  const points = new Map<string, Point[]>();
  for (const { remarkId, position, ...row } of await q.query<PointRow>(pointsSql, [remarkIds])) {
    const ofRemark = points.get(remarkId) ?? [];
    ofRemark.push({ position, decision: row.outcome === null ? null : row });
    points.set(remarkId, ofRemark);
  }
  return points;
}

const remarksSql = (isLater: boolean): string => `
  select r.id, r.number, r.kind, r.state, r.sender_kind as "senderKind", r.received_at as "receivedAt",
         case when r.state = 'RECEIVED' then r.body else '' end as body,
         case when r.state = 'RECEIVED' then r.proposed_wording end as "proposedWording",
         r.anchors
    from remark r
   where r.discussion_id = $1 ${isLater ? 'and (r.received_at, r.id) > ($2::timestamptz, $3::uuid)' : ''}
   order by r.received_at, r.id
   limit ${AT_ONCE}`;

const pointsSql = `
  select p.remark_id as "remarkId", p.position, d.outcome, d.reason_code as "reasonCode", d.ground_kk as "groundKk",
         d.ground_ru as "groundRu", d.changed_clauses as "changedClauses", d.no_change_kk as "noChangeKk",
         d.no_change_ru as "noChangeRu", d.decided_at as "decidedAt"
    from unnest($1::uuid[]) as r (id)
    join point p on p.remark_id = r.id and p.retired_at is null
    left join decision d on d.point_id = p.id and d.superseded_at is null
   order by p.remark_id, p.position`;
