import type { Queryable } from '#lib/database';
import { type KindCounts, kindCounts, type ReportCounts } from '../domain/report-counts.js';

const figures = [
  'received',
  'withdrawn',
  'hidden',
  'decided',
  'undecided',
  'partly',
  'points',
  'taken',
  'not_taken',
  'questions',
] as const;
type Figure = (typeof figures)[number];
type Row = Readonly<Record<Figure | 'individuals' | 'entities' | 'groups', number>> & { readonly kind: string };

interface OtherRow {
  readonly hiddenBy: Readonly<Record<string, number>>;
  readonly byReason: Readonly<Record<string, number>>;
  readonly groups: number;
  readonly grouped: number;
  readonly late: number;
}

/** The same counts by the database's own arithmetic: the second path of REQ-64. */
export async function countInSql(q: Queryable, discussionId: string): Promise<ReportCounts> {
  const rows = await q.query<Row>(countsSql, [discussionId]);
  const [other] = await q.query<OtherRow>(otherSql, [discussionId]);
  const of = (kind: string, figure: keyof Omit<Row, 'kind'>) => rows.find((row) => row.kind === kind)?.[figure] ?? 0;
  const both = (figure: Figure): KindCounts => kindCounts(of('REMARK', figure), of('PROPOSAL', figure));
  const senders = (figure: 'individuals' | 'entities' | 'groups') => of('REMARK', figure) + of('PROPOSAL', figure);
  return {
    received: both('received'),
    withdrawn: both('withdrawn'),
    hidden: both('hidden'),
    hiddenBy: other?.hiddenBy ?? {},
    decided: both('decided'),
    undecided: both('undecided'),
    partly: both('partly'),
    points: {
      decided: both('points'),
      takenIntoAccount: both('taken'),
      notTakenIntoAccount: both('not_taken'),
      questions: both('questions'),
      byReason: other?.byReason ?? {},
    },
    senders: { individuals: senders('individuals'), legalEntities: senders('entities'), groups: senders('groups') },
    groups: other?.groups ?? 0,
    grouped: other?.grouped ?? 0,
    late: other?.late ?? 0,
  };
}

const countsSql = `
  with considered as (
    select r.kind, r.state, r.sender_kind, count(p.id) as points, count(d.id) as decided,
           count(*) filter (where d.outcome = 'TAKEN_INTO_ACCOUNT') as taken,
           count(*) filter (where d.outcome = 'NOT_TAKEN_INTO_ACCOUNT') as not_taken,
           count(*) filter (where d.reason_code = 'QUESTION') as questions
      from remark r
      left join point p on p.remark_id = r.id and p.retired_at is null
      left join decision d on d.point_id = p.id and d.superseded_at is null
     where r.discussion_id = $1
     group by r.id
  )
  select kind,
         count(*)::int as received,
         count(*) filter (where state = 'WITHDRAWN')::int as withdrawn,
         count(*) filter (where state = 'HIDDEN')::int as hidden,
         count(*) filter (where state = 'RECEIVED' and points > 0 and points = decided)::int as decided,
         count(*) filter (where state = 'RECEIVED' and (points = 0 or points > decided))::int as undecided,
         count(*) filter (where state = 'RECEIVED' and points = decided and taken > 0 and taken < points)::int as partly,
         coalesce(sum(decided) filter (where state = 'RECEIVED'), 0)::int as points,
         coalesce(sum(taken) filter (where state = 'RECEIVED'), 0)::int as taken,
         coalesce(sum(not_taken) filter (where state = 'RECEIVED'), 0)::int as not_taken,
         coalesce(sum(questions) filter (where state = 'RECEIVED'), 0)::int as questions,
         count(*) filter (where sender_kind = 'INDIVIDUAL')::int as individuals,
         count(*) filter (where sender_kind = 'LEGAL_ENTITY')::int as entities,
         count(*) filter (where sender_kind = 'GROUP')::int as groups
    from considered
   group by kind`;

const otherSql = `
  select coalesce((select json_object_agg(hidden.ground, hidden.n) from (
             select coalesce(h.ground, 'UNKNOWN') as ground, count(*)::int as n
               from remark r left join hiding h on h.remark_id = r.id and h.state = 'IN_FORCE' and h.extent = 'WHOLE'
              where r.discussion_id = $1 and r.state = 'HIDDEN'
              group by 1) as hidden), '{}') as "hiddenBy",
         coalesce((select json_object_agg(reason.code, reason.n) from (
             select d.reason_code as code, count(*)::int as n
               from remark r
               join point p on p.remark_id = r.id and p.retired_at is null
               join decision d on d.point_id = p.id and d.superseded_at is null
              where r.discussion_id = $1 and r.state = 'RECEIVED'
              group by d.reason_code) as reason), '{}') as "byReason",
         together.groups, together.grouped,
         (select count(number)::int from late_arrival where discussion_id = $1) as late
    from (select count(*)::int as groups, coalesce(sum(size), 0)::int as grouped
            from (select count(*) as size from standing_member where discussion_id = $1 group by group_id having count(*) > 1) g
         ) as together`;
