import type { Transaction } from '#lib/database';
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

/** Who decides, and when. */
export interface Stamp {
  readonly by: string;
  readonly at: Instant;
}

@Injectable()
export class Decisions {
  /**
   * The same decision on every point of a set, by one statement each way: the version before is superseded, not lost.
   * @returns the new version of each point, from 1
   */
  async add(
    tx: Transaction,
    points: PointSet,
    decision: Decision,
    stamp: Stamp,
  ): Promise<{ pointId: string; version: number }[]> {
    await supersede(tx, points, stamp);
    const { sql, values } = inserting(points, decision, stamp);
    return tx.query<{ pointId: string; version: number }>(`${sql} returning point_id as "pointId", version`, values);
  }

  /** A decision of its own on each point, each point once. @returns the new version of each, from 1 */
  async addEach(
    tx: Transaction,
    made: readonly { readonly pointId: string; readonly decision: Decision }[],
    stamp: Stamp,
  ): Promise<{ pointId: string; version: number }[]> {
    await supersede(tx, pointsById(made.map(({ pointId }) => pointId)), stamp);
    const of = <Value>(value: (decision: Decision) => Value): Value[] => made.map(({ decision }) => value(decision));
    return tx.query<{ pointId: string; version: number }>(insertEachSql, [
      made.map(({ pointId }) => pointId),
      of(({ outcome }) => outcome),
      of(({ reasonCode }) => reasonCode),
      of(({ groundKk }) => groundKk),
      of(({ groundRu }) => groundRu),
      of(({ changedClauses }) => `{${changedClauses.join()}}`),
      of(({ noChangeKk }) => noChangeKk),
      of(({ noChangeRu }) => noChangeRu),
      stamp.by,
      stamp.at,
    ]);
  }

  /** The same for a set whose points nobody has to hear of one by one. @returns how many there were */
  async addToAll(tx: Transaction, points: PointSet, decision: Decision, stamp: Stamp): Promise<number> {
    await supersede(tx, points, stamp);
    const { sql, values } = inserting(points, decision, stamp);
    const [row] = await tx.query<{ made: number }>(
      `with made as (${sql} returning 1) select count(*) as made from made`,
      values,
    );
    return row?.made ?? 0;
  }
}

async function supersede(tx: Transaction, points: PointSet, { at }: Stamp): Promise<void> {
  const values: unknown[] = [at];
  await tx.query(
    `update decision set superseded_at = $1
      where superseded_at is null and point_id in (${points.select((value) => `$${values.push(value)}`)})`,
    values,
  );
}

const insertEachSql = `
  insert into decision (id, point_id, version, outcome, reason_code, ground_kk, ground_ru, changed_clauses, no_change_kk,
                        no_change_ru, decided_by, decided_at)
  select gen_random_uuid(), made.id, coalesce((select max(d.version) from decision d where d.point_id = made.id), 0) + 1,
         made.outcome, made.reason, made.kk, made.ru, made.changed::uuid[], made.no_kk, made.no_ru, $9, $10::timestamptz
    from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
      as made (id, outcome, reason, kk, ru, changed, no_kk, no_ru)
  returning point_id as "pointId", version`;

function inserting(points: PointSet, decision: Decision, { by, at }: Stamp): { sql: string; values: unknown[] } {
  const { outcome, reasonCode, groundKk, groundRu, changedClauses, noChangeKk, noChangeRu } = decision;
  const values: unknown[] = [outcome, reasonCode, groundKk, groundRu, changedClauses, noChangeKk, noChangeRu, by, at];
  const sql = `
    insert into decision (id, point_id, version, outcome, reason_code, ground_kk, ground_ru, changed_clauses, no_change_kk,
                          no_change_ru, decided_by, decided_at)
    select gen_random_uuid(), chosen.id, coalesce((select max(d.version) from decision d where d.point_id = chosen.id), 0) + 1,
           $1, $2, $3, $4, $5::uuid[], $6, $7, $8, $9::timestamptz
      from (${points.select((value) => `$${values.push(value)}`)}) as chosen`;
  return { sql, values };
}
