import { Database, type Queryable } from '#lib/database';
import { changedClauses, type ClauseChange } from '#lib/drafting';
import type { Actor } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { OwnInitiative } from '../domain/own-initiative.js';
import { revisionOf } from './revision.js';

/** A clause the revised draft changed, and what stands behind the change (AMB-14, REQ-52, REQ-76). */
export interface TracedChange extends ClauseChange {
  /** Accepted points that name the clause, the first hundred in order of arrival. */
  readonly points: readonly { readonly number: string; readonly point: number }[];
  readonly pointsInAll: number;
  readonly ownInitiative: OwnInitiative | null;
  /** Whether a point or an own initiative explains it. */
  readonly isTraced: boolean;
}

type Behind = { readonly clause: string } & Pick<TracedChange, 'points' | 'pointsInAll'>;

@Injectable()
export class ChangeTrace {
  constructor(private readonly database: Database) {}

  /**
   * Every change of words between the discussed and the latest text, in the order of the text.
   * @throws DomainError `not-found`, also for another body's discussion
   */
  async of(discussionId: string, actor: Actor): Promise<TracedChange[]> {
    return tracedChanges(this.database, discussionId, await revisionOf(this.database, discussionId, actor));
  }
}

/** The same for who holds the discussion already. */
export async function tracedChanges(
  q: Queryable,
  discussionId: string,
  { discussedId, revisedId }: { readonly discussedId: string; readonly revisedId: string },
): Promise<TracedChange[]> {
  const changes = await changedClauses(q, discussedId, revisedId);
  if (changes.length === 0) return [];
  const behind = await q.query<Behind>(behindSql, [discussionId]);
  const initiatives = await q.query<OwnInitiative & { clause: string }>(
    `select clause, nature, reason_kk as "reasonKk", reason_ru as "reasonRu" from own_initiative
      where discussion_id = $1 and superseded_at is null`,
    [discussionId],
  );
  return changes.map((change) => {
    const { points = [], pointsInAll = 0 } = behind.find(({ clause }) => clause === change.lineageId) ?? {};
    const found = initiatives.find(({ clause }) => clause === change.lineageId);
    const ownInitiative = found ? { nature: found.nature, reasonKk: found.reasonKk, reasonRu: found.reasonRu } : null;
    return { ...change, points, pointsInAll, ownInitiative, isTraced: pointsInAll > 0 || ownInitiative !== null };
  });
}

const behindSql = `
  select clause, count(*)::int as "pointsInAll",
         json_agg(json_build_object('number', number, 'point', position) order by nth) filter (where nth <= 100) as points
    from (select c.clause, r.number, p.position,
                 row_number() over (partition by c.clause order by r.received_at, r.id, p.position) as nth
            from remark r
            join point p on p.remark_id = r.id and p.retired_at is null
            join decision d on d.point_id = p.id and d.superseded_at is null and d.outcome = 'TAKEN_INTO_ACCOUNT'
            cross join unnest(d.changed_clauses) as c (clause)
           where r.discussion_id = $1 and r.state = 'RECEIVED' and d.changed_clauses <> '{}') as named
   group by clause`;
