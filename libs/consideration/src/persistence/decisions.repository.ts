import type { Queryable, Transaction } from '#lib/database';
import type { Instant } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { Decision } from '../domain/decision.js';

/** The points that one decision is made on, as a query that gives their ids. */
export interface PointSet {
  /** @param bind puts a value among the parameters of the statement and gives its place, as `$7` */
  select(bind: (value: unknown) => string): string;
}

export const pointsById = (ids: readonly string[]): PointSet => ({
  select: (bind) => `select unnest(${bind(ids)}::uuid[]) as id`,
});

@Injectable()
export class Decisions {
  /** Lineage ids of every version of the procedure's draft. */
  async clausesOf(q: Queryable, procedureId: string): Promise<ReadonlySet<string>> {
    const rows = await q.query<{ id: string }>(
      `select distinct c.lineage_id as id from clause c join draft_version v on v.id = c.version_id where v.procedure_id = $1`,
      [procedureId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * The same decision on every point of a set, by one statement each way: the version before is superseded, not lost.
   * @returns the new version of each point, from 1
   */
  async add(
    tx: Transaction,
    points: PointSet,
    decision: Decision,
    { by, at }: { readonly by: string; readonly at: Instant },
  ): Promise<{ pointId: string; version: number }[]> {
    const ending: unknown[] = [at];
    await tx.query(
      `update decision set superseded_at = $1
        where superseded_at is null and point_id in (${points.select((value) => `$${ending.push(value)}`)})`,
      ending,
    );
    const { outcome, reasonCode, groundKk, groundRu, changedClauses, noChangeKk, noChangeRu } = decision;
    const values: unknown[] = [outcome, reasonCode, groundKk, groundRu, changedClauses, noChangeKk, noChangeRu, by, at];
    return tx.query<{ pointId: string; version: number }>(
      `insert into decision (id, point_id, version, outcome, reason_code, ground_kk, ground_ru, changed_clauses, no_change_kk,
                             no_change_ru, decided_by, decided_at)
       select gen_random_uuid(), chosen.id, coalesce((select max(d.version) from decision d where d.point_id = chosen.id), 0) + 1,
              $1, $2, $3, $4, $5::uuid[], $6, $7, $8, $9::timestamptz
         from (${points.select((value) => `$${values.push(value)}`)}) as chosen
       returning point_id as "pointId", version`,
      values,
    );
  }
}
