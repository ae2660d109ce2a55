import type { Queryable } from '#lib/database';
import type { Instant } from '#lib/kernel';
import type { DecisionFacts, PointFacts, RemarkFacts } from '../domain/report-facts.js';
import { standingOfRemark } from './standing-of-remark.js';

const AT_ONCE = 500;

type RemarkRow = Omit<RemarkFacts, 'points'> & { readonly id: string };
type PointRow = { readonly remarkId: string; readonly position: number; readonly passages: PointFacts['passages'] } & (
  DecisionFacts | { readonly [Field in keyof DecisionFacts]: null }
);

/**
 * Every remark in the order of the report, a page at a time by key: no page costs more than the first, and no more than a page is
 * in memory. What belongs to a page is looked up by the ids of its remarks: freshly imported tables have no statistics yet, and the
 * planner must have no slow way to choose.
 */
export async function* readRemarks(q: Queryable, discussionId: string): AsyncGenerator<RemarkFacts[]> {
  let after: { receivedAt: Instant; number: string } | undefined;
  for (;;) {
    const rows: RemarkRow[] = await q.query<RemarkRow>(remarksSql(after !== undefined), [
      discussionId,
      ...(after ? [after.receivedAt, after.number] : []),
    ]);
    const points = await readPoints(
      q,
      rows.map(({ id }) => id),
    );
    if (rows.length > 0) yield rows.map(({ id, ...row }) => ({ ...row, points: points.get(id) ?? [] }));
    after = rows.at(-1);
    if (rows.length < AT_ONCE) return;
  }
}

async function readPoints(q: Queryable, remarkIds: readonly string[]): Promise<ReadonlyMap<string, PointFacts[]>> {
  const points = new Map<string, PointFacts[]>();
  for (const { remarkId, position, passages, ...row } of await q.query<PointRow>(pointsSql, [remarkIds])) {
    const ofRemark = points.get(remarkId) ?? [];
    ofRemark.push({ position, passages, decision: row.outcome === null ? null : row });
    points.set(remarkId, ofRemark);
  }
  return points;
}

const remarksSql = (isLater: boolean): string => `
  select r.id, r.number, r.kind, r.state, r.sender_kind as "senderKind", r.received_at as "receivedAt",
         case when r.state = 'RECEIVED' then r.body else '' end as body,
         case when r.state = 'RECEIVED' then r.proposed_wording end as "proposedWording",
         r.anchors, h.ground as "hiddenGround", g.no as "groupNo"
    from remark r ${standingOfRemark}
   where r.discussion_id = $1
     ${isLater ? 'and r.received_at >= $2 and (r.received_at, r.number collate "C") > ($2::timestamptz, $3)' : ''}
   order by r.received_at, r.number collate "C"
   limit ${AT_ONCE}`;

const pointsSql = `
  select p.*
    from unnest($1::uuid[]) as r (id)
   cross join lateral (
      select p.remark_id as "remarkId", p.position, d.outcome, d.reason_code as "reasonCode", d.ground_kk as "groundKk",
             d.ground_ru as "groundRu", d.changed_clauses as "changedClauses", d.no_change_kk as "noChangeKk",
             d.no_change_ru as "noChangeRu", d.decided_at as "decidedAt",
             exists (select from decision_confirmation c where c.decision_id = d.id) as "isConfirmed",
             case when exists (select from point_span s where s.point_id = p.id) then
               (select json_agg(json_build_object('part', s.part, 'startsAt', s.starts_at, 'quote', s.quote) order by s.ordinal)
                  from point_span s where s.point_id = p.id)
             else '[]' end as passages
        from point p
        left join decision d on d.point_id = p.id and d.superseded_at is null
       where p.remark_id = r.id and p.retired_at is null
       order by p.position
       limit all offset 0) as p`;
