import type { Transaction } from '#lib/database';
import { type Instant, newId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { Decision } from '../domain/decision.js';

export interface RemarkUnderDecision {
  readonly id: string;
  readonly number: string;
  readonly state: 'RECEIVED' | 'WITHDRAWN' | 'HIDDEN';
  readonly discussionId: string;
  readonly discussionState: 'OPEN' | 'CLOSED' | 'WITHDRAWN';
  readonly profileId: string;
  readonly procedureId: string;
  readonly developerId: string;
  readonly isReportSigned: boolean;
}

@Injectable()
export class Decisions {
  /** The remarks, locked in the order of their ids so that two bulk acts never wait for each other in a ring. */
  async lockRemarks(tx: Transaction, remarkIds: readonly string[]): Promise<RemarkUnderDecision[]> {
    return tx.query<RemarkUnderDecision>(
      `select r.id, r.number, r.state, r.discussion_id as "discussionId", s.state as "discussionState",
              s.profile_id as "profileId", s.procedure_id as "procedureId", p.developer_id as "developerId",
              exists (select from report t where t.discussion_id = s.id and t.signed_at is not null) as "isReportSigned"
         from remark r
         join discussion s on s.id = r.discussion_id
         join procedure p on p.id = s.procedure_id
        where r.id = any($1::uuid[])
        order by r.id
          for no key update of r`,
      [remarkIds],
    );
  }

  async discussionsOf(tx: Transaction, remarkIds: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      'select distinct discussion_id as id from remark where id = any($1::uuid[]) order by id',
      [remarkIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Lineage ids of every version of the procedure's draft. */
  async clausesOf(tx: Transaction, procedureId: string): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ id: string }>(
      `select distinct c.lineage_id as id from clause c join draft_version v on v.id = c.version_id where v.procedure_id = $1`,
      [procedureId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The id of a point, made when it is the next one of its remark; undefined for a position beyond that. */
  async ensurePoint(tx: Transaction, remarkId: string, position: number): Promise<string | undefined> {
    const points = await tx.query<{ id: string; position: number }>(
      'select id, position from point where remark_id = $1 order by position',
      [remarkId],
    );
    const known = points.find((point) => point.position === position);
    if (known) return known.id;
    if (position !== points.length + 1) return undefined;
    const id = newId();
    await tx.query('insert into point (id, remark_id, position) values ($1, $2, $3)', [id, remarkId, position]);
    return id;
  }

  /** Adds the next version and supersedes the one before. @returns the new version, from 1 */
  async add(tx: Transaction, pointId: string, decision: Decision, by: string, at: Instant): Promise<number> {
    await tx.query('update decision set superseded_at = $2 where point_id = $1 and superseded_at is null', [
      pointId,
      at,
    ]);
    const [row] = await tx.query<{ version: number }>(
      `insert into decision (id, point_id, version, outcome, reason_code, ground_kk, ground_ru, changed_clause, no_change_kk,
                             no_change_ru, decided_by, decided_at)
       values ($1, $2, (select coalesce(max(version), 0) + 1 from decision where point_id = $2),
               $3, $4, $5, $6, $7, $8, $9, $10, $11)
       returning version`,
      [
        newId(),
        pointId,
        decision.outcome,
        decision.reasonCode,
        decision.groundKk,
        decision.groundRu,
        decision.changedClause,
        decision.noChangeKk,
        decision.noChangeRu,
        by,
        at,
      ],
    );
    return row?.version ?? 0;
  }
}
