import type { Queryable, Transaction } from '#lib/database';
import { type Instant, newId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { PointSpan } from '../domain/point.js';
import { pointByIndex } from './point-by-index.js';

/** A point that is not retired, with its passages. */
export interface LivePoint {
  readonly id: string;
  readonly position: number;
  /** Empty: the whole remark. */
  readonly spans: readonly PointSpan[];
}

@Injectable()
export class Points {
  /** In their order. */
  ofRemark(q: Queryable, remarkId: string): Promise<LivePoint[]> {
    return q.query<LivePoint>(
      `select p.id, p.position,
              coalesce((select json_agg(json_build_object('part', s.part, 'startsAt', s.starts_at, 'quote', s.quote) order by s.ordinal)
                          from point_span s where s.point_id = p.id), '[]') as spans
         from point p where p.remark_id = $1 and p.retired_at is null order by p.position`,
      [remarkId],
    );
  }

  /** Makes each remark that has no point yet one point (REQ-50). */
  async ensureFirst(tx: Transaction, remarkIds: readonly string[]): Promise<void> {
    await tx.query(
      `insert into point (id, remark_id, position)
       select gen_random_uuid(), r.id, 1 from unnest($1::uuid[]) as r (id)
        where not exists (select from point p where p.remark_id = r.id and p.retired_at is null)`,
      [remarkIds],
    );
  }

  /** The point at a position of each remark that has one there. */
  async at(q: Queryable, remarkIds: readonly string[], position: number): Promise<ReadonlyMap<string, string>> {
    const rows = await q.query<{ id: string; remarkId: string }>(
      `select p.id, r.id as "remarkId" from unnest($1::uuid[]) as r (id)
         ${pointByIndex('r.id', '$2')} where p.id is not null`,
      [remarkIds, position],
    );
    return new Map(rows.map(({ id, remarkId }) => [remarkId, id]));
  }

  /** The point at the place named of each remark, in the order asked; null where there is none. */
  async atEach(
    q: Queryable,
    places: readonly { readonly remarkId: string; readonly position: number }[],
  ): Promise<(string | null)[]> {
    const rows = await q.query<{ id: string | null }>(
      `select p.id from unnest($1::uuid[], $2::integer[]) with ordinality as w (remark_id, position, ordinal)
         ${pointByIndex('w.remark_id', 'w.position')}
        order by w.ordinal`,
      [places.map(({ remarkId }) => remarkId), places.map(({ position }) => position)],
    );
    return rows.map(({ id }) => id);
  }

  async retire(tx: Transaction, ids: readonly string[], at: Instant): Promise<void> {
    await tx.query('update point set retired_at = $2 where id = any($1::uuid[]) and retired_at is null', [ids, at]);
  }

  /** Puts points at new positions; by way of places nobody has, since no two stand at one place even for a moment. */
  async move(tx: Transaction, moves: readonly { readonly id: string; readonly position: number }[]): Promise<void> {
    const ids = moves.map(({ id }) => id);
    await tx.query('update point set position = -position where id = any($1::uuid[])', [ids]);
    await tx.query(
      `update point p set position = m.position from unnest($1::uuid[], $2::integer[]) as m (id, position) where p.id = m.id`,
      [ids, moves.map(({ position }) => position)],
    );
  }

  async add(tx: Transaction, remarkId: string, position: number, spans: readonly PointSpan[]): Promise<void> {
    const id = newId();
    await tx.query('insert into point (id, remark_id, position) values ($1, $2, $3)', [id, remarkId, position]);
    await tx.query(
      `insert into point_span (point_id, ordinal, part, starts_at, quote)
       select $1, s.ordinality, s.value->>'part', (s.value->>'startsAt')::integer, s.value->>'quote'
         from jsonb_array_elements($2::jsonb) with ordinality as s`,
      [id, JSON.stringify(spans)],
    );
  }
}
