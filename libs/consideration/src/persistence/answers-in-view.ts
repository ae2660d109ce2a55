import type { Queryable } from '#lib/database';
import { decisionByIndex, pointByIndex } from './point-by-index.js';

/** Who is affected by one answer to several remarks, and what stands there already (REQ-44). */
export interface AnswersInView {
  readonly remarks: number;
  readonly proposals: number;
  /** Different texts among them. */
  readonly texts: number;
  /** Decided already on this point: their decisions would be superseded. */
  readonly decided: number;
  /** Senders who left an address and are told by mail. */
  readonly told: number;
  /** Hex SHA-256 of the numbers and of the decisions in force: another one means that somebody changed something meanwhile. */
  readonly seen: string;
}

/** Remarks as a query that gives their `id`; parameters from `$2`. */
export interface RemarkSet {
  readonly sql: string;
  readonly values: readonly unknown[];
}

export const remarksById = (ids: readonly string[]): RemarkSet => ({
  sql: 'unnest($2::uuid[]) as m (id)',
  values: [ids],
});

export const membersOf = (groupId: string): RemarkSet => ({
  sql: '(select remark_id as id from standing_member where group_id = $2) m',
  values: [groupId],
});

/** Of remarks `r` and the decisions `d` in force on a point of each. */
export const SEEN = `encode(sha256(convert_to(coalesce(
  string_agg(r.number || ' ' || coalesce(d.id::text, '-'), E'\\n' order by r.number collate "C"), ''), 'UTF8')), 'hex')`;

/** What stands on one point of each remark of a set. */
export async function answersInView(q: Queryable, { sql, values }: RemarkSet, point: number): Promise<AnswersInView> {
  const [row] = await q.query<AnswersInView>(
    `select count(*) filter (where r.kind = 'REMARK') as remarks, count(*) filter (where r.kind = 'PROPOSAL') as proposals,
            count(distinct r.normalised_hash) as texts, count(d.id) as decided, count(w.email_index) as told,
            ${SEEN} as seen
       from ${sql}
       join remark r on r.id = m.id
       ${pointByIndex('r.id', '$1')}
       ${decisionByIndex}
       left join lateral (select w.email_index from sealed_sender w where w.subject_id = r.id limit 1) as w on true`,
    [point, ...values],
  );
  return row ?? { remarks: 0, proposals: 0, texts: 0, decided: 0, told: 0, seen: '' };
}
