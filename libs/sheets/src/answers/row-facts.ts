import type { Decision, PointSpan } from '#lib/consideration';
import type { Queryable } from '#lib/database';
import type { Instant } from '#lib/kernel';

/** A decision in force, or one that was. */
export interface StandingDecision extends Decision {
  readonly version: number;
  /** Of the official; null for an import. */
  readonly decidedBy: string | null;
  readonly decidedAt: Instant;
}

export interface PointNow {
  readonly id: string;
  readonly position: number;
  readonly passages: readonly PointSpan[];
  readonly decision: StandingDecision | null;
}

/** A remark as it stands, without its sender (REQ-46). */
export interface RemarkNow {
  readonly id: string;
  readonly discussionId: string;
  readonly number: string;
  readonly kind: 'REMARK' | 'PROPOSAL';
  readonly state: 'RECEIVED' | 'WITHDRAWN' | 'HIDDEN';
  readonly text: string;
  readonly proposedWording: string | null;
  readonly anchors: readonly string[];
  readonly groupNo: number | null;
  /** Empty while nobody has split or decided it: then it is one point. */
  readonly points: readonly PointNow[];
}

/** What a page of remarks is read by: columns of `remark r`, for `remarksNow`. */
export const remarkColumns = `
  r.id, r.discussion_id as "discussionId", r.number, r.kind, r.state,
  case when r.state = 'RECEIVED' then r.body else '' end as text,
  case when r.state = 'RECEIVED' then r.proposed_wording end as "proposedWording", r.anchors::text[] as anchors,
  (select g.no from remark_group_member m join remark_group g on g.id = m.group_id
    where m.remark_id = r.id and m.left_at is null) as "groupNo"`;

/** Remarks by id, in no order; ids that are none's are left out. */
export async function remarksNow(q: Queryable, ids: readonly string[]): Promise<Map<string, RemarkNow>> {
  const rows = await q.query<Omit<RemarkNow, 'points'>>(
    `select ${remarkColumns} from remark r where r.id = any($1::uuid[])`,
    [ids],
  );
  return new Map((await withPoints(q, rows)).map((remark) => [remark.id, remark]));
}

/** The points of remarks by one join, with what stands on each. */
export async function withPoints(q: Queryable, remarks: readonly Omit<RemarkNow, 'points'>[]): Promise<RemarkNow[]> {
  const rows = await q.query<PointNow & { readonly remarkId: string }>(
    `select p.remark_id as "remarkId", p.id, p.position, ${passages}, case when d.id is not null then ${decisionJson} end as decision
       from unnest($1::uuid[]) as w (id)
       join point p on p.remark_id = w.id and p.retired_at is null
       left join decision d on d.point_id = p.id and d.superseded_at is null
      order by p.remark_id, p.position`,
    [remarks.map(({ id }) => id)],
  );
  const byRemark = new Map<string, PointNow[]>();
  for (const { remarkId, ...point } of rows) byRemark.set(remarkId, [...(byRemark.get(remarkId) ?? []), point]);
  return remarks.map((remark) => ({ ...remark, points: byRemark.get(remark.id) ?? [] }));
}

/** Decisions that stood on points, by point and version: superseded ones are kept (REQ-56). */
export async function decisionsOnce(
  q: Queryable,
  wanted: readonly { readonly pointId: string; readonly version: number }[],
): Promise<ReadonlyMap<string, StandingDecision>> {
  const rows = await q.query<{ pointId: string; decision: StandingDecision }>(
    `select d.point_id as "pointId", ${decisionJson} as decision
       from unnest($1::uuid[], $2::integer[]) as w (point_id, version)
       join decision d on d.point_id = w.point_id and d.version = w.version`,
    [wanted.map(({ pointId }) => pointId), wanted.map(({ version }) => version)],
  );
  return new Map(rows.map(({ pointId, decision }) => [onceKey(pointId, decision.version), decision]));
}

export const onceKey = (pointId: string, version: number): string => `${pointId} ${version}`;

const passages = `coalesce((
  select json_agg(json_build_object('part', s.part, 'startsAt', s.starts_at, 'quote', s.quote) order by s.ordinal)
    from point_span s where s.point_id = p.id), '[]') as passages`;

const decisionJson = `json_build_object('outcome', d.outcome, 'reasonCode', d.reason_code, 'groundKk', d.ground_kk,
  'groundRu', d.ground_ru, 'changedClauses', d.changed_clauses, 'noChangeKk', d.no_change_kk, 'noChangeRu', d.no_change_ru,
  'version', d.version, 'decidedAt', to_char(d.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
  'decidedBy', (select o.name from officer o where d.decided_by = 'officer:' || o.id::text))`;
